import { createHash } from 'node:crypto';
import { Readable, Transform, type TransformCallback } from 'node:stream';

const LINE_END = 0x0a;

/** Lets bytes pass and counts and hashes them. */
export class Meter extends Transform {
  readonly #hash = createHash('sha256');
  bytes = 0;
  /** Line ends. COPY text has exactly one for each row. */
  lines = 0;
  #sha256: string | undefined;

  constructor(private readonly countsLines = false) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    this.#hash.update(chunk);
    if (this.countsLines) for (let at = chunk.indexOf(LINE_END); at !== -1; at = chunk.indexOf(LINE_END, at + 1)) this.lines += 1;
    done(null, chunk);
  }

  /** In hex; ask after the last byte. */
  get sha256(): string {
    this.#sha256 ??= this.#hash.digest('hex');
    return this.#sha256;
  }
}

export const sha256Of = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * A Node stream as a web stream that reads one chunk ahead. `Readable.toWeb` would count chunks where it should count bytes,
 * and read gigabytes ahead of a slow writer.
 */
export function webOf(source: Readable): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value as Uint8Array);
    },
    cancel: () => void source.destroy(),
  }, { highWaterMark: 1 });
}

/** A web stream as a Node stream of bytes. */
export function nodeOf(source: ReadableStream<Uint8Array>): Readable {
  return Readable.from(chunksOf(source), { objectMode: false, highWaterMark: 64 * 1_024 });
}

async function* chunksOf(source: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  // An empty chunk would count as the end.
  for await (const chunk of source as unknown as AsyncIterable<Uint8Array>) if (chunk.length > 0) yield chunk;
}

/** All bytes of a small entry. */
export async function bytesOf(source: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * Passes `source` through `steps` to a stream that fails when any of them fails, and ends all of them when it is abandoned.
 * For handing a chain on to somebody who reads it.
 */
export function chain(source: Readable, ...steps: Transform[]): Readable {
  let last: Readable = source;
  for (const step of steps) {
    const before = last;
    before.once('error', (error) => step.destroy(error));
    step.once('close', () => before.destroy());
    last = before.pipe(step);
  }
  return last;
}

/** The lines of a text, without their ends. */
export async function* linesOf(source: Readable): AsyncGenerator<string> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
