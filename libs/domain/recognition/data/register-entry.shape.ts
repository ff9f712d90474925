import { sql, type SqlStatement } from '@kit/database';
import type { Selection } from '@kit/graphql';
import type { RegisterEntry } from '../model/register.types.js';

type RegisterRow = Omit<RegisterEntry, 'publishedAt'> & { readonly publishedAt?: string };

/** How each field of an entry is read from rows `e` of `register_entry` and `t` of `tenant`. */
const COLUMNS: Readonly<Record<keyof RegisterEntry, SqlStatement>> = {
  id: sql`e.id`,
  slug: sql`e.slug`,
  code: sql`e.code`,
  title: sql`e.title`,
  summary: sql`e.summary`,
  problem: sql`e.problem`,
  solution: sql`e.solution`,
  novelty: sql`e.novelty`,
  conditions: sql`e.conditions`,
  benefit: sql`e.benefit`,
  kind: sql`e.kind`,
  // The name is the one of the decision; only its translation may be younger.
  field: sql`json_build_object('id', e.field_id, 'code', e.field_code, 'name', e.field_name,
    'nameEn', (select f.name_en from field f where f.id = e.field_id))`,
  unitName: sql`e.unit_name`,
  tenantName: sql`t.name`,
  authors: sql`e.authors`,
  applications: sql`e.applications`,
  year: sql`e.year`,
  level: sql`e.level`,
  effectiveness: sql`e.effectiveness`,
  gradeLabel: sql`e.grade`,
  decisionNumber: sql`e.decision_number`,
  decisionDate: sql`e.decision_date`,
  status: sql`e.status`,
  publishedAt: sql`e.published_at`,
};

/**
 * The selected fields of a `RegisterEntry` out of rows `e` of `register_entry` and `t` of `tenant`. What is not asked for is not
 * read, least of all the long texts. Pass it through `registerEntryView`.
 */
export function registerEntryJson(selected: Selection): SqlStatement {
  const wanted = Object.entries(COLUMNS).filter(([name]) => selected.has(name));
  return sql`json_build_object(${sql.join(wanted.map(([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`), ', ')})`;
}

export function registerEntryView(stored: unknown): RegisterEntry {
  const row = stored as RegisterRow;
  return (row.publishedAt === undefined ? row : { ...row, publishedAt: new Date(row.publishedAt) }) as RegisterEntry;
}
