/** How many first bytes are enough to look for a signature. */
const HEAD_BYTES = 64 * 1024;

/** Gathers, while the bytes of a file pass, what tells them from others. Keeps little of them however long the file is. */
export class ByteSigns {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #head: Buffer[] = [];
  #size = 0;
  #isText = true;

  /** The next bytes of the file. */
  add(chunk: Buffer): void {
    if (this.#size < HEAD_BYTES) this.#head.push(chunk.subarray(0, HEAD_BYTES - this.#size));
    this.#size += chunk.length;
    this.#isText &&= isReadable(() => this.#decoder.decode(chunk, { stream: true }));
  }

  /** Says that no more bytes come: half a character at the end is no text. */
  end(): void {
    this.#isText &&= isReadable(() => this.#decoder.decode());
  }

  get size(): number {
    return this.#size;
  }

  get head(): Buffer {
    return Buffer.concat(this.#head);
  }

  /** Whether everything so far reads as UTF-8 without control characters. */
  get isText(): boolean {
    return this.#isText;
  }
}

/** Control characters that no office file of text contains; NUL is the surest sign of something else. */
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F]/;

function isReadable(decode: () => string): boolean {
  try {
    return !CONTROL.test(decode());
  } catch {
    return false;
  }
}
