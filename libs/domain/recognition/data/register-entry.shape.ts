import { sql, type SqlStatement } from '@kit/database';
import type { RegisterEntry } from '../model/register.types.js';

type RegisterRow = Omit<RegisterEntry, 'publishedAt'> & { publishedAt: string };

/** A `RegisterEntry` out of rows of `register_entry` and `tenant`. Pass it through `registerEntryView`. */
export function registerEntryJson(entry: string, tenant: string): SqlStatement {
  const e = sql.identifier(entry);
  const f = sql.identifier(`${entry}_field`);
  return sql`json_build_object(
    'id', ${e}.id, 'slug', ${e}.slug, 'code', ${e}.code, 'title', ${e}.title, 'summary', ${e}.summary, 'problem', ${e}.problem,
    'solution', ${e}.solution, 'novelty', ${e}.novelty, 'conditions', ${e}.conditions, 'benefit', ${e}.benefit, 'kind', ${e}.kind,
    'field', (select json_build_object('id', ${f}.id, 'code', ${e}.field_code, 'name', ${e}.field_name, 'nameEn', ${f}.name_en)
      from field ${f} where ${f}.id = ${e}.field_id),
    'unitName', ${e}.unit_name, 'tenantName', ${sql.identifier(tenant)}.name, 'authors', ${e}.authors, 'applications', ${e}.applications,
    'year', ${e}.year, 'level', ${e}.level, 'effectiveness', ${e}.effectiveness, 'gradeLabel', ${e}.grade,
    'decisionNumber', ${e}.decision_number, 'decisionDate', ${e}.decision_date, 'status', ${e}.status, 'publishedAt', ${e}.published_at)`;
}

export function registerEntryView(stored: unknown): RegisterEntry {
  const row = stored as RegisterRow;
  return { ...row, publishedAt: new Date(row.publishedAt) };
}
