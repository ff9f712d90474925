import { type OpenBackup, verifyBackup as verify, withOwner } from '@kit/backup';
import { Config } from '@kit/config';
import { recordAct } from './audit.js';
import { rowsOf } from './create.action.js';
import { type Place, repositoryAt } from './places.js';
import { productData } from './product-data.js';
import { bytesText, say, terminalProgress } from './terminal.js';

/** Reads a backup back in full. Needs no database: where there is one, it records that the backup was verified. */
export async function verifyBackup(name: string | undefined, { from }: { readonly from: Place }, config: Config = Config.fromEnv()): Promise<void> {
  const repository = repositoryAt(config, from);
  const progress = terminalProgress();
  const backup = await verify(repository, name ?? (await repository.newest()), productData().release, progress);
  progress.done();
  const { manifest } = backup;
  say(`The backup ${backup.name} is equal to its manifest: ${manifest.tables.length} tables, ${rowsOf(backup)} rows, ` +
    `${manifest.files.count} files of ${bytesText(manifest.files.bytes)}, as of ${manifest.takenAt}.`);
  if (manifest.files.damaged.length > 0) say(`${manifest.files.damaged.length} files were missing in the store already when it was made.`);
  await withOwner(config.databaseOwnerUrl, (client) =>
    recordAct(client, { action: 'operation.backup-verified', backupId: manifest.id, details: { rows: rowsOf(backup), files: manifest.files.count } }),
  ).catch(() => say('The database is not there, so its audit does not know of this.'));
}

/** Prints every backup of a place, the newest last. */
export async function listBackups({ from }: { readonly from: Place }, config: Config = Config.fromEnv()): Promise<void> {
  const repository = repositoryAt(config, from);
  const sets = await repository.sets();
  if (sets.length === 0) say(`There is no backup in ${repository.place}.`);
  for (const { name, isWhole, verifiedAt, modifiedAt } of sets) {
    const opened = isWhole ? await repository.open(name).catch((error: Error) => error) : null;
    const state = opened === null ? 'never finished' : verifiedAt === null ? 'whole' : `verified ${verifiedAt.toISOString()}`;
    say([name, state, opened === null || opened instanceof Error ? `${modifiedAt.toISOString()}  ${opened?.message ?? ''}` : summary(opened)].join('  '));
  }
}

function summary({ header, manifest }: OpenBackup): string {
  const { takenAt, release, files, kind } = manifest;
  return `${takenAt}  release ${release}  ${rowsOf({ manifest })} rows  ${files.count} files of ${bytesText(files.bytes)}` +
    `${header.encrypted ? '  encrypted' : ''}${kind === 'SAFETY' ? '  set aside before a restore' : ''}`;
}
