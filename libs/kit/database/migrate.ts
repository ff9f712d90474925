import pg from 'pg';
import {
  type AppliedMigration, MigrationError, type MigrationFile, pendingOf, readMigrations,
} from './migration-files.js';

export interface MigrateOptions {
  /** Default `libs/database/migrations` of this checkout. */
  readonly directory?: string;
  /** Told before each file. */
  readonly onFile?: (name: string) => void;
}

/** "KHOI" and a number that belongs to migrations: one migrator at a time per database. */
export const MIGRATION_LOCK = [0x4b484f49, 1] as const;

/** The table in which a database remembers its migrations. */
export const MIGRATION_LEDGER = `
  create table if not exists schema_migration (
    version    integer     primary key,
    name       text        not null,
    sha256     text        not null,
    applied_at timestamptz not null default clock_timestamp()
  )`;

/**
 * Brings the schema up to date as its owner: every new file in its own transaction, under a
 * lock that makes a second migrator wait and then find nothing to do. Afterwards the
 * application role gets its rights anew through `khoi_grant_application(role)`.
 * @returns the names of the files that ran now
 * @throws MigrationError when a file changed after it ran, is out of order, or fails
 */
export async function migrate(ownerUrl: string, appRole: string, options: MigrateOptions = {}): Promise<readonly string[]> {
  const files = await readMigrations(options.directory);
  return withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1, $2)', [...MIGRATION_LOCK]);
    await client.query('set client_min_messages = warning');
    await client.query(MIGRATION_LEDGER);
    const pending = pendingOf(files, await readLedger(client));
    for (const file of pending) {
      options.onFile?.(file.name);
      await apply(client, file);
    }
    await grant(client, appRole);
    return pending.map((file) => file.name);
  });
}

/** Names of the migrations this database still lacks; for start-up and readiness checks, changes nothing. */
export async function pendingMigrations(url: string, directory?: string): Promise<readonly string[]> {
  const files = await readMigrations(directory);
  const applied = await withClient(url, async (client) => {
    const found = await client.query<{ there: boolean }>("select to_regclass('schema_migration') is not null as there");
    return found.rows[0]?.there === true ? readLedger(client) : [];
  });
  return pendingOf(files, applied).map((file) => file.name);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'khoi-migrate', connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function readLedger(client: pg.Client): Promise<readonly AppliedMigration[]> {
  const ledger = await client.query<AppliedMigration>('select version, name, sha256 from schema_migration order by version');
  return ledger.rows;
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.text);
    await client.query('insert into schema_migration (version, name, sha256) values ($1, $2, $3)', [file.version, file.name, file.sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationError(`${file.name}${placeOf(error, file.text)}: ${error instanceof Error ? error.message : 'failed'}`, { cause: error });
  }
}

function placeOf(error: unknown, text: string): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  return Number.isNaN(position) ? '' : `, line ${text.slice(0, position).split('\n').length}`;
}

async function grant(client: pg.Client, appRole: string): Promise<void> {
  const found = await client.query<{ there: boolean }>("select to_regprocedure('khoi_grant_application(text)') is not null as there");
  if (found.rows[0]?.there === true) await client.query('select khoi_grant_application($1)', [appRole]);
}
