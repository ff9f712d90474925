import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { Fault } from './fault.js';

/** Slides with a thousand pictures have some thousand parts. */
const MOST_ENTRIES = 10_000;
/** Of everything unpacked, archives inside included: a document of 25 MB full of tables has some 200 MB. */
const MOST_UNPACKED_BYTES = 400 * 1024 * 1024;
/** Text of tables packs 20 to 60 times, blank pictures more; only what is large may not pack better than this. */
const MOST_RATIO = 200;
const LARGE_BYTES = 20 * 1024 * 1024;
const LOCAL_HEADER_BYTES = 30;
const END_RECORD_BYTES = 22;

/** How much may still be unpacked; shared with the archives inside. */
export class UnpackBudget {
  #left = MOST_UNPACKED_BYTES;

  /** @throws Fault BOMB */
  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw new Fault('BOMB');
  }
}

/** One file of an archive. */
export interface ArchivePart {
  readonly name: string;
  /** Unpacked, as the archive says; `chunks` holds it to that. */
  readonly size: number;
  /** The unpacked bytes, once. What is not read to the end is not checked. */
  chunks(): AsyncIterable<Buffer>;
}

/** Opens an archive of a path or of bytes, and looks at its plan before anything is unpacked. @throws Fault */
export async function openArchive(from: string | Buffer, budget: UnpackBudget): Promise<Archive> {
  try {
    const zip = await openWhole(from);
    try {
      return new Archive(zip, await planOf(zip), budget);
    } catch (error) {
      zip.close();
      throw error;
    }
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('DAMAGED');
  }
}

async function openWhole(from: string | Buffer): Promise<yauzl.ZipFile> {
  const options = { autoClose: false, lazyEntries: true };
  try {
    return await (typeof from === 'string' ? yauzl.openPromise(from, options) : yauzl.fromBufferPromise(from, options));
  } catch (error) {
    if (!/extra bytes at the end/.test(String(error))) throw error;
    // Web servers of old left a line break behind; Office reads over it.
    const bytes = typeof from === 'string' ? await readFile(from) : from;
    return yauzl.fromBufferPromise(bytes.subarray(0, endOfArchive(bytes)), options);
  }
}

/** Behind the record that ends an archive, and its comment. */
function endOfArchive(bytes: Buffer): number {
  const record = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  return record === -1 || record + END_RECORD_BYTES > bytes.length ? bytes.length : record + END_RECORD_BYTES + bytes.readUInt16LE(record + 20);
}

export class Archive {
  constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly entries: readonly yauzl.Entry[],
    private readonly budget: UnpackBudget,
  ) {}

  get names(): readonly string[] {
    return this.entries.map(({ fileName }) => fileName);
  }

  /** Every file, in the order of the archive. */
  *parts(): Iterable<ArchivePart> {
    for (const entry of this.entries) {
      if (!entry.fileName.endsWith('/')) yield { name: entry.fileName, size: entry.uncompressedSize, chunks: () => this.#unpack(entry) };
    }
  }

  close(): void {
    this.zip.close();
  }

  async *#unpack(entry: yauzl.Entry): AsyncIterable<Buffer> {
    let sum = 0;
    let size = 0;
    const stream = await this.#open(entry);
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length;
        // The plan may lie about sizes; the bytes do not.
        if (size > entry.uncompressedSize) throw new Fault('BOMB');
        this.budget.spend(chunk.length);
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof Fault) throw error;
      throw new Fault(/too many bytes/.test(String(error)) ? 'BOMB' : 'DAMAGED');
    }
    if (sum !== entry.crc32) throw new Fault('DAMAGED');
  }

  async #open(entry: yauzl.Entry): Promise<Readable> {
    try {
      return await this.zip.openReadStreamPromise(entry);
    } catch {
      throw new Fault('DAMAGED');
    }
  }
}

async function planOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw new Fault('BOMB');
  const entries: yauzl.Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  // Which of two parts of one name counts depends on who reads: what is checked would not be what is opened.
  if (new Set(entries.map(({ fileName }) => fileName.toLowerCase())).size < entries.length) throw new Fault('DAMAGED');
  if (entries.some((entry) => entry.isEncrypted())) throw new Fault('ENCRYPTED');
  if (!entries.every((entry) => entry.canDecodeFileData())) throw new Fault('DAMAGED');
  if (entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > MOST_UNPACKED_BYTES) throw new Fault('BOMB');
  if (entries.some(isSuspiciouslyDense) || overlap(entries)) throw new Fault('BOMB');
  return entries;
}

function isSuspiciouslyDense({ compressedSize, uncompressedSize }: yauzl.Entry): boolean {
  return uncompressedSize > LARGE_BYTES && uncompressedSize > compressedSize * MOST_RATIO;
}

/** Entries that share bytes make a small archive unpack to anything. */
function overlap(entries: readonly yauzl.Entry[]): boolean {
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  return sorted.some((entry, index) => {
    const before = sorted[index - 1];
    return before !== undefined && entry.relativeOffsetOfLocalHeader
      < before.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + before.fileNameLength + before.compressedSize;
  });
}
