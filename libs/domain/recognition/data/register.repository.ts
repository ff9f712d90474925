import { Injectable } from '@nestjs/common';
import { Database, sql, type SqlStatement } from '@kit/database';
import { decodeCursor, encodeCursor, pageOf, type Selection } from '@kit/graphql';
import type { RegisterSort } from '../model/closed-lists.js';
import type {
  RegisterArgs, RegisterConnection, RegisterEntry, RegisterFacets, RegisterFilter, RegisterStatistics,
} from '../model/register.types.js';
import { registerEntryJson, registerEntryView } from './register-entry.shape.js';
import { type FilterPart, hasWords, type Matching, registerConditions, relevance } from './register-filter.js';

interface PageRow {
  readonly entries: readonly { readonly entry: unknown; readonly rank: number; readonly publishedAt: string }[];
  readonly totalCount: number;
  readonly facets: RegisterFacets | null;
}

interface Listed extends RegisterEntry {
  readonly cursor: readonly (string | number)[];
}

@Injectable()
export class RegisterRepository {
  constructor(private readonly database: Database) {}

  /**
   * A page of the register in one statement; a second one looks for the nearest spelling when the words fit nowhere.
   * Deep pages stay flat: the cursor is a row comparison on the index of the order.
   */
  async page(args: RegisterArgs, wanted: Selection): Promise<RegisterConnection> {
    const filter = args.filter ?? {};
    const sort: RegisterSort = args.sort === 'RELEVANCE' && !hasWords(filter) ? 'NEWEST' : args.sort;
    const after = args.after == null ? null : readCursor(args.after, sort);
    const matching: Matching = after?.matching ?? 'EXACT';
    const found = await this.#read(filter, sort, matching, args.first, after, wanted);
    if (after !== null || found.totalCount > 0 || !hasWords(filter)) return this.#connection(found, sort, matching, args.first);
    const guessed = await this.#read(filter, sort, 'APPROXIMATE', args.first, null, wanted);
    return this.#connection(guessed, sort, 'APPROXIMATE', args.first);
  }

  async find(slug: string): Promise<RegisterEntry | null> {
    const row = await this.database.row<{ entry: unknown }>(sql`
      select ${registerEntryJson('e', 't')} as entry from register_entry e join tenant t on t.id = e.tenant_id
      where e.slug = ${slug} and t.status = 'ACTIVE'`);
    return row === null ? null : registerEntryView(row.entry);
  }

  /** Up to four entries of the same field, those with the most similar titles first. */
  async related(slug: string): Promise<RegisterEntry[]> {
    const rows = await this.database.rows<{ entry: unknown }>(sql`
      select ${registerEntryJson('e', 't')} as entry
      from register_entry self
      join register_entry e on e.field_code = self.field_code and e.id <> self.id and e.status = 'VALID'
      join tenant t on t.id = e.tenant_id and t.status = 'ACTIVE'
      where self.slug = ${slug}
      order by similarity(e.title_norm, self.title_norm) desc, e.published_at desc, e.id desc
      limit 4`);
    return rows.map((row) => registerEntryView(row.entry));
  }

  async statistics(tenantCode: string | null): Promise<RegisterStatistics> {
    const row = await this.database.row<{ statistics: RegisterStatistics }>(sql`
      with counted as (
        select e.* from register_entry e join tenant t on t.id = e.tenant_id
        where t.status = 'ACTIVE' and e.status = 'VALID' and (${tenantCode}::text is null or t.code = ${tenantCode}))
      select json_build_object(
        'recognised', (select count(*) from counted),
        'units', (select count(distinct unit_id) from counted),
        'authors', (select coalesce(sum(jsonb_array_length(authors)), 0) from counted),
        'benefit', (select coalesce(sum((a ->> 'benefitAmount')::bigint), 0) from counted, jsonb_array_elements(applications) a),
        'byYear', (select coalesce(json_agg(json_build_object('value', year::text, 'label', year::text, 'count', n) order by year), '[]')
          from (select year, count(*) as n from counted group by year) y),
        'byField', (select coalesce(json_agg(json_build_object('value', field_code, 'label', name, 'count', n) order by n desc, name collate "vi-x-icu"), '[]')
          from (select field_code, max(field_name) as name, count(*) as n from counted group by field_code) f)) as statistics`);
    if (row === null) throw new Error('an aggregate always has a row');
    return row.statistics;
  }

