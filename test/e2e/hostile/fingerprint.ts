import type { TestApp } from '../../setup/app.js';

/** Tables that an attempt may change although it is refused: when a session was last used, guesses, jobs that tidy up. */
const RESTLESS = ['session', 'sign_in_attempt'];

/** Every row of the database, as number and hash by table: equal fingerprints mean that nothing was written. */
export async function fingerprint(app: TestApp): Promise<Readonly<Record<string, string>>> {
  const tables = await app.sql<{ name: string }>(`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all ($1)`, [RESTLESS]);
  const rows = await app.sql<{ name: string; rows: string }>(tables.map(({ name }) =>
    `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as rows from ${name} t`).join(' union all '));
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}
