import { MIGRATION_LEDGER, MIGRATION_LOCK, type MigrationFile, pendingOf, readMigrations } from '@kit/database';
import pg, { type Client } from 'pg';
import { BackupError, OutcomeUnknownError, reasonOf } from './backup-error.js';
import { clearSchema } from './clear-schema.js';
import { loadTable, measureTable } from './copy.js';
import type { ProductData, Progress } from './product-data.js';
import type { BackupRepository, OpenBackup } from './repository.js';
import { foreignKeysOf, materializedViewsOf, sequencesOf, type TableFacts, tablesOf } from './schema-facts.js';
import { chain, Meter } from './streams.js';
import { checkTable, readTableEntry, requireEqual } from './verify-backup.js';

/** How long a table that somebody still uses is waited for. */
const LOCK_SECONDS = 30;

export interface RestoreDatabaseOptions {
  readonly repository: BackupRepository;
  readonly backup: OpenBackup;
  readonly product: ProductData;
  readonly progress: Progress;
  /** The role the application runs under; gets its rights anew. */
  readonly appRole: string;
  /** Default: the migrations of this release. */
  readonly migrationsDirectory?: string;
  /** More statements of the same transaction, at its end. */
  readonly finally?: (client: Client) => Promise<void>;
}

/** Names of the migrations that this release adds to the backup. @throws BackupError when the backup is of a newer release */
export async function migrationsAfter({ manifest, name }: OpenBackup, directory?: string): Promise<readonly string[]> {
  return (await planOf({ manifest, name }, directory)).forward.map((file) => file.name);
}

/**
 * Puts a backup in the place of whatever the database holds, all in one transaction: the schema as it was at the time of the
 * backup, its rows, the comparison of every table with the manifest, and the migrations up to this release. Until the commit
 * everybody else sees the database as it was, and whatever fails, a killed process included, leaves it exactly so.
 * @throws BackupError with the reason; nothing was changed then
 */
