import { Injectable } from '@nestjs/common';
import type { FileStore } from '@kit/files';
import { FilesRepository } from '../data/files.repository.js';
import { cleanKey, inspectionKey, quarantineKey } from './links.js';
import { everyStoredFile, type Finding, type Findings, sha256Of, type StoredRow } from './stored-files.js';

export interface MoveOptions {
  readonly from: FileStore;
  readonly to: FileStore;
  /** Whether the source keeps what was moved. */
  readonly keep: boolean;
}

/**
 * Moves the bytes of all files from one store to another, under the same keys. A file counts as moved when what is read back from
 * the target has the checksum of the database; only then does the source lose it. Breaking off and beginning again costs nothing.
 * Parts of uploads that are under way stay behind: their senders begin again.
 */
@Injectable()
export class MoveFiles {
  constructor(private readonly files: FilesRepository) {}

  /** @throws UNAVAILABLE */
  execute(options: MoveOptions, onProgress: (done: number, total: number) => void): Promise<Findings> {
    return everyStoredFile(this.files, (row) => moveFile(row, options), onProgress);
  }
}

async function moveFile(row: StoredRow, options: MoveOptions): Promise<Finding> {
  if (row.sha256 !== null) return moveBytes(row.storageKey, row.declaredSize, row.sha256, options);
  // Nobody has looked at these bytes yet, and they may be at any station of the check.
  const findings: Finding[] = [];
  for (const key of [quarantineKey(row.id), inspectionKey(row.id), cleanKey(row.id)]) findings.push(await moveBytes(key, row.declaredSize, null, options));
  return findings.find((finding) => finding !== 'absent') ?? 'absent';
}

async function moveBytes(key: string, maxBytes: number, known: string | null, { from, to, keep }: MoveOptions): Promise<Finding> {
  const [isHere, isThere] = await Promise.all([from.exists(key), to.exists(key)]);
  if (!isHere) return isThere ? 'there' : known === null ? 'absent' : 'missing';
  const isProven = isThere && known !== null && (await sha256Of(await to.read(key))) === known;
  if (!isProven && !(await copy(key, maxBytes, known, from, to))) return 'damaged';
  if (!keep) await from.remove(key);
  return isProven && keep ? 'there' : 'done';
}

/** Whether the target now has the bytes that the database knows, or those of the source where it knows none. */
async function copy(key: string, maxBytes: number, known: string | null, from: FileStore, to: FileStore): Promise<boolean> {
  const written = await to.write(key, await from.read(key), { maxBytes });
  const isRight = (known === null || written.sha256 === known) && (await sha256Of(await to.read(key))) === written.sha256;
  if (!isRight) await to.remove(key);
  return isRight;
}
