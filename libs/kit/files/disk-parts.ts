import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Meter } from './byte-streams.js';
import { contentMissing } from './file-errors.js';
import { missingParts, partLength, type PartsUpload, type WrittenFile } from './file-store.js';

const UPLOAD_ID = /^[0-9a-f-]{36}$/;
const BYTES = 'bytes';
const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

/**
 * Uploads in parts on a disk. Each has a folder with one file, into which every part is written at its own place, and an empty
 * file for each part that is whole: so the parts need not be copied to make the object, and what is there outlives a crash.
 */
export class DiskParts {
  /** @param folder where the folders of the uploads stand */
  constructor(private readonly folder: string) {}

  async begin(): Promise<string> {
    const uploadId = randomUUID();
    const folder = this.#folderOf(uploadId);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await (await open(join(folder, BYTES), 'wx', 0o600)).close();
    return uploadId;
  }

  async write(upload: PartsUpload, number: number, bytes: Readable): Promise<WrittenFile> {
    const length = partLength(upload, number);
    const folder = this.#folderOf(upload.uploadId);
    const done = join(folder, String(number));
    await rm(done, { force: true });
    const meter = new Meter(length);
    await pipeline(bytes, meter, createWriteStream(join(folder, BYTES), { flags: 'r+', start: (number - 1) * upload.partSize, flush: true }));
    const written = meter.result();
    if (written.size === length) await writeFile(done, '', { mode: 0o600, flush: true });
    return written;
  }

  /** @throws ENOENT when the upload is over */
  async received({ uploadId }: PartsUpload): Promise<number[]> {
    const names = await readdir(this.#folderOf(uploadId));
    return names.filter((name) => name !== BYTES).map(Number).sort((a, b) => a - b);
  }

  /** Moves the object to its place when all parts are there; answers those that are missing. */
  async finish(upload: PartsUpload, target: string): Promise<number[]> {
    const missing = missingParts(upload, await this.received(upload));
    if (missing.length === 0) await rename(join(this.#folderOf(upload.uploadId), BYTES), target);
    return missing;
  }

  async drop(uploadId: string): Promise<void> {
    if (!UPLOAD_ID.test(uploadId)) return;
    await rm(this.#folderOf(uploadId), { recursive: true, force: true });
  }

  /** Drops uploads in which nothing has happened for a week; answers how many. */
  async sweep(): Promise<number> {
    let dropped = 0;
    for (const uploadId of await readdir(this.folder).catch(() => [])) {
      const isOld = await stat(join(this.folder, uploadId)).then(({ mtimeMs }) => Date.now() - mtimeMs > WEEK_MS, () => false);
      if (!isOld) continue;
      await rm(join(this.folder, uploadId), { recursive: true, force: true });
      dropped += 1;
    }
    return dropped;
  }

  #folderOf(uploadId: string): string {
    // Another store gave it, from which the files were moved here.
    if (!UPLOAD_ID.test(uploadId)) throw contentMissing();
    return join(this.folder, uploadId);
  }
}
