import { setTimeout as delay } from 'node:timers/promises';
import {
  BackupError, type BackupRepository, createBackup, migrationsAfter, type OpenBackup, OutcomeUnknownError, type Progress, reasonOf, restoreDatabase, restoreFiles, withOwner,
} from '@kit/backup';
import { Config } from '@kit/config';
import { migrateQueues } from '@kit/jobs';
import { askMaintenance, switchMaintenance } from '@kit/maintenance';
import type { Client } from 'pg';
import { recordAct } from './audit.js';
import { rowsOf } from './create.action.js';
import { appRoleOf, type Place, productStore, repositoryAt } from './places.js';
import { productData } from './product-data.js';
import { emptyQueueTables, emptyRedis } from './queues.js';
import { interruptible, say, terminalProgress, warn } from './terminal.js';

export interface RestoreOptions {
  readonly from: Place;
  /** Whether data that are there may be replaced. */
  readonly replace: boolean;
  /** Whether they are set aside first. */
  readonly safetyBackup: boolean;
}

/** Every process looks for the sign once a second; in this time they have seen it and answered what was under way. */
const CLOSING_MS = 3_000;
const MESSAGE = {
  vi: 'Dữ liệu đang được khôi phục từ bản sao lưu. Sau khi hệ thống mở lại, vui lòng đăng nhập lại.',
  en: 'Data are being restored from a backup. When the platform opens again, please sign in anew.',
};

/** Restores a backup: the newest, or the one named. Until its commit nothing that people use has changed. */
export async function restoreBackup(name: string | undefined, options: RestoreOptions, config: Config = Config.fromEnv()): Promise<void> {
  const repository = repositoryAt(config, options.from);
  const backup = await repository.open(name ?? (await repository.newest()));
  await migrationsAfter(backup);
  await interruptible((signal) => withOwner(config.databaseOwnerUrl, async (client) => {
    const hasData = await holdsData(client);
    if (hasData && !options.replace) {
      throw new BackupError('The database is not empty. To replace what is in it, add --replace; it is set aside as a backup first.');
    }
    const progress = terminalProgress(signal);
    const replacement = { config, client, repository, backup, progress, isSetAside: hasData && options.safetyBackup };
    await behindClosedDoors(config, client, () => replaceAll(replacement), () => rebuildQueues(config, progress));
    progress.done();
  }, signal));
  const { manifest } = backup;
  say(`The backup ${backup.name} is restored: ${rowsOf(backup)} rows and ${manifest.files.count} files as of ${manifest.takenAt}. Everybody signs in anew.`);
  if (manifest.files.damaged.length > 0) say(`${manifest.files.damaged.length} files were missing already when it was made; their rows are there and their bytes are not.`);
}

/** Whether there is anything a restore would destroy. A database without the schema holds nothing. */
async function holdsData(client: Client): Promise<boolean> {
  const { rows: [schema] } = await client.query<{ there: boolean }>("select to_regclass('public.tenant') is not null as there");
  if (schema?.there !== true) return false;
  const { rows: [found] } = await client.query<{ hasData: boolean }>(productData().hasData);
  return found?.hasData === true;
}

/**
 * Runs `work` with the doors closed. When it fails, the database is as it was, and the doors open as they were. When `after` fails,
 * the restore is a fact and not complete, so they stay closed.
 */
async function behindClosedDoors(config: Config, client: Client, work: () => Promise<void>, after: () => Promise<void>): Promise<void> {
  const before = await askMaintenance(config);
  // Doors that an earlier restore closed and could not open, because it was killed, are not left closed.
  const state = before?.reason === 'RESTORE' ? null : before;
  await switchMaintenance(config, { reason: 'RESTORE', since: new Date().toISOString(), message: MESSAGE, retrySeconds: 120 });
  const open = async (): Promise<void> => {
    const { file, table } = await switchMaintenance(config, state);
    if (file !== null || table !== null) warn('Maintenance could not be ended everywhere: run "console maintenance off".');
  };
  try {
    if (await isUsed(client)) await delay(CLOSING_MS);
    await work();
  } catch (error) {
    if (error instanceof OutcomeUnknownError) throw error;
    await open();
    throw new BackupError(`${reasonOf(error)}\nNothing was restored: the database is exactly as it was before.`, { cause: error });
  }
  try {
    await after();
  } catch (error) {
    throw new BackupError(`The rows and files are restored, but the job queues are not ready: ${reasonOf(error)}. ` +
      'Mend that, run "console migrate" and then "console maintenance off"; until then the doors stay closed.', { cause: error });
  }
  await open();
}

async function isUsed(client: Client): Promise<boolean> {
  const { rows: [others] } = await client.query<{ there: boolean }>(
    'select exists (select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()) as there');
  return others?.there === true;
}

interface Replacement {
  readonly config: Config;
  readonly client: Client;
  readonly repository: BackupRepository;
  readonly backup: OpenBackup;
  readonly progress: Progress;
  readonly isSetAside: boolean;
}

async function replaceAll({ config, client, repository, backup, progress, isSetAside }: Replacement): Promise<void> {
  const product = productData();
  const store = productStore(config);
  if (isSetAside) {
    progress.step('Safety backup of what is there now');
    const { name } = await createBackup(client, { store, repository, product, progress, kind: 'SAFETY' });
    progress.step(`What was there is the backup ${name}`);
  }
  await restoreFiles(repository, backup, store, progress);
  await restoreDatabase(client, {
    repository, backup, product, progress, appRole: appRoleOf(config),
    finally: async () => {
      await emptyQueueTables(client);
      await recordAct(client, {
        action: 'operation.backup-restored', backupId: backup.manifest.id, everyWard: true,
        details: { takenAt: backup.manifest.takenAt, release: backup.manifest.release, rows: rowsOf(backup), files: backup.manifest.files.count },
      });
    },
  });
}

async function rebuildQueues(config: Config, progress: Progress): Promise<void> {
  progress.step('Job queues');
  await migrateQueues(config.databaseOwnerUrl, appRoleOf(config));
  if (config.redisUrl !== null) await emptyRedis(config.redisUrl);
}
