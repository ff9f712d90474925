import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, opendir, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { contentTooLarge, isMissing, translateFileError } from './file-errors.js';
import { FileStore, type StoredFile, type WrittenFile } from './file-store.js';

const KEY = /^[a-z0-9][a-z0-9-]{0,99}(\/[a-z0-9][a-z0-9-]{0,99}){0,5}$/;
/** Begins with a dot, which no key may, so it is never listed or read. */
const UNFINISHED = '.unfinished';
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Files in a folder of this machine. An object appears whole or not at all, and outlives a power cut. */
export class DiskFileStore extends FileStore {
  readonly #root: string;

  constructor(folder: string) {
    super();
    this.#root = resolve(folder);
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

  async read(key: string): Promise<Readable> {
    const path = this.#pathOf(key);
    // Opened before anything is sent, so that a missing object is an answer and not a broken stream.
    const file = await this.#guard(() => open(path, 'r'));
    return file.createReadStream();
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

  async exists(key: string): Promise<boolean> {
    const path = this.#pathOf(key);
    return this.#guard(async () => {
      try {
        return (await stat(path)).isFile();
      } catch (error) {
        if (isMissing(error)) return false;
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

  /** Removes what writes left behind that died more than a day ago; answers how many. */
  async sweep(): Promise<number> {
    const folder = join(this.#root, UNFINISHED);
    const names = await readdir(folder).catch(() => []);
    const old = await Promise.all(names.map(async (name) => {
      const facts = await stat(join(folder, name)).catch(() => null);
      return facts !== null && Date.now() - facts.mtimeMs > DAY_MS ? unlink(join(folder, name)).then(() => 1, () => 0) : 0;
    }));
    return old.reduce<number>((sum, one) => sum + one, 0);
  }

  #pathOf(key: string): string {
    if (!KEY.test(key)) throw new TypeError('a storage key is lower-case words and ids between slashes');
    return join(this.#root, ...key.split('/'));
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

/** Counts, hashes and cuts off. */
class Meter extends Transform {
  readonly #hash = createHash('sha256');
  #size = 0;

  constructor(private readonly maxBytes: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#size += chunk.length;
    if (this.#size > this.maxBytes) return done(contentTooLarge({ maxBytes: this.maxBytes }));
    this.#hash.update(chunk);
    done(null, chunk);
  }

  result(): WrittenFile {
    return { size: this.#size, sha256: this.#hash.digest('hex') };
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
