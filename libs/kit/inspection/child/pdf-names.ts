import { inflateSync } from 'node:zlib';
import { Fault } from './fault.js';

/** Objects may lie packed inside others; so much is unpacked to read their names. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

const SPACE = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const DELIMITERS = new Set(Buffer.from('()<>[]{}/%'));
const [SLASH, PERCENT, OPEN, CLOSE, BACKSLASH, LESS] = Buffer.from('/%()\\<') as unknown as [number, number, number, number, number, number];

/**
 * Every name (`/JavaScript`) that stands in the objects of a PDF, spelled out: `/J#53` is `JS`. Texts, comments and the contents of
 * streams are passed over; objects packed in streams are unpacked. It follows no reference, so what an incremental update took
 * out still counts, and what a reader would repair does too.
 * @throws Fault BOMB
 */
export function pdfNames(bytes: Buffer): ReadonlySet<string> {
  const reader = new NameReader(bytes, { left: MOST_UNPACKED_BYTES });
  reader.read();
  return reader.names;
}

class NameReader {
  readonly names: Set<string>;
  /** Names since the last stream: those of the dictionary that describes the next one are among them. */
  #recent = new Set<string>();
  #at = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly budget: { left: number },
    names = new Set<string>(),
  ) {
    this.names = names;
  }

  read(): void {
    while (this.#at < this.bytes.length) {
      const byte = this.bytes[this.#at]!;
      if (byte === SLASH) this.#name();
      else if (byte === OPEN) this.#text();
      else if (byte === PERCENT) this.#skipTo(0x0a, 0x0d);
      else if (byte === LESS && this.bytes[this.#at + 1] !== LESS) this.#skipTo(0x3e);
      else if (byte === LESS) this.#at += 2;
      else if (byte >= 0x61 && byte <= 0x7a) this.#word();
      else this.#at += 1;
    }
  }

  #name(): void {
    const start = ++this.#at;
    while (this.#at < this.bytes.length && !SPACE.has(this.bytes[this.#at]!) && !DELIMITERS.has(this.bytes[this.#at]!)) this.#at += 1;
    if (this.#at - start > 127) return;
    const name = this.bytes.toString('latin1', start, this.#at).replace(/#([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    this.names.add(name);
    this.#recent.add(name);
  }

  /** `(a (nested) text with \) in it)` */
  #text(): void {
    let depth = 0;
    for (; this.#at < this.bytes.length; this.#at += 1) {
      const byte = this.bytes[this.#at]!;
      if (byte === BACKSLASH) this.#at += 1;
      else if (byte === OPEN) depth += 1;
      else if (byte === CLOSE && --depth === 0) break;
    }
    this.#at += 1;
  }

  #skipTo(...ends: readonly number[]): void {
    while (this.#at < this.bytes.length && !ends.includes(this.bytes[this.#at]!)) this.#at += 1;
    this.#at += 1;
  }

  #word(): void {
    const start = this.#at;
    while (this.#at < this.bytes.length && this.bytes[this.#at]! >= 0x61 && this.bytes[this.#at]! <= 0x7a) this.#at += 1;
    const length = this.#at - start;
    if (length === 6 && this.bytes.toString('latin1', start, this.#at) === 'stream') this.#stream();
    else if (length === 6 && this.bytes.toString('latin1', start, this.#at) === 'endobj') this.#recent = new Set();
  }

  #stream(): void {
    let start = this.#at;
    if (this.bytes[start] === 0x0d) start += 1;
    if (this.bytes[start] === 0x0a) start += 1;
    const end = this.bytes.indexOf('endstream', start, 'latin1');
    this.#at = end === -1 ? this.bytes.length : end + 'endstream'.length;
    const holdsObjects = this.#recent.has('ObjStm');
    this.#recent = new Set();
    if (holdsObjects) this.#packedObjects(this.bytes.subarray(start, end === -1 ? this.bytes.length : end));
  }

  #packedObjects(packed: Buffer): void {
    if (this.budget.left <= 0) throw new Fault('BOMB');
    let objects: Buffer;
    try {
      objects = inflateSync(packed, { maxOutputLength: this.budget.left, finishFlush: 2 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new Fault('BOMB');
      // Encrypted, or packed in another way: whoever opens the document by its structure sees them.
      return;
    }
    this.budget.left -= objects.length;
    new NameReader(objects, { left: 0 }, this.names).read();
  }
}
