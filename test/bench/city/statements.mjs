import pg from 'pg';

async function ask(adminUrl, text) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Begins to count statements; needs a server with pg_stat_statements loaded. */
export async function startWatching(adminUrl) {
  await ask(adminUrl, 'CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  await ask(adminUrl, 'SELECT pg_stat_statements_reset()');
}

/** The statements on which most time went since then, with the beginning of each. */
export async function slowStatements(adminUrl, most = 15) {
  const rows = await ask(adminUrl, `SELECT regexp_replace(query, '\\s+', ' ', 'g') AS query, calls::int, mean_exec_time AS mean, total_exec_time AS total
    FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY total_exec_time DESC LIMIT ${most}`);
  return rows.map(({ query, ...row }) => ({ ...row, text: query.replaceAll('|', '¦').slice(0, 160) }));
}
