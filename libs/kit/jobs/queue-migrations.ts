import { DEFAULT_SCHEMA, runMigrations } from 'bullmq';
import pg from 'pg';

/** The schema in which BullMQ keeps its tables. With a pool of our own it accepts no other name. */
export const QUEUE_SCHEMA = DEFAULT_SCHEMA;

/** "KHOI" and the number of this purpose; 1 belongs to the migrations of the product. */
const LOCK = [0x4b484f49, 2] as const;

/**
 * Creates or updates BullMQ's tables in their own schema as the owner, and lets the application
 * role use them; a concurrent call waits. The role may create in this one schema, because BullMQ
 * makes a sequence for every queue when it first adds to it, and temporary tables, through which
 * it adds many jobs at once.
 */
export async function migrateQueues(ownerUrl: string, appRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'khoi-migrate', connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('set client_min_messages = warning');
    // Held until the connection closes: PostgreSQL lets concurrent grants on one object fail.
    await client.query('select pg_advisory_lock($1, $2)', [...LOCK]);
    await runMigrations(client, QUEUE_SCHEMA);
    const [schema, role] = [client.escapeIdentifier(QUEUE_SCHEMA), client.escapeIdentifier(appRole)];
    await client.query(`
      grant usage, create on schema ${schema} to ${role};
      grant select, insert, update, delete on all tables in schema ${schema} to ${role};
      grant execute on all functions in schema ${schema} to ${role};
      revoke insert, update, delete on ${schema}.migration from ${role}`);
    const current = await client.query<{ name: string }>('select current_database() as name');
    for (const { name } of current.rows) await client.query(`grant temporary on database ${client.escapeIdentifier(name)} to ${role}`);
    // Not "all sequences": those that the application role made are its own, and not ours to grant.
    const own = await client.query<{ name: string }>(`
      select relname as name from pg_class
      where relkind = 'S' and relnamespace = $1::regnamespace and pg_has_role(relowner, 'usage')`, [QUEUE_SCHEMA]);
    for (const { name } of own.rows) await client.query(`grant usage, select on sequence ${schema}.${client.escapeIdentifier(name)} to ${role}`);
  } finally {
    await client.end();
  }
}
