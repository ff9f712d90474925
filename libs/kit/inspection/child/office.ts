import { type Archive, type ArchivePart, openArchive, UnpackBudget } from './archive.js';
import { COMPOUND_SIGNATURE, type ReadAt } from './compound-file.js';
import { Fault } from './fault.js';
import { checkEmbeddedObject } from './legacy-office.js';
import { listenerFor } from './office-parts.js';
import { TextSink } from './text-sink.js';
import { XmlScanner } from './xml-scanner.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const KINDS = [
  { folder: 'word/', type: `${OFFICE}.wordprocessingml.document` },
  { folder: 'xl/', type: `${OFFICE}.spreadsheetml.sheet` },
  { folder: 'ppt/', type: `${OFFICE}.presentationml.presentation` },
] as const;
const PLAIN_ARCHIVE = 'application/zip';

/** A chart keeps its table in a document of its own, which keeps none. */
const DEEPEST = 2;
/** What lies inside and has to be held in memory to be looked at. */
const MOST_INNER_BYTES = 32 * 1024 * 1024;
const ZIP_SIGNATURE = Buffer.from('PK\u0003\u0004');
/** First bytes of what no office document carries: programs and other archives. */
const FOREIGN = [
  Buffer.from('MZ'), Buffer.from('\u007fELF'), Buffer.from('Rar!'), Buffer.from('7z\u00bc\u00af\u0027\u001c', 'latin1'),
  Buffer.from('cafebabe', 'hex'), Buffer.from('{\\rtf'),
];
const NAMES_OF_MACROS = /(^|\/)(vba(Project|Data)[^/]*|macrosheets\/[^/]+)$/i;

/** What an archive turned out to be. */
export interface CheckedArchive {
  readonly type: string;
  /** Words of the document; empty for an archive that is none. */
  readonly text: TextSink;
}

/** Looks at an archive: a document of Office 2007 and later, or nothing we take. @throws Fault */
export async function checkArchive(from: string | Buffer, budget = new UnpackBudget(), depth = 1): Promise<CheckedArchive> {
  const archive = await openArchive(from, budget);
  const text = new TextSink();
  try {
    const type = typeOf(archive);
    for (const part of archive.parts()) await new PartCheck(part, type, text, budget, depth).run();
    return { type, text };
  } finally {
    archive.close();
  }
}

function typeOf({ names }: Archive): string {
  const kinds = KINDS.filter(({ folder }) => names.some((name) => name.startsWith(folder)));
  const [kind] = kinds;
  return names.includes('[Content_Types].xml') && kind !== undefined && kinds.length === 1 ? kind.type : PLAIN_ARCHIVE;
}

class PartCheck {
  constructor(
    private readonly part: ArchivePart,
    private readonly type: string,
    private readonly text: TextSink,
    private readonly budget: UnpackBudget,
    private readonly depth: number,
  ) {}

  async run(): Promise<void> {
    if (NAMES_OF_MACROS.test(this.part.name)) throw new Fault('MACROS');
    const chunks = this.part.chunks();
    const listener = this.type === PLAIN_ARCHIVE ? null : listenerFor(this.part.name, this.text);
    if (listener !== null) await XmlScanner.scan(chunks, listener);
    else await this.#lookAtBytes(chunks);
  }

  async #lookAtBytes(chunks: AsyncIterable<Buffer>): Promise<void> {
    const head = new Head();
    let isHeld = false;
    for await (const chunk of chunks) {
      const isFirst = head.isShort;
      head.add(chunk, isHeld);
      if (!isFirst || head.isShort) continue;
      if (FOREIGN.some((signature) => head.startsWith(signature))) throw new Fault('EMBEDDED_FILES');
      isHeld = head.startsWith(ZIP_SIGNATURE) || head.startsWith(COMPOUND_SIGNATURE);
      if (isHeld && this.part.size > MOST_INNER_BYTES) throw new Fault('EMBEDDED_FILES');
    }
    if (isHeld) await this.#lookInside(head.bytes);
  }

  async #lookInside(bytes: Buffer): Promise<void> {
    if (bytes.subarray(0, 4).equals(ZIP_SIGNATURE)) {
      if (this.depth >= DEEPEST || this.type === PLAIN_ARCHIVE) throw new Fault('EMBEDDED_FILES');
      const { type } = await checkArchive(bytes, this.budget, this.depth + 1);
      if (type === PLAIN_ARCHIVE) throw new Fault('EMBEDDED_FILES');
      return;
    }
    const read: ReadAt = async (position, length) => bytes.subarray(position, position + length);
    await checkEmbeddedObject(read);
  }
}

/** The first bytes of a part, and all of them once they are wanted. */
class Head {
  static readonly #ENOUGH = 8;
  readonly #chunks: Buffer[] = [];
  #length = 0;

  get isShort(): boolean {
    return this.#length < Head.#ENOUGH;
  }

  add(chunk: Buffer, isHeld: boolean): void {
    if (this.isShort || isHeld) {
      this.#chunks.push(chunk);
      this.#length += chunk.length;
    }
  }

  startsWith(signature: Buffer): boolean {
    return this.bytes.subarray(0, signature.length).equals(signature);
  }

  get bytes(): Buffer {
    return this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
  }
}