  async #read(
    filter: RegisterFilter, sort: RegisterSort, matching: Matching, first: number, after: Cursor | null, wanted: Selection,
  ): Promise<PageRow> {
    const order = ORDERS[sort];
    const beyond = after === null ? sql.empty : sql`where ${order.beyond(after)}`;
    const row = await this.database.row<PageRow>(sql`
      with page as (
        select e.id, e.title, e.published_at, ${sort === 'RELEVANCE' ? relevance(filter.search) : sql`0`} as rank
        from register_entry e join tenant t on t.id = e.tenant_id
        where ${registerConditions(filter, matching)}),
      shown as (select * from page p ${beyond} order by ${order.by} limit ${first + 1})
      select
        (select coalesce(json_agg(json_build_object('entry', ${registerEntryJson('e', 't')}, 'rank', p.rank, 'publishedAt', p.published_at::text)
            order by ${order.by}), '[]')
          from shown p join register_entry e on e.id = p.id join tenant t on t.id = e.tenant_id) as entries,
        ${wanted.has('totalCount') || hasWords(filter) ? sql`(select count(*)::int from page)` : sql`0`} as "totalCount",
        ${wanted.has('facets') ? facets(filter, matching) : sql`null`} as facets`);
    if (row === null) throw new Error('an aggregate always has a row');
    return row;
  }

  #connection(found: PageRow, sort: RegisterSort, matching: Matching, first: number): RegisterConnection {
    const listed = found.entries.map(({ entry, rank, publishedAt }): Listed => {
      const view = registerEntryView(entry);
      return { ...view, cursor: [matching, rank, sort === 'TITLE' ? view.title : publishedAt, view.id] };
    });
    const page = pageOf(listed, first, ({ cursor }) => encodeCursor(cursor));
    return {
      edges: [...page.edges],
      pageInfo: page.pageInfo,
      totalCount: found.totalCount,
      facets: found.facets ?? { fields: [], years: [], units: [], tenants: [] },
      isApproximate: matching === 'APPROXIMATE',
    };
  }
}

interface Cursor {
  readonly matching: Matching;
  readonly rank: number;
  readonly key: string;
  readonly id: string;
}

function readCursor(after: string, sort: RegisterSort): Cursor {
  const [matching, rank, key, id] = decodeCursor(after, ['string', 'number', sort === 'TITLE' ? 'string' : 'instant', 'id']);
  return { matching: matching === 'APPROXIMATE' ? 'APPROXIMATE' : 'EXACT', rank, key, id };
}

/** Each order with its continuation after a cursor; ids make every order total. */
const ORDERS: Record<RegisterSort, { readonly by: SqlStatement; readonly beyond: (cursor: Cursor) => SqlStatement }> = {
  NEWEST: {
    by: sql`p.published_at desc, p.id desc`,
    beyond: ({ key, id }) => sql`(p.published_at, p.id) < (${key}::timestamptz, ${id}::uuid)`,
  },
  TITLE: {
    by: sql`p.title collate "vi-x-icu", p.id`,
    beyond: ({ key, id }) => sql`(p.title collate "vi-x-icu", p.id) > (${key}::text collate "vi-x-icu", ${id}::uuid)`,
  },
  RELEVANCE: {
    by: sql`p.rank desc, p.published_at desc, p.id desc`,
    beyond: ({ rank, key, id }) => sql`(p.rank, p.published_at, p.id) < (${rank}::int, ${key}::timestamptz, ${id}::uuid)`,
  },
};

function facets(filter: RegisterFilter, matching: Matching): SqlStatement {
  return sql`json_build_object(
    'fields', ${facet(filter, matching, 'fields', sql`e.field_code`, sql`max(e.field_name)`, 100)},
    'years', ${facet(filter, matching, 'years', sql`e.year::text`, sql`e.year::text`, 100)},
    'units', ${facet(filter, matching, 'units', sql`e.unit_id::text`, sql`max(e.unit_name)`, 30)},
    'tenants', ${facet(filter, matching, 'tenants', sql`t.code`, sql`max(t.name)`, 200)})`;
}

function facet(
  filter: RegisterFilter, matching: Matching, part: FilterPart, value: SqlStatement, label: SqlStatement, most: number,
): SqlStatement {
  return sql`(select coalesce(json_agg(json_build_object('value', value, 'label', label, 'count', count) order by count desc, label collate "vi-x-icu"), '[]')
    from (select ${value} as value, ${label} as label, count(*)::int as count
      from register_entry e join tenant t on t.id = e.tenant_id
      where ${registerConditions(filter, matching, part)} group by ${value} order by count(*) desc limit ${most}) counted)`;
}

