import { finished } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { BackupError, reasonOf } from './backup-error.js';
import { type FileEntry, fileLineSchema, type TableEntry, tableEntry } from './format.js';
import type { Progress } from './product-data.js';
import type { BackupRepository, OpenBackup } from './repository.js';
import { chain, linesOf, Meter } from './streams.js';

/**
 * Reads a backup back in full: every table, every object; counts and hashes must be those of the manifest.
 * Marks it as verified, so that the retention keeps it.
 * @throws BackupError naming the first difference
 */
export async function verifyBackup(repository: BackupRepository, name: string, release: string, progress: Progress): Promise<OpenBackup> {
  const backup = await repository.open(name);
  progress.step(`Database (${backup.manifest.tables.length} tables)`);
  let rows = 0;
  for (const table of backup.manifest.tables) {
    await checkTable(repository, backup, table);
    progress.at((rows += table.rows), 0, 'rows');
  }
  progress.step(`Files (${backup.manifest.files.count})`);
  const seen = new Set<string>();
  let done = 0;
  for await (const file of filesOf(repository, backup)) {
    if (!seen.has(file.object)) await checkObject(repository, backup, file);
    seen.add(file.object);
    progress.at((done += 1), backup.manifest.files.count, 'files');
  }
  await repository.markVerified(name, release);
  return backup;
}

/** @throws BackupError when the entry of a table is not as it was written */
export async function checkTable(repository: BackupRepository, backup: OpenBackup, table: TableEntry): Promise<void> {
  const meter = new Meter(true);
  await drain(await readTableEntry(repository, backup, table.name), meter, `the table ${table.name}`);
  requireEqual(meter, table, `the table ${table.name}`);
}

export async function readTableEntry(repository: BackupRepository, backup: OpenBackup, table: string): Promise<Readable> {
  try {
    return await repository.read(backup, tableEntry(table));
  } catch (error) {
    throw damaged(`the table ${table}`, error);
  }
}

/** The files of a backup, one after the other. @throws BackupError when the list is not as it was written */
export async function* filesOf(repository: BackupRepository, backup: OpenBackup): AsyncGenerator<FileEntry> {
  const { list, count } = backup.manifest.files;
  const meter = new Meter();
  let found = 0;
  try {
    for await (const line of linesOf(chain(await repository.read(backup, 'files'), meter))) {
      found += 1;
      yield fileLineSchema.parse(JSON.parse(line));
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw damaged('the list of files', error);
  }
  if (found !== count || meter.bytes !== list.bytes || meter.sha256 !== list.sha256) throw damaged('the list of files');
}

/** The bytes of a file out of the backup. @throws BackupError when the object is not there */
export async function readFileEntry(repository: BackupRepository, backup: OpenBackup, file: FileEntry): Promise<Readable> {
  try {
    return await repository.readObject(file.object, backup.vault);
  } catch (error) {
    throw damaged(`the object of file ${file.id}`, error);
  }
}

async function checkObject(repository: BackupRepository, backup: OpenBackup, file: FileEntry): Promise<void> {
  const meter = new Meter();
  const what = `the object of file ${file.id}`;
  await drain(await readFileEntry(repository, backup, file), meter, what);
  if (meter.bytes !== file.size || meter.sha256 !== file.sha256) throw damaged(what);
}

async function drain(source: Readable, meter: Meter, what: string): Promise<void> {
  try {
    await finished(chain(source, meter).resume());
  } catch (error) {
    throw damaged(what, error);
  }
}

/** @throws BackupError when a table is not the one the manifest tells of */
export function requireEqual(meter: Meter, table: TableEntry, what: string): void {
  if (meter.lines !== table.rows) throw new BackupError(`The backup is damaged: ${what} has ${meter.lines} rows instead of ${table.rows}.`);
  if (meter.bytes !== table.bytes || meter.sha256 !== table.sha256) throw damaged(what);
}

export function damaged(what: string, error?: unknown): BackupError {
  if (error instanceof BackupError) return error;
  const reason = error === undefined ? 'its content is not what the manifest says' : reasonOf(error);
  return new BackupError(`The backup is damaged: ${what} cannot be used (${reason}). Other backups are not affected by that unless they share it; "backup create --rewrite" writes every object anew.`, { cause: error });
}
