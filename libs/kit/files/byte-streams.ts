import { createHash } from 'node:crypto';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { contentDamaged, contentTooLarge } from './file-errors.js';
import type { WrittenFile } from './file-store.js';

/** Counts, hashes and cuts off. */
export class Meter extends Transform {
  readonly #hash = createHash('sha256');
  #size = 0;

  constructor(private readonly maxBytes: number) {
    super();
  }

  /** @throws CONTENT_TOO_LARGE */
  count(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.maxBytes) throw contentTooLarge({ maxBytes: this.maxBytes });
    this.#hash.update(chunk);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      this.count(chunk);
    } catch (error) {
      return done(error as Error);
    }
    done(null, chunk);
  }

  result(): WrittenFile {
    return { size: this.#size, sha256: this.#hash.digest('hex') };
  }
}

/** The same bytes; fails with CONTENT_DAMAGED, and keeps back the last of them, when they are not those of the checksum. */
export function verified(bytes: Readable, sha256: string): Readable {
  const checked = Readable.from(checkedChunks(bytes, sha256), { objectMode: false });
  checked.once('close', () => bytes.destroy());
  return checked;
}

async function* checkedChunks(bytes: Readable, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    if (held !== undefined) yield held;
    hash.update(chunk);
    held = chunk;
  }
  if (hash.digest('hex') !== sha256) throw contentDamaged();
  if (held !== undefined) yield held;
}
