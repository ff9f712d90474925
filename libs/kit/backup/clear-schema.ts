import type { Client } from 'pg';

/** Not part of an extension, which stays: it may belong to an administrator. */
const own = (catalogue: string, alias: string): string =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${alias}.oid and d.deptype = 'e')`;
const PUBLIC = "'public'::regnamespace";

/** Statements that drop the objects of one kind, in an order in which they can be dropped. */
const OBJECTS: readonly string[] = [
  `select format('drop %s if exists public.%I cascade',
      case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table' when 'S' then 'sequence' when 'c' then 'type' else 'table' end, relname) as drop
    from pg_class c where relnamespace = ${PUBLIC} and relkind in ('v', 'm', 'f', 'r', 'p', 'S', 'c') and ${own('pg_class', 'c')}
    order by array_position('{v,m,f,r,p,S,c}'::"char"[], relkind)`,
  `select format('drop %s if exists %s cascade',
      case prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end, oid::regprocedure) as drop
    from pg_proc p where pronamespace = ${PUBLIC} and ${own('pg_proc', 'p')}`,
  `select format('drop %s if exists public.%I cascade', case typtype when 'd' then 'domain' else 'type' end, typname) as drop
    from pg_type t where typnamespace = ${PUBLIC} and typtype in ('d', 'e', 'r') and ${own('pg_type', 't')}`,
  `select format('drop text search configuration if exists public.%I cascade', cfgname) as drop from pg_ts_config c where cfgnamespace = ${PUBLIC} and ${own('pg_ts_config', 'c')}`,
  `select format('drop text search dictionary if exists public.%I cascade', dictname) as drop from pg_ts_dict c where dictnamespace = ${PUBLIC} and ${own('pg_ts_dict', 'c')}`,
  `select format('drop collation if exists public.%I', collname) as drop from pg_collation c where collnamespace = ${PUBLIC} and ${own('pg_collation', 'c')}`,
];

/** Drops everything of the product in schema `public`, inside the caller's transaction: a rollback brings all of it back. */
export async function clearSchema(client: Client): Promise<void> {
  for (const objects of OBJECTS) {
    const { rows } = await client.query<{ drop: string }>(objects);
    for (const { drop } of rows) await client.query(drop);
  }
}
