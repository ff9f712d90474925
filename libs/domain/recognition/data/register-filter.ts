import { sql, type SqlStatement } from '@kit/database';
import { isId } from '@kit/ids';
import { vnNorm } from '@kit/text';
import { searchPatterns } from '@domain/organisation';
import type { RegisterFilter } from '../model/register.types.js';

/** How words are compared: as they are, or by their nearest spelling. */
export type Matching = 'EXACT' | 'APPROXIMATE';

/** The parts of a filter that have a facet; each facet leaves its own part out. */
export const FACETS = ['fields', 'years', 'units', 'tenants'] as const;
export type FacetPart = (typeof FACETS)[number];

/** So many entries with the nearest titles are shown when the words fit nowhere. More would be guesses, and costly ones. */
const NEAREST = 100;

/** Whether there are words to look for at all. */
export function hasWords(filter: RegisterFilter): boolean {
  return vnNorm(filter.search ?? '') !== '';
}

/** `register_entry e join tenant t`, and for a guess `near`: the entries whose titles are nearest to the words. */
export function registerSource(matching: Matching): SqlStatement {
  const entries = matching === 'EXACT' ? sql`register_entry e` : sql`near join register_entry e on e.id = near.id`;
  return sql`${entries} join tenant t on t.id = e.tenant_id`;
}

/**
 * The entries with the nearest titles, as `near (id, likeness)` with a likeness up to 1000. The phrase is compared as a whole:
 * Vietnamese words are too short to be recognised one by one behind a typing mistake. The index hands out the nearest first,
 * so the work is bounded however large the register grows.
 */
export function nearest(filter: RegisterFilter): SqlStatement {
  const phrase = vnNorm(filter.search ?? '');
  return sql`near as materialized (
    select e.id, (word_similarity(${phrase}, e.title_norm) * 1000)::int as likeness
    from register_entry e join tenant t on t.id = e.tenant_id
    where t.status = 'ACTIVE' and e.title_norm %> ${phrase} order by e.title_norm <->> ${phrase} limit ${NEAREST})`;
}

/** Everything but the parts that have facets. The public sees entries of active wards only. */
export function baseCondition(filter: RegisterFilter, matching: Matching): SqlStatement {
  const conditions = [sql`t.status = 'ACTIVE'`];
  // One condition a word: PostgreSQL uses the trigram index for them, but not for LIKE ALL over an array.
  if (matching === 'EXACT') conditions.push(...searchPatterns(filter.search).map((pattern) => sql`e.search_norm like ${pattern}`));
  if (filter.effectiveness != null) conditions.push(sql`e.effectiveness = ${filter.effectiveness}`);
  return sql.join(conditions, ' and ');
}

/** The condition of one part, or `null` when the filter leaves it open. */
export function partCondition(filter: RegisterFilter, part: FacetPart): SqlStatement | null {
  switch (part) {
    case 'fields':
      return filter.fields?.length ? sql`e.field_code = any (${filter.fields}::text[])` : null;
    case 'years':
      return filter.years?.length ? sql`e.year = any (${filter.years}::int[])` : null;
    case 'units':
      // What is no id at all is the id of no unit.
      return filter.unitIds?.length ? sql`e.unit_id = any (${filter.unitIds.filter(isId)}::uuid[])` : null;
    case 'tenants':
      return filter.tenantCode != null ? sql`t.code = ${filter.tenantCode}` : null;
  }
}

/** The whole filter. */
export function registerCondition(filter: RegisterFilter, matching: Matching): SqlStatement {
  const parts = FACETS.flatMap((part) => partCondition(filter, part) ?? []);
  return sql.join([baseCondition(filter, matching), ...parts], ' and ');
}

/**
 * How well an entry fits the words. Exact: 2 when the title has them as typed with their marks, 1 when it has them without,
 * 0 when they stand elsewhere. Approximate: the likeness of the title.
 */
export function relevance(filter: RegisterFilter, matching: Matching): SqlStatement {
  if (matching === 'APPROXIMATE') return sql`near.likeness`;
  const typed = `%${(filter.search ?? '').normalize('NFC').trim().replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(case when e.title ilike ${typed} then 2 when e.title_norm like all (${searchPatterns(filter.search)}::text[]) then 1 else 0 end)`;
}
