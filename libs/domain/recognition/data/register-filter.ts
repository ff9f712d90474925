import { sql, type SqlStatement } from '@kit/database';
import { vnNorm } from '@kit/text';
import { searchPatterns } from '@domain/organisation';
import type { RegisterFilter } from '../model/register.types.js';

/** The parts of a filter, so that each facet can leave its own part out. */
export type FilterPart = 'fields' | 'years' | 'units' | 'tenants';

/** How words are compared: as they are, or by their nearest spelling. */
export type Matching = 'EXACT' | 'APPROXIMATE';

/** Conditions over `register_entry e join tenant t`; the public sees entries of active wards only. */
export function registerConditions(filter: RegisterFilter, matching: Matching, without?: FilterPart): SqlStatement {
  const conditions = [sql`t.status = 'ACTIVE'`, words(filter.search, matching)];
  if (filter.fields?.length && without !== 'fields') conditions.push(sql`e.field_code = any (${filter.fields}::text[])`);
  if (filter.years?.length && without !== 'years') conditions.push(sql`e.year = any (${filter.years}::int[])`);
  if (filter.unitIds?.length && without !== 'units') conditions.push(sql`e.unit_id = any (${filter.unitIds}::uuid[])`);
  if (filter.tenantCode != null && without !== 'tenants') conditions.push(sql`t.code = ${filter.tenantCode}`);
  if (filter.effectiveness != null) conditions.push(sql`e.effectiveness = ${filter.effectiveness}`);
  return sql.join(conditions, ' and ');
}

/** Whether there are words to look for at all. */
export function hasWords(filter: RegisterFilter): boolean {
  return vnNorm(filter.search ?? '') !== '';
}

function words(search: string | null | undefined, matching: Matching): SqlStatement {
  if (matching === 'EXACT') return sql`e.search_norm like all (${searchPatterns(search)}::text[])`;
  // The phrase as a whole: Vietnamese words are too short to be recognised one by one behind a typing mistake.
  // `%>` uses the trigram index; its threshold is set on the connection (see the database room).
  return sql`e.search_norm %> ${vnNorm(search ?? '')}`;
}

/** 2 when the title has the words as typed with their marks, 1 when it has them without, 0 elsewhere. */
export function relevance(search: string | null | undefined): SqlStatement {
  const typed = `%${(search ?? '').normalize('NFC').trim().replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(case when e.title ilike ${typed} then 2 when e.title_norm like all (${searchPatterns(search)}::text[]) then 1 else 0 end)`;
}
