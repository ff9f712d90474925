import { finished } from 'node:stream/promises';
import { contentMissing, type FileStore } from '@kit/files';
import { BackupError, reasonOf } from './backup-error.js';
import type { FileEntry } from './format.js';
import type { Progress } from './product-data.js';
import type { BackupRepository, OpenBackup } from './repository.js';
import { chain, Meter } from './streams.js';
import { damaged, filesOf, readFileEntry } from './verify-backup.js';

const LANES = 4;
const NO_LIMIT = { maxBytes: Number.MAX_SAFE_INTEGER } as const;

/** How many files were there already with the right bytes, and how many were written. */
export interface RestoredFiles {
  readonly kept: number;
  readonly written: number;
}

/**
 * Brings the bytes of every file of the backup into the store, under the keys its rows name. What is there with the right
 * bytes stays; nothing is removed, so the rows of the database as it is now keep their bytes until the restore is committed.
 * @throws BackupError when an object is missing or not as it was written; what was written until then harms nobody
 */
export async function restoreFiles(repository: BackupRepository, backup: OpenBackup, store: FileStore, progress: Progress): Promise<RestoredFiles> {
  const { count } = backup.manifest.files;
  progress.step(`Files (${count})`);
  const files = filesOf(repository, backup);
  let [kept, written] = [0, 0];
  const lane = async (): Promise<void> => {
    for (let next = await files.next(); next.done !== true; next = await files.next()) {
      progress.signal?.throwIfAborted();
      if (await isThere(store, next.value)) kept += 1;
      else {
        await writeFile(repository, backup, store, next.value);
        written += 1;
      }
      progress.at(kept + written, count, 'files');
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { kept, written };
}

async function isThere(store: FileStore, { key, sha256, size }: FileEntry): Promise<boolean> {
  try {
    if ((await store.sizeOf(key)) !== size) return false;
    const meter = new Meter();
    await finished(chain(await store.read(key), meter).resume());
    return meter.sha256 === sha256;
  } catch (error) {
    if (contentMissing.is(error)) return false;
    throw new BackupError(`The files of the product cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}

async function writeFile(repository: BackupRepository, backup: OpenBackup, store: FileStore, file: FileEntry): Promise<void> {
  const what = `the object of file ${file.id}`;
  const source = await readFileEntry(repository, backup, file);
  let written;
  try {
    written = await store.write(file.key, source, NO_LIMIT);
  } catch (error) {
    if (source.errored !== null) throw damaged(what, source.errored);
    throw new BackupError(`A file could not be written into the store of the product: ${reasonOf(error)}.`, { cause: error });
  }
  if (written.sha256 === file.sha256 && written.size === file.size) return;
  await store.remove(file.key);
  throw damaged(what);
}
