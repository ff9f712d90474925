import { createBackup as create, type CreatedBackup, type Tidied, tidyBackups, withOwner } from '@kit/backup';
import { Config } from '@kit/config';
import { recordAct } from './audit.js';
import { type Place, productStore, removeEmptyFolders, repositoryAt } from './places.js';
import { productData } from './product-data.js';
import { bytesText, interruptible, say, terminalProgress, warn } from './terminal.js';

export interface CreateBackupOptions {
  readonly to: Place;
  /** How many backups stay; `undefined`: all. */
  readonly keep?: number;
  readonly rewrite: boolean;
}

/** Exit code of a backup that is whole although files were missing already in the store of the product. */
const WITH_DAMAGE = 3;

/** Makes a backup and tidies the older ones. */
export async function createBackup({ to, keep, rewrite }: CreateBackupOptions, config: Config = Config.fromEnv()): Promise<CreatedBackup> {
  const repository = repositoryAt(config, to);
  const created = await interruptible((signal) => withOwner(config.databaseOwnerUrl, async (client) => {
    const progress = terminalProgress(signal);
    const made = await create(client, { store: productStore(config), repository, product: productData(), progress, rewrite });
    const { manifest } = made;
    await recordAct(client, {
      action: 'operation.backup-created', backupId: manifest.id,
      details: { tables: manifest.tables.length, rows: rowsOf(made), files: manifest.files.count, bytes: manifest.files.bytes, place: to },
    });
    progress.done();
    return made;
  }, signal));
  report(created, repository.place);
  if (keep !== undefined) {
    reportTidied(await tidyBackups(repository, keep));
    if (to === 'folder') await removeEmptyFolders(config.backupDir);
  }
  return created;
}

export const rowsOf = ({ manifest }: Pick<CreatedBackup, 'manifest'>): number => manifest.tables.reduce((sum, table) => sum + table.rows, 0);

function report({ name, manifest }: CreatedBackup, place: string): void {
  const { tables, files } = manifest;
  say(`The backup ${name} is in ${place}: ${tables.length} tables, ${rowsOf({ manifest })} rows, ${files.count} files of ${bytesText(files.bytes)}.`);
  if (files.damaged.length === 0) return;
  warn(`${files.damaged.length} files could not be backed up, because the store of the product no longer has them as it should:`);
  for (const { id, key, reason } of files.damaged) warn(`  file ${id} at ${key}: ${reason}`);
  process.exitCode = WITH_DAMAGE;
}

function reportTidied({ backups, objects }: Tidied): void {
  if (backups.length > 0) say(`Removed: ${backups.join(', ')}${objects > 0 ? ` and ${objects} objects nobody needs any more` : ''}.`);
}
