import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, opendir, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Logger } from '@nestjs/common';
import { Meter, verified } from './byte-streams.js';
import { DiskParts } from './disk-parts.js';
import { isMissing, translateFileError } from './file-errors.js';
import { FileStore, type PartsUpload, requireKey, type StoredFile, type WrittenFile } from './file-store.js';

/** They begin with a dot, which no key may, so they are never listed or read. */
const UNFINISHED = '.unfinished';
const PARTS = '.parts';
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Files in a folder of this machine. An object appears whole or not at all, and outlives a power cut. */
export class DiskFileStore extends FileStore {
  readonly direct = null;
  readonly #root: string;
  readonly #parts: DiskParts;
  readonly #log = new Logger(DiskFileStore.name);

  constructor(folder: string) {
    super();
    this.#root = resolve(folder);
    this.#parts = new DiskParts(join(this.#root, PARTS));
  }

  async write(key: string, bytes: Readable, { maxBytes }: { readonly maxBytes: number }): Promise<WrittenFile> {
    const target = this.#pathOf(key);
    const unfinished = join(this.#root, UNFINISHED, randomUUID());
    return this.#guard(async () => {
      await this.#makeFolder(dirname(unfinished));
      await this.#makeFolder(dirname(target));
      const meter = new Meter(maxBytes);
      try {
        await pipeline(bytes, meter, createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }));
        await rename(unfinished, target);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      await syncFolder(dirname(target));
      return meter.result();
    });
  }

  async read(key: string, expected?: { readonly sha256: string }): Promise<Readable> {
    const path = this.#pathOf(key);
    // Opened before anything is sent, so that a missing object is an answer and not a broken stream.
    const file = await this.#guard(() => open(path, 'r'));
    const bytes = file.createReadStream();
    return expected === undefined ? bytes : verified(bytes, expected.sha256);
  }

  async move(from: string, to: string): Promise<void> {
    const [source, target] = [this.#pathOf(from), this.#pathOf(to)];
    await this.#guard(async () => {
      await this.#makeFolder(dirname(target));
      try {
        await rename(source, target);
      } catch (error) {
        if (isMissing(error) && (await this.exists(to))) return;
        throw error;
      }
      await syncFolder(dirname(target));
      await syncFolder(dirname(source));
    });
  }

  async remove(key: string): Promise<void> {
    const path = this.#pathOf(key);
    await this.#guard(() => rm(path, { force: true }));
  }

  async sizeOf(key: string): Promise<number | null> {
    const path = this.#pathOf(key);
    return this.#guard(async () => {
      try {
        const facts = await stat(path);
        return facts.isFile() ? facts.size : null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    });
  }

  async *list(folder: string): AsyncIterable<StoredFile> {
    const path = this.#pathOf(folder);
    let entries;
    try {
      entries = await opendir(path);
    } catch (error) {
      if (isMissing(error)) return;
      throw translateFileError(error);
    }
    for await (const entry of entries) {
      const key = `${folder}/${entry.name}`;
      if (entry.isDirectory()) yield* this.list(key);
      else {
        // It may be moved or removed while the list is read.
        const facts = await stat(join(path, entry.name)).catch(() => null);
        if (facts !== null) yield { key, size: facts.size, modifiedAt: facts.mtime };
      }
    }
  }

  async beginParts(key: string): Promise<string> {
    this.#pathOf(key);
    return this.#guard(() => this.#parts.begin());
  }

  async writePart(upload: PartsUpload, number: number, bytes: Readable): Promise<WrittenFile> {
    return this.#guard(() => this.#parts.write(upload, number, bytes));
  }

  async receivedParts(upload: PartsUpload): Promise<number[]> {
    return this.#guard(() => this.#parts.received(upload));
  }

  async finishParts(upload: PartsUpload): Promise<number[]> {
    const target = this.#pathOf(upload.key);
    return this.#guard(async () => {
      await this.#makeFolder(dirname(target));
      const missing = await this.#parts.finish(upload, target).catch(async (error: unknown) => {
        if (isMissing(error) && (await this.sizeOf(upload.key)) === upload.size) return [];
        throw error;
      });
      if (missing.length > 0) return missing;
      await syncFolder(dirname(target));
      await this.#parts.drop(upload.uploadId);
      return [];
    });
  }

  async abortParts({ uploadId }: Pick<PartsUpload, 'uploadId'>): Promise<void> {
    await this.#guard(() => this.#parts.drop(uploadId));
  }

  protect(key: string): Promise<boolean> {
    this.#pathOf(key);
    this.#log.warn({ msg: 'Files in a folder cannot be locked; an object store with object lock can.' });
    return Promise.resolve(false);
  }

  async sweep(): Promise<number> {
    const folder = join(this.#root, UNFINISHED);
    const names = await readdir(folder).catch(() => []);
    const old = await Promise.all(names.map(async (name) => {
      const facts = await stat(join(folder, name)).catch(() => null);
      return facts !== null && Date.now() - facts.mtimeMs > DAY_MS ? unlink(join(folder, name)).then(() => 1, () => 0) : 0;
    }));
    return old.reduce<number>((sum, one) => sum + one, await this.#parts.sweep());
  }

  #pathOf(key: string): string {
    return join(this.#root, ...requireKey(key).split('/'));
  }

  async #makeFolder(folder: string): Promise<void> {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) await syncFolder(dirname(made));
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw translateFileError(error);
    }
  }
}

/** Makes a rename survive a power cut. Windows cannot open folders and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  } finally {
    await handle?.close();
  }
}
