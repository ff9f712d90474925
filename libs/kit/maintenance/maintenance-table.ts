import pg from 'pg';
import { type MaintenanceState, stateSchema } from './maintenance-state.js';

/**
 * Schema of what is about the database and not in it: no backup takes it along, no restore replaces it, and a table of
 * `public` that a restore holds locked would keep everybody from reading the very state that explains it.
 */
const SCHEMA = 'operation';

const DEFINITION = `
  create schema if not exists ${SCHEMA};
  create table if not exists ${SCHEMA}.maintenance (
    only_row boolean primary key default true check (only_row),
    state    jsonb not null
  )`;

/** Anything that sends a statement: a connection or a pool. */
export interface Queryable {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Makes the table as the owner and lets the application role read it. Repeating it changes nothing. */
export async function prepareMaintenance(ownerUrl: string, appRole: string): Promise<void> {
  await withOwner(ownerUrl, async (client) => {
    await client.query('set client_min_messages = warning');
    await client.query(DEFINITION);
    const role = client.escapeIdentifier(appRole);
    await client.query(`grant usage on schema ${SCHEMA} to ${role}; grant select on all tables in schema ${SCHEMA} to ${role}`);
  });
}

/** The state in the table; `null` when people may come in, or nobody ever made the table. */
export async function readMaintenanceTable(connection: Queryable): Promise<MaintenanceState | null> {
  const { rows: [table] } = await connection.query(`select to_regclass('${SCHEMA}.maintenance') is not null as there`) as { rows: { there: boolean }[] };
  if (table?.there !== true) return null;
  const { rows: [row] } = await connection.query(`select state from ${SCHEMA}.maintenance`) as { rows: { state: unknown }[] };
  if (row === undefined) return null;
  return stateSchema.parse(row.state);
}

/** Writes the state as the owner; `null` opens. */
export async function writeMaintenanceTable(ownerUrl: string, appRole: string, state: MaintenanceState | null): Promise<void> {
  await prepareMaintenance(ownerUrl, appRole);
  await withOwner(ownerUrl, async (client) => {
    if (state === null) await client.query(`delete from ${SCHEMA}.maintenance`);
    else await client.query(`insert into ${SCHEMA}.maintenance (state) values ($1) on conflict (only_row) do update set state = excluded.state`, [JSON.stringify(state)]);
  });
}

/** What the table says, asked on a connection of its own. */
export async function askMaintenanceTable(url: string): Promise<MaintenanceState | null> {
  return withOwner(url, readMaintenanceTable);
}

async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'khoi-maintenance', connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
