import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const PREFIX = 'khoi-inspection-';

/** Bytes of a stranger on this machine's disk, for as long as they are looked at. */
export interface TemporaryCopy {
  readonly path: string;
  /** Bytes that came, at most one more than allowed. */
  readonly size: number;
  /** Of all bytes that came, in hexadecimal. */
  readonly sha256: string;
}

/** How much is taken of a stream. */
export interface CopyLimits {
  /** The stream is broken off one byte behind so many. */
  readonly maxBytes: number;
  /** Only the first so many are written down; the others are counted and hashed. Default: all. */
  readonly keptBytes?: number;
}

/** The folder in which this process puts files to be looked at; nobody else reads it. */
export class TemporaryFolder {
  #made: Promise<string> | undefined;

  path(): Promise<string> {
    return (this.#made ??= this.#make());
  }

  /** Puts the bytes into a file, lends it, and removes it whatever happens. */
  async lend<T>(bytes: Readable, limits: CopyLimits, use: (copy: TemporaryCopy) => Promise<T>): Promise<T> {
    const path = join(await this.path(), randomUUID());
    const gauge = new Gauge(limits);
    try {
      await pipeline(bytes, gauge, createWriteStream(path, { flags: 'wx', mode: 0o600 })).catch((error: unknown) => {
        if (!gauge.isOver) throw error;
      });
      return await use({ path, size: gauge.size, sha256: gauge.sha256() });
    } finally {
      await rm(path, { force: true });
    }
  }

  async remove(): Promise<void> {
    const made = await this.#made?.catch(() => undefined);
    this.#made = undefined;
    if (made !== undefined) await rm(made, { recursive: true, force: true });
  }

  async #make(): Promise<string> {
    const parent = await realpath(tmpdir());
    await mkdir(parent, { recursive: true });
    await removeLeftovers(parent);
    return mkdtemp(join(parent, `${PREFIX}${process.pid}-`));
  }
}

/** Removes folders of processes that were killed. */
async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const owner = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (owner > 0 && !isAlive(owner)) await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Counts, hashes, and breaks off behind the limit. */
class Gauge extends Transform {
  readonly #hash = createHash('sha256');
  readonly #keptBytes: number;
  readonly #maxBytes: number;
  size = 0;

  constructor({ maxBytes, keptBytes = Infinity }: CopyLimits) {
    super();
    this.#maxBytes = maxBytes;
    this.#keptBytes = keptBytes;
  }

  get isOver(): boolean {
    return this.size > this.#maxBytes;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const before = this.size;
    this.size = Math.min(before + chunk.length, this.#maxBytes + 1);
    if (this.isOver) return done(new Error('more bytes than allowed'));
    this.#hash.update(chunk);
    done(null, before < this.#keptBytes ? chunk.subarray(0, this.#keptBytes - before) : undefined);
  }

  sha256(): string {
    return this.#hash.digest('hex');
  }
}