export async function restoreDatabase(client: Client, options: RestoreDatabaseOptions): Promise<void> {
  const { backup, progress } = options;
  const { past, forward } = await planOf(backup, options.migrationsDirectory);
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '${LOCK_SECONDS}s'`);
    await client.query('select pg_advisory_xact_lock($1, $2)', [...MIGRATION_LOCK]);
    progress.step(`Schema of the backup (${past.length} migrations)`);
    await clearSchema(client);
    await client.query(MIGRATION_LEDGER);
    for (const file of past) await run(client, file);
    await loadTables(client, options);
    if (forward.length > 0) progress.step(`Migrations of this release (${forward.length})`);
    for (const file of forward) await run(client, file);
    for (const { step, sql } of options.product.afterRestore) {
      progress.step(step);
      await client.query(sql);
    }
    await options.finally?.(client);
    await grant(client, options.appRole);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error instanceof BackupError ? error : new BackupError(`The backup could not be restored: ${reasonOf(error)}.`, { cause: error });
  }
  await commit(client);
}

async function commit(client: Client): Promise<void> {
  try {
    await client.query('commit');
  } catch (error) {
    // The server said why, so it undid everything; otherwise nobody knows.
    if (error instanceof pg.DatabaseError) throw new BackupError(`The backup could not be restored: ${reasonOf(error)}.`, { cause: error });
    throw new OutcomeUnknownError('The connection was lost while the restore was being committed. Look into the audit whether it happened ' +
      '(operation.backup-restored), or restore again; then run "console maintenance off".', { cause: error });
  }
}

/** Which migrations make the schema of the backup, and which bring it up to this release. */
async function planOf({ manifest, name }: Pick<OpenBackup, 'manifest' | 'name'>, directory?: string): Promise<{ past: readonly MigrationFile[]; forward: readonly MigrationFile[] }> {
  const files = await readMigrations(directory);
  try {
    const forward = pendingOf(files, manifest.migrations);
    return { past: files.filter((file) => !forward.includes(file)), forward };
  } catch (error) {
    const reason = reasonOf(error).replace('the database', 'it');
    throw new BackupError(`The backup ${name} of release ${manifest.release} does not fit this release: ${reason}. Restore it with the release that wrote it, or a newer one.`, { cause: error });
  }
}

async function run(client: Client, file: MigrationFile): Promise<void> {
  try {
    await client.query(file.text);
  } catch (error) {
    throw new BackupError(`The migration ${file.name} failed: ${reasonOf(error)}.`, { cause: error });
  }
  await client.query('insert into schema_migration (version, name, sha256) values ($1, $2, $3)', [file.version, file.name, file.sha256]);
  // What a migration leaves for the end of its transaction would keep the next one from altering the table.
  await client.query('set constraints all immediate; set constraints all deferred');
}

async function loadTables(client: Client, options: RestoreDatabaseOptions): Promise<void> {
  const { backup: { manifest }, progress } = options;
  const tables = await matchingTables(client, options);
  const keys = await foreignKeysOf(client);
  const id = (name: string): string => client.escapeIdentifier(name);
  // Rows that were accepted once are put back as they are; the guards watch over new ones. Foreign keys are checked when made again.
  for (const { table, name } of keys) await client.query(`alter table ${id(table)} drop constraint ${id(name)}`);
  for (const { name } of tables) await client.query(`alter table ${id(name)} disable trigger user`);

  progress.step(`Rows (${tables.length} tables)`);
  let rows = 0;
  for (const table of tables) {
    await client.query(`truncate ${id(table.name)}`);
    await load(client, table, options);
    progress.at((rows += entryOf(options, table.name).rows), manifest.tables.reduce((sum, one) => sum + one.rows, 0), 'rows');
  }
  for (const { table, name, definition } of keys) await client.query(`alter table ${id(table)} add constraint ${id(name)} ${definition}`);
  for (const { name } of tables) await client.query(`alter table ${id(name)} enable trigger user`);
  await setSequences(client, options);
  for (const view of await materializedViewsOf(client)) await client.query(`refresh materialized view ${id(view)}`);

  progress.step('Comparison with the manifest');
  for (const table of tables) requireEqual(await measureTable(client, table), entryOf(options, table.name), `the restored table ${table.name}`);
  await client.query('analyze');
}

const entryOf = ({ backup }: RestoreDatabaseOptions, name: string) => backup.manifest.tables.find((table) => table.name === name)!;

/** The tables of the schema that was just made, which must be those of the backup, column by column. */
async function matchingTables(client: Client, { backup: { manifest, name } }: RestoreDatabaseOptions): Promise<readonly TableFacts[]> {
  const tables = await tablesOf(client);
  const told = (list: readonly { readonly name: string; readonly columns: readonly string[] }[]): string[] =>
    list.map((table) => `${table.name} (${table.columns.join(', ')})`).sort();
  const [made, wanted] = [told(tables), told(manifest.tables)];
  const odd = wanted.find((table) => !made.includes(table)) ?? made.find((table) => !wanted.includes(table));
  if (odd !== undefined) throw new BackupError(`The schema of the backup ${name} is not the one its migrations make: ${odd.split(' ')[0]} differs.`);
  return tables;
}

async function load(client: Client, table: TableFacts, { repository, backup, ...options }: RestoreDatabaseOptions): Promise<void> {
  const entry = entryOf({ repository, backup, ...options }, table.name);
  const meter = new Meter(true);
  try {
    await loadTable(client, table.name, entry.columns, chain(await readTableEntry(repository, backup, table.name), meter));
  } catch (error) {
    // A changed byte often shows first as a row that the server cannot read.
    await checkTable(repository, backup, entry);
    throw new BackupError(`The rows of ${table.name} could not be loaded: ${reasonOf(error)}.`, { cause: error });
  }
  requireEqual(meter, entry, `the table ${table.name}`);
}

async function setSequences(client: Client, { backup: { manifest } }: RestoreDatabaseOptions): Promise<void> {
  const there = new Set(await sequencesOf(client));
  for (const { name, last, isCalled } of manifest.sequences) {
    if (!there.has(name)) throw new BackupError(`The schema of the backup lacks its sequence ${name}.`);
    await client.query('select setval($1::regclass, $2::bigint, $3)', [`public.${client.escapeIdentifier(name)}`, last, isCalled]);
  }
}

async function grant(client: Client, appRole: string): Promise<void> {
  const { rows: [found] } = await client.query<{ there: boolean }>("select to_regprocedure('khoi_grant_application(text)') is not null as there");
  if (found?.there === true) await client.query('select khoi_grant_application($1)', [appRole]);
}
