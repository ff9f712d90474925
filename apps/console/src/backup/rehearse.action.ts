import { randomBytes } from 'node:crypto';
import { BackupError, migrationsAfter, reasonOf, restoreDatabase, verifyBackup, withOwner } from '@kit/backup';
import { Config } from '@kit/config';
import pg from 'pg';
import { recordAct } from './audit.js';
import { rowsOf } from './create.action.js';
import { type Place, repositoryAt } from './places.js';
import { productData } from './product-data.js';
import { interruptible, say, terminalProgress } from './terminal.js';

/** Says what the database is that a killed rehearsal leaves behind. */
const PREFIX = 'khoi_rehearsal_';

/**
 * Proves that a backup can be restored, without touching anything people use: every file is read back and every table loaded
 * into a database made for it, compared, migrated to this release, and removed.
 */
export async function rehearseRestore(name: string | undefined, { from }: { readonly from: Place }, config: Config = Config.fromEnv()): Promise<void> {
  const start = performance.now();
  const repository = repositoryAt(config, from);
  const product = productData();
  await interruptible(async (signal) => {
    const progress = terminalProgress(signal);
    const backup = await verifyBackup(repository, name ?? (await repository.newest()), product.release, progress);
    const forward = await migrationsAfter(backup);
    await withScratchDatabase(config.rehearsalUrl, (url) => withOwner(url, (client) =>
      restoreDatabase(client, { repository, backup, product, progress, appRole: decodeURIComponent(new URL(url).username) }), signal));
    progress.done();
    const seconds = Math.round((performance.now() - start) / 1_000);
    say(`The backup ${backup.name} can be restored: ${rowsOf(backup)} rows and ${backup.manifest.files.count} files, equal to the manifest; ` +
      `${forward.length} migrations bring it to this release. It took ${seconds} s.`);
    await withOwner(config.databaseOwnerUrl, (client) => recordAct(client, {
      action: 'operation.backup-rehearsed', backupId: backup.manifest.id, details: { rows: rowsOf(backup), files: backup.manifest.files.count, seconds },
    })).catch(() => say('The database is not there, so its audit does not know of this.'));
  });
}

/** Makes an empty database, and removes it whatever happens. */
async function withScratchDatabase<T>(serverUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `${PREFIX}${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name} template template0`);
  try {
    return await work(Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href);
  } finally {
    await onServer(serverUrl, `drop database if exists ${name} with (force)`);
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'khoi-backup', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(statement);
  } catch (error) {
    const isForbidden = error instanceof pg.DatabaseError && error.code === '42501';
    throw new BackupError(isForbidden
      ? 'This role may not create databases, and a rehearsal needs one of its own. Name a role that may in REHEARSAL_URL, on this server or better on another.'
      : `The server for the rehearsal cannot be used: ${reasonOf(error)}.`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
