import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import { pageOf, type Selection } from '@kit/graphql';
import type { RegisterSort } from '../model/closed-lists.js';
import type { RegisterArgs, RegisterConnection, RegisterEntry, RegisterFacets, RegisterFilter } from '../model/register.types.js';
import { registerEntryJson, registerEntryView } from './register-entry.shape.js';
import { countedFacets, facetsJson } from './register-facets.js';
import { hasWords, type Matching, nearest, registerCondition, registerSource, relevance } from './register-filter.js';
import { ORDERS, readCursor, type RegisterCursor, writeCursor } from './register-order.js';

interface PageRow {
  readonly entries: readonly { readonly entry: unknown; readonly id: string; readonly rank: number; readonly key: string }[];
  readonly totalCount: number;
  readonly facets: RegisterFacets | null;
}

/** What decides a page, whichever way the words are compared. */
interface Wish {
  readonly filter: RegisterFilter;
  readonly sort: RegisterSort;
  readonly first: number;
  readonly after: RegisterCursor | null;
  readonly selected: Selection;
}

const NO_FACETS: RegisterFacets = { fields: [], years: [], units: [], tenants: [] };

/** The public register. Every answer is one statement; a page that guesses at misspelt words is a second one. */
@Injectable()
export class RegisterRepository {
  constructor(private readonly database: Database) {}

  /** Deep pages stay flat: the cursor is a row comparison on the index of the order. */
  async page(args: RegisterArgs, selected: Selection): Promise<RegisterConnection> {
    const filter = args.filter ?? {};
    const sort: RegisterSort = args.sort === 'RELEVANCE' && !hasWords(filter) ? 'NEWEST' : args.sort;
    const after = args.after == null ? null : readCursor(args.after, sort);
    const wish: Wish = { filter, sort, first: args.first, after, selected };
    const matching: Matching = after !== null && hasWords(filter) ? after.matching : 'EXACT';
    const found = await this.#read(wish, matching);
    if (after !== null || found.entries.length > 0 || !hasWords(filter)) return connectionOf(wish, matching, found);
    return this.#guess(wish, found);
  }

  async find(slug: string, selected: Selection): Promise<RegisterEntry | null> {
    const row = await this.database.row<{ entry: unknown }>(sql`
      select ${registerEntryJson(selected)} as entry from register_entry e join tenant t on t.id = e.tenant_id
      where e.slug = ${slug} and t.status = 'ACTIVE'`);
    return row === null ? null : registerEntryView(row.entry);
  }

  /** Up to four entries of the same field, those with the most similar titles first; none for an entry nobody may see. */
  async related(slug: string, selected: Selection): Promise<RegisterEntry[]> {
    const rows = await this.database.rows<{ entry: unknown }>(sql`
      select ${registerEntryJson(selected)} as entry
      from register_entry self
      join tenant own on own.id = self.tenant_id and own.status = 'ACTIVE'
      cross join lateral (
        select o.* from register_entry o join tenant u on u.id = o.tenant_id and u.status = 'ACTIVE'
        where o.field_code = self.field_code and o.id <> self.id and o.status = 'VALID'
        order by o.title_norm <->> self.title_norm, o.published_at desc, o.id desc limit 4) e
      join tenant t on t.id = e.tenant_id
      where self.slug = ${slug}
      order by e.title_norm <->> self.title_norm, e.published_at desc, e.id desc`);
    return rows.map((row) => registerEntryView(row.entry));
  }

  /** The nearest titles, when the words fit nowhere. A filter that leaves none of these either leaves the page empty and exact. */
  async #guess(wish: Wish, exact: PageRow): Promise<RegisterConnection> {
    const guessed = await this.#read(wish, 'APPROXIMATE');
    return guessed.entries.length > 0 ? connectionOf(wish, 'APPROXIMATE', guessed) : connectionOf(wish, 'EXACT', exact);
  }

  async #read({ filter, sort, first, after, selected }: Wish, matching: Matching): Promise<PageRow> {
    const order = ORDERS[sort];
    const source = sql`${registerSource(matching)} where ${registerCondition(filter, matching)}`;
    const tables = [
      ...(matching === 'APPROXIMATE' ? [nearest(filter)] : []),
      ...(selected.has('facets') ? [countedFacets(filter, matching)] : []),
      sql`page as (
        select * from (
          select e.id, e.title, e.published_at, ${sort === 'RELEVANCE' ? relevance(filter, matching) : sql`0`} as rank from ${source}) p
        ${after === null ? sql.empty : sql`where ${order.beyond(after)}`}
        order by ${order.by} limit ${first + 1})`,
    ];
    const row = await this.database.row<PageRow>(sql`
      with ${sql.join(tables)}
      select
        (select coalesce(json_agg(json_build_object('entry', ${registerEntryJson(selected.nodes)}, 'id', p.id, 'rank', p.rank,
            'key', ${sort === 'TITLE' ? sql`p.title` : sql`p.published_at::text`}) order by ${order.by}), '[]')
          from page p join register_entry e on e.id = p.id join tenant t on t.id = e.tenant_id) as entries,
        ${selected.has('totalCount') ? sql`(select count(*)::int from ${source})` : sql`0`} as "totalCount",
        ${selected.has('facets') ? facetsJson() : sql`null::json`} as facets`);
    if (row === null) throw new Error('an aggregate always has a row');
    return row;
  }
}

function connectionOf({ sort, first }: Wish, matching: Matching, found: PageRow): RegisterConnection {
  const page = pageOf(found.entries, first, ({ id, rank, key }) => writeCursor(sort, { matching, rank, key, id }));
  return {
    edges: page.edges.map(({ node, cursor }) => ({ node: registerEntryView(node.entry), cursor })),
    pageInfo: page.pageInfo,
    totalCount: found.totalCount,
    facets: found.facets ?? NO_FACETS,
    isApproximate: matching === 'APPROXIMATE',
  };
}
