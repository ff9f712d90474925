import { Fault } from './fault.js';

/** A tag longer than this is no office document's; most are below 200 characters. */
const LONGEST_TAG = 1024 * 1024;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** What a scanner tells. Names come without their prefix: `t` for `w:t`. */
export interface XmlListener {
  /** @param attributes the text behind the name, for `attributeOf` */
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads XML piece by piece and forgets it at once. Knows nothing of schemas and expands nothing: the five entities of XML and
 * characters by number are all there is. Office documents may not have a document type declaration, so it is a fault.
 */
export class XmlScanner {
  readonly #listener: XmlListener;
  #decoder: InstanceType<typeof TextDecoder> | undefined;
  #rest = '';

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  add(chunk: Buffer): void {
    this.#decoder ??= new TextDecoder(encodingOf(chunk));
    this.#rest += this.#decoder.decode(chunk, { stream: true });
    this.#rest = this.#read(this.#rest);
    if (this.#rest.length > LONGEST_TAG) throw new Fault('DAMAGED');
  }

  /** Reads a whole document given in pieces. */
  static async scan(chunks: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
    const scanner = new XmlScanner(listener);
    for await (const chunk of chunks) scanner.add(chunk);
  }

  /** Tells everything that is complete; answers what is not. */
  #read(text: string): string {
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      // An entity may be cut in two: text waits until the tag behind it.
      if (start === -1) return text.slice(at);
      if (start > at) this.#listener.text?.(decodeEntities(text.slice(at, start)));
      const end = this.#endOfMarkup(text, start);
      if (end === -1) return text.slice(start);
      at = end;
    }
  }

  /** Tells the markup that begins at `start`; answers where it ends, or -1 when it goes on. */
  #endOfMarkup(text: string, start: number): number {
    const next = text.charAt(start + 1);
    if (next === '!') {
      if (text.startsWith('<!--', start)) return after(text, '-->', start + 4);
      if (text.startsWith('<![CDATA[', start)) {
        const end = text.indexOf(']]>', start);
        if (end !== -1) this.#listener.text?.(text.slice(start + 9, end));
        return end === -1 ? -1 : end + 3;
      }
      if (text.length - start < 9) return -1;
      throw new Fault('DAMAGED');
    }
    if (next === '?') return after(text, '?>', start + 2);
    const end = endOfTag(text, start + 1);
    if (end !== -1) this.#tag(text.slice(start + 1, end));
    return end === -1 ? -1 : end + 1;
  }

  #tag(inside: string): void {
    const isClosing = inside.startsWith('/');
    const isEmpty = inside.endsWith('/');
    const name = /^[^\s/>]*/.exec(isClosing ? inside.slice(1) : inside)?.[0] ?? '';
    const local = name.slice(name.indexOf(':') + 1);
    if (!isClosing) this.#listener.open?.(local, inside.slice(name.length));
    if (isClosing || isEmpty) this.#listener.close?.(local);
  }
}

/** Value of an attribute, whatever its prefix; `''` when it is not there. */
export function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return decodeEntities(found?.[1] ?? found?.[2] ?? '');
}

function encodingOf(chunk: Buffer): string {
  const [first, second] = chunk;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}

/** Where the `>` of a tag stands; one inside quotes is part of a value. */
function endOfTag(text: string, from: number): number {
  let at = from;
  for (;;) {
    const end = text.indexOf('>', at);
    if (end === -1) return -1;
    const quote = firstQuote(text, at, end);
    if (quote === -1) return end;
    const closing = text.indexOf(text.charAt(quote), quote + 1);
    if (closing === -1) return -1;
    at = closing + 1;
  }
}

function firstQuote(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22 || code === 0x27) return at;
  }
  return -1;
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '';
  });
}
