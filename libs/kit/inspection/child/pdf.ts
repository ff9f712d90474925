import { readFile } from 'node:fs/promises';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Fault } from './fault.js';
import { pdfNames } from './pdf-names.js';
import type { TextSink } from './text-sink.js';

/** Names of what acts when a document is opened or clicked ([ISO 32000] 12.6.4). */
const ACTING = ['JavaScript', 'JS', 'Launch', 'ImportData', 'RichMedia'];
const CARRYING = ['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment'];
/** Pages that are looked at one by one; the names of the whole document have been read before. */
const CHECKED_PAGES = 100;
/** More words than are kept stand in fewer pages; slides have few. */
const READ_PAGES = 1_000;

/** A document that opened without doing anything. */
export interface CheckedPdf {
  /** Reads the words, page by page. */
  readText(into: TextSink): Promise<void>;
}

/** Looks at a PDF. @throws Fault */
export async function checkPdf(path: string): Promise<CheckedPdf> {
  const bytes = await readFile(path);
  if (isCutOff(bytes)) throw new Fault('DAMAGED');
  const names = pdfNames(bytes);
  const document = await open(bytes);
  try {
    await check(document, names);
  } catch (error) {
    await document.destroy();
    throw error instanceof Fault ? error : new Fault('DAMAGED');
  }
  return { readText: (into) => readText(document, into).finally(() => document.destroy()) };
}

async function check(document: PDFDocumentProxy, names: ReadonlySet<string>): Promise<void> {
  if (ACTING.some((name) => names.has(name)) || (await hasScripts(document))) throw new Fault('ACTIVE_CONTENT');
  if (CARRYING.some((name) => names.has(name)) || (await document.getAttachments()) !== null) throw new Fault('EMBEDDED_FILES');
  for (let number = 1; number <= Math.min(document.numPages, CHECKED_PAGES); number += 1) await checkPage(await pageOf(document, number));
}

/** Scripts of the document and of its fields. The library's own answer (`hasJSActions`) takes every field of a signature for one. */
async function hasScripts(document: PDFDocumentProxy): Promise<boolean> {
  const fields = Object.values((await document.getFieldObjects()) ?? {}).flat() as readonly { readonly actions?: unknown }[];
  return (await document.getJSActions()) != null || fields.some(({ actions }) => actions != null);
}

/** The end of a file says where everything is; without it a reader guesses and leaves out pages without a word. */
function isCutOff(bytes: Buffer): boolean {
  const lastObject = bytes.lastIndexOf('endobj', undefined, 'latin1');
  return !['%%EOF', 'startxref', 'trailer'].some((end) => bytes.lastIndexOf(end, undefined, 'latin1') > lastObject);
}

async function open(bytes: Buffer): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  try {
    const document = await getDocument({
      data: new Uint8Array(bytes), isEvalSupported: false, disableFontFace: true, useSystemFonts: false, enableXfa: false,
      useWorkerFetch: false, useWasm: false, verbosity: VerbosityLevel.ERRORS,
    }).promise;
    if (document.numPages === 0) throw new Fault('DAMAGED');
    return document;
  } catch (error) {
    throw new Fault((error as Error).name === 'PasswordException' ? 'ENCRYPTED' : 'DAMAGED');
  }
}

async function pageOf(document: PDFDocumentProxy, number: number): Promise<PDFPageProxy> {
  try {
    return await document.getPage(number);
  } catch {
    throw new Fault('DAMAGED');
  }
}

async function checkPage(page: PDFPageProxy): Promise<void> {
  const annotations = (await page.getAnnotations().catch(() => [])) as readonly { readonly subtype?: string; readonly actions?: unknown }[];
  if (annotations.some(({ subtype }) => subtype === 'FileAttachment')) throw new Fault('EMBEDDED_FILES');
  if (annotations.some(({ actions }) => actions != null) || (await page.getJSActions()) != null) throw new Fault('ACTIVE_CONTENT');
  page.cleanup();
}

async function readText(document: PDFDocumentProxy, into: TextSink): Promise<void> {
  for (let number = 1; number <= Math.min(document.numPages, READ_PAGES) && !into.isFull; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) {
      if (!('str' in item)) continue;
      into.add(item.str);
      if (item.hasEOL) into.space();
    }
    into.space();
    page.cleanup();
  }
}
