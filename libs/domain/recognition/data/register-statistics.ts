import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import type { RegisterStatistics } from '../model/register.types.js';

/** The register in numbers; reads one index and none of the texts. */
@Injectable()
export class RegisterStatisticsReader {
  constructor(private readonly database: Database) {}

  /** @param tenantCode a ward, or `null` for all of them */
  async read(tenantCode: string | null): Promise<RegisterStatistics> {
    const row = await this.database.row<{ statistics: RegisterStatistics }>(sql`
      with counted as materialized (
        select grouping(e.field_code, e.year, e.unit_id) as part, e.field_code, e.year,
          count(*)::int as count, coalesce(sum(e.author_count), 0)::int as authors, coalesce(sum(e.benefit_amount), 0) as benefit
        from register_entry e join tenant t on t.id = e.tenant_id
        where t.status = 'ACTIVE' and e.status = 'VALID' ${tenantCode === null ? sql.empty : sql`and t.code = ${tenantCode}`}
        group by grouping sets ((e.field_code), (e.year), (e.unit_id), ()))
      select json_build_object(
        'recognised', a.count, 'authors', a.authors, 'benefit', least(a.benefit, 9007199254740991),
        'units', (select count(*) from counted where part = 6),
        'byYear', (select coalesce(json_agg(json_build_object('value', c.year::text, 'label', c.year::text, 'count', c.count) order by c.year), '[]')
          from counted c where c.part = 5),
        'byField', (select coalesce(json_agg(json_build_object('value', value, 'label', label, 'count', count)
            order by count desc, label collate "vi-x-icu"), '[]')
          from (select c.field_code as value, c.count, coalesce((select min(f.name collate "vi-x-icu") from field f where f.code = c.field_code), c.field_code) as label
            from counted c where c.part = 3) f)) as statistics
      from counted a where a.part = 7`);
    if (row === null) throw new Error('an aggregate always has a row');
    return row.statistics;
  }
}
