import { sql, type SqlStatement } from '@kit/database';
import type { RegisterFilter } from '../model/register.types.js';
import { baseCondition, type FacetPart, FACETS, type Matching, partCondition, registerSource } from './register-filter.js';

interface FacetOf {
  /** What entries are counted by. */
  readonly column: SqlStatement;
  readonly value: SqlStatement;
  /** What people read: the name as it is today, looked up for the few values that are shown. */
  readonly label: SqlStatement;
  readonly most: number;
}

/** Over rows `c (part, field_code, year, unit_id, tenant_id, count)`. */
const FACET_OF: Readonly<Record<FacetPart, FacetOf>> = {
  fields: {
    column: sql`field_code`, value: sql`c.field_code`, most: 100,
    label: sql`(select min(f.name collate "vi-x-icu") from field f where f.code = c.field_code)`,
  },
  years: { column: sql`year`, value: sql`c.year::text`, most: 100, label: sql`c.year::text` },
  units: {
    column: sql`unit_id`, value: sql`c.unit_id::text`, most: 30,
    label: sql`(select u.official_name from org_unit u where u.id = c.unit_id)`,
  },
  tenants: { column: sql`tenant_id`, value: sql`c.code`, most: 200, label: sql`c.name` },
};

/**
 * All facets in one pass over the entries, as a common table expression `counted`. An entry counts for a facet when it fits all
 * *other* parts of the filter. Without words the pass reads one index and none of the texts.
 */
export function countedFacets(filter: RegisterFilter, matching: Matching): SqlStatement {
  const fits = (without: FacetPart): SqlStatement => {
    const others = FACETS.filter((part) => part !== without).flatMap((part) => partCondition(filter, part) ?? []);
    return others.length === 0 ? sql`count(*)` : sql`count(*) filter (where ${sql.join(others, ' and ')})`;
  };
  const columns = sql.join(FACETS.map((part) => sql`e.${FACET_OF[part].column}`), ', ');
  const sets = sql.join(FACETS.map((part) => sql`(e.${FACET_OF[part].column})`), ', ');
  return sql`counted as materialized (
    select grouping(${columns}) as part, ${columns}, ${sql.join(FACETS.map((part) => sql`(${fits(part)})::int as ${sql.identifier(part)}`), ', ')}
    from ${registerSource(matching)} where ${baseCondition(filter, matching)} group by grouping sets (${sets}))`;
}

/** `RegisterFacets` out of `counted`. */
export function facetsJson(): SqlStatement {
  return sql`json_build_object(${sql.join(FACETS.map((part, index) => sql`${sql.raw(`'${part}'`)}, ${facetJson(part, index)}`), ', ')})`;
}

function facetJson(part: FacetPart, index: number): SqlStatement {
  const { value, label, most } = FACET_OF[part];
  const count = sql.identifier('c', part);
  // `grouping()` has a bit for each column, the first the highest; it is 0 for the column that was grouped by.
  const mask = (1 << FACETS.length) - 1 - (1 << (FACETS.length - 1 - index));
  const rows = part === 'tenants' ? sql`(select k.*, t.code, t.name from counted k join tenant t on t.id = k.tenant_id) c` : sql`counted c`;
  return sql`(select coalesce(json_agg(json_build_object('value', value, 'label', label, 'count', count)
      order by count desc, label collate "vi-x-icu", value), '[]')
    from (select ${value} as value, coalesce(${label}, ${value}) as label, ${count} as count from (
      select * from ${rows} where c.part = ${mask}::int and ${count} > 0 order by ${count} desc, ${value} limit ${most}) c) shown)`;
}
