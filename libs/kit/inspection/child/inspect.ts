import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import type { Inspection, InspectionFault } from '../inspection.js';
import { ByteSigns } from './byte-signs.js';
import { COMPOUND_SIGNATURE, type ReadAt } from './compound-file.js';
import { Fault } from './fault.js';
import { checkLegacyDocument } from './legacy-office.js';
import { checkArchive } from './office.js';
import { checkPdf } from './pdf.js';
import { checkPicture } from './picture.js';
import { checkPlainText, readPlainText } from './plain-text.js';
import { TextSink } from './text-sink.js';

const PDF = 'application/pdf';
const TEXT = 'text/plain';
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp']);
const ZIP_SIGNATURES = [Buffer.from('PK\u0003\u0004'), Buffer.from('PK\u0005\u0006')];

/** A file that was looked at, and a way to read its words, which may take longer and may fail. */
export interface LookedAt {
  readonly inspection: Inspection;
  readText(): Promise<string>;
}

interface Look {
  readonly type: string | null;
  readonly readText?: (into: TextSink) => Promise<void>;
}

/** Looks at the bytes of a file. */
export async function inspectFile(path: string): Promise<LookedAt> {
  const signs = new ByteSigns();
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) signs.add(chunk as Buffer);
  signs.end();
  const container = containerOf(signs.head);
  let fault: InspectionFault | null = null;
  let look: Look = { type: container };
  try {
    look = await lookAt(path, container, signs);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    fault = error.kind;
    if (container === null) look = { type: await sniffed(signs) };
  }
  return {
    inspection: { type: look.type, fault },
    async readText() {
      const into = new TextSink();
      if (fault === null) await look.readText?.(into);
      return into.text;
    },
  };
}

/** Containers that many kinds of files share: only a look inside tells them apart. */
function containerOf(head: Buffer): 'application/zip' | 'application/x-cfb' | null {
  if (ZIP_SIGNATURES.some((signature) => head.subarray(0, 4).equals(signature))) return 'application/zip';
  return head.subarray(0, 8).equals(COMPOUND_SIGNATURE) ? 'application/x-cfb' : null;
}

async function sniffed(signs: ByteSigns): Promise<string | null> {
  const found = (await fileTypeFromBuffer(signs.head))?.mime ?? null;
  return found === null && signs.isText && signs.size > 0 ? TEXT : found;
}

async function lookAt(path: string, container: string | null, signs: ByteSigns): Promise<Look> {
  if (container === 'application/zip') {
    const { type, text } = await checkArchive(path);
    return { type, readText: async (into) => into.add(text.text) };
  }
  if (container === 'application/x-cfb') return { type: await withReader(path, checkLegacyDocument) };
  const type = await sniffed(signs);
  if (type === PDF) {
    const document = await checkPdf(path);
    return { type, readText: (into) => document.readText(into) };
  }
  if (type !== null && PICTURES.has(type)) await checkPicture(path);
  if (type !== TEXT) return { type };
  await checkPlainText(path);
  return { type, readText: (into) => readPlainText(path, into) };
}

async function withReader<T>(path: string, work: (read: ReadAt) => Promise<T>): Promise<T> {
  const file = await open(path, 'r');
  try {
    return await work(async (position, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    });
  } finally {
    await file.close();
  }
}
