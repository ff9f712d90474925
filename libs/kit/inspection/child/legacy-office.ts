import { CompoundFile, type ReadAt } from './compound-file.js';
import { Fault } from './fault.js';

const VBA = ['Macros', '_VBA_PROJECT_CUR', '_VBA_PROJECT', 'VBA'];
/** The streams in which a document of Office 2007 and later lies when a password locks it. */
const LOCKED = ['EncryptedPackage', 'EncryptionInfo'];
/** A stream in which a program of old keeps its object: any file at all, to be opened by a double click, or a picture of Paint. */
const PACKED_FILE = '\u0001Ole10Native';

const WORD = 'application/msword';
const EXCEL = 'application/vnd.ms-excel';
const POWERPOINT = 'application/vnd.ms-powerpoint';
const UNKNOWN = 'application/x-cfb';

/** In the second word of the flags of a Word document ([MS-DOC] 2.5.1, `fEncrypted`). */
const WORD_IS_LOCKED = 0x01;

/** Looks at a document of Word or Excel before 2007; answers its media type. @throws Fault */
export async function checkLegacyDocument(read: ReadAt): Promise<string> {
  const file = await CompoundFile.open(read);
  if (file.has(...LOCKED)) throw new Fault('ENCRYPTED');
  const word = await file.stream('WordDocument');
  const excel = await file.stream('Workbook', 'Book');
  if (word !== null && ((word[11] ?? 0) & WORD_IS_LOCKED) !== 0) throw new Fault('ENCRYPTED');
  if (excel !== null) checkWorkbook(excel);
  if (file.has(...VBA)) throw new Fault('MACROS');
  await checkPackedFiles(file);
  if (word !== null) return WORD;
  if (excel !== null) return EXCEL;
  return file.has('PowerPoint Document') ? POWERPOINT : UNKNOWN;
}

/** Looks at an object inside a newer document: formulas and charts may stay, programs and packed files may not. @throws Fault */
export async function checkEmbeddedObject(read: ReadAt): Promise<void> {
  const file = await CompoundFile.open(read);
  if (file.has(...VBA)) throw new Fault('MACROS');
  if (file.has('Package', ...LOCKED)) throw new Fault('EMBEDDED_FILES');
  await checkPackedFiles(file);
}

/** Behind its length the stream holds the object: of a bitmap just the bitmap, of a packed file its names first. */
async function checkPackedFiles(file: CompoundFile): Promise<void> {
  for await (const stream of file.streams(PACKED_FILE)) if (stream.toString('latin1', 4, 6) !== 'BM') throw new Fault('EMBEDDED_FILES');
}

/** Record types of a workbook ([MS-XLS] 2.3). */
const RECORD = { END: 0x000a, LOCKED: 0x002f, SHEET: 0x0085 } as const;
/** The kind of sheet that is a program of Excel 4. */
const MACRO_SHEET = 1;

function checkWorkbook(stream: Buffer): void {
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const body = stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2));
    if (type === RECORD.LOCKED) throw new Fault('ENCRYPTED');
    if (type === RECORD.SHEET && body[5] === MACRO_SHEET) throw new Fault('MACROS');
    if (type === RECORD.END) return;
    at += 4 + stream.readUInt16LE(at + 2);
  }
}
