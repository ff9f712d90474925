import type { Client } from 'pg';

/** A table of the product: everything in schema `public` that no extension owns. */
export interface TableFacts {
  readonly name: string;
  /** Stored columns in their order; generated ones are left out, PostgreSQL works them out again. */
  readonly columns: readonly string[];
  /** An order in which equal rows give equal text: the primary key, or all columns where there is none. */
  readonly order: string;
}

/** Every table with rows of its own; of a partitioned table the whole, not its parts. */
export async function tablesOf(client: Client): Promise<readonly TableFacts[]> {
  const { rows } = await client.query<TableFacts>(`
    select c.relname as name,
      (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce(
        (select string_agg(format('%I', a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.place)
          from pg_index i, unnest(i.indkey::int2[]) with ordinality k(attnum, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
          where i.indrelid = c.oid and i.indisprimary and a.attrelid = i.indrelid),
        (select string_agg(format('%I::text collate "C"', a.attname), ', ' order by a.attnum) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')) as "order"
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C"`);
  return rows;
}

/** Names of the sequences of the product, those of identity columns included. */
export async function sequencesOf(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname collate "C"`);
  return rows.map((row) => row.name);
}

/** Names of the materialized views, in the order they were made: a later one may read an earlier one. */
export async function materializedViewsOf(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'm' order by oid`);
  return rows.map((row) => row.name);
}

/** A foreign key and the words that make it again. */
export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

export async function foreignKeysOf(client: Client): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select r.relname as "table", c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class r on r.oid = c.conrelid
    where c.contype = 'f' and c.conparentid = 0 and r.relnamespace = 'public'::regnamespace
    order by r.relname collate "C", c.conname collate "C"`);
  return rows;
}
