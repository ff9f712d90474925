import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FilesRepository } from '../data/files.repository.js';

/** A file as the store should have it. `sha256` is `null` while its bytes were not checked. */
export type StoredRow = Awaited<ReturnType<FilesRepository['stored']>>[number];

/**
 * What became of a file: `done` now, `there` already, `absent` as nothing has come yet, or one of the two that must not be:
 * `missing` although the database knows its checksum, `damaged` as its bytes have another.
 */
export type Finding = 'done' | 'there' | 'absent' | 'missing' | 'damaged';

export interface Findings {
  readonly count: Readonly<Record<Finding, number>>;
  /** Ids of files that are missing or damaged. */
  readonly faulty: readonly string[];
}

/** Files under way at once: enough to hide the time that a store takes to answer. */
const LANES = 4;
const PAGE = 200;

/** Does something to every file of the installation; one fault stops nothing but the store being away. */
export async function everyStoredFile(
  files: FilesRepository, act: (row: StoredRow) => Promise<Finding>, onProgress: (done: number, total: number) => void,
): Promise<Findings> {
  const total = await files.countStored();
  const count = { done: 0, there: 0, absent: 0, missing: 0, damaged: 0 };
  const faulty: string[] = [];
  let seen = 0;
  for (let page = await files.stored(null, PAGE); page.length > 0; page = await files.stored(page.at(-1)!.id, PAGE)) {
    const waiting = [...page];
    const lane = async (): Promise<void> => {
      for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
        const finding = await act(row);
        count[finding] += 1;
        if (finding === 'missing' || finding === 'damaged') faulty.push(row.id);
        seen += 1;
        onProgress(seen, Math.max(total, seen));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }
  return { count, faulty };
}

/** SHA-256 of a stream, in hexadecimal. */
export async function sha256Of(bytes: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
