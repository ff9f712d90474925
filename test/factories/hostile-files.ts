import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { compoundFileOf, type ZipEntry, zipOf } from './archives.js';
import { docx, paragraphs, pdf } from './documents.js';

/*
 * Files that people would be harmed by, made here so that none lies in the repository. Each is what its name says and otherwise
 * an ordinary document.
 */

const MEGABYTE = 1024 * 1024;
const MACRO_PROJECT = compoundFileOf([{ name: 'VBA' }, { name: '_VBA_PROJECT', data: Buffer.from('Sub AutoOpen()') }]);
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** Zeros packed once and named many times: as small as a letter, as large as a disk. */
function zeros(megabytes: number): NonNullable<ZipEntry['packed']> {
  const data = Buffer.alloc(megabytes * MEGABYTE);
  return { bytes: deflateRawSync(data, { level: 9 }), size: data.length, sum: crc32(data) };
}

/** Layers of archives, as in the file called 42.zip: 16 inside each of 16, and zeros in the innermost. */
export function layersOfArchives(): Buffer {
  const packed = zeros(16);
  const inner = zipOf(Array.from({ length: 16 }, (_, n) => ({ name: `${n}.dll`, packed })));
  const middle = zipOf(Array.from({ length: 16 }, (_, n) => ({ name: `lib ${n}.zip`, data: inner, isPacked: true })));
  return docx(paragraphs('a'), [{ name: 'word/embeddings/book.zip', data: middle, isPacked: true }]);
}

/** One part of 300 MB in 300 KB. */
export const ratioBomb = (): Buffer => docx(paragraphs('a'), [{ name: 'word/media/image1.bmp', packed: zeros(300) }]);

/** Each part is harmless; together they fill 480 MB. */
export function sumBomb(): Buffer {
  const packed = zeros(16);
  return docx(paragraphs('a'), Array.from({ length: 30 }, (_, n) => ({ name: `word/media/image${n}.bmp`, packed })));
}

/** Within every limit, and much to unpack: 320 MB. */
export function denseDocument(): Buffer {
  const packed = zeros(16);
  return docx(paragraphs('a'), Array.from({ length: 20 }, (_, n) => ({ name: `word/media/image${n}.bmp`, packed })));
}

/** Says that a part has 1,000 bytes, and has 16 MB. */
export const lyingBomb = (): Buffer => docx(paragraphs('a'), [{ name: 'word/media/image1.bmp', packed: zeros(16), declaredSize: 1_000 }]);

/** Many parts that are all the same bytes of the archive. */
export function overlappingBomb(): Buffer {
  const packed = zeros(10);
  return docx(paragraphs('a'), Array.from({ length: 40 }, (_, n) => ({ name: `word/media/image${n}.bmp`, packed, ...(n > 0 ? { at: 2 } : {}) })));
}

export const hundredThousandParts = (): Buffer =>
  docx(paragraphs('a'), Array.from({ length: 100_000 }, (_, n) => ({ name: `word/media/${n}` })));

/** A picture of 30,000 by 30,000 points: 100 KB, and 3.6 GB for whoever decodes it. */
export function hugePicture(side = 30_000): Buffer {
  const row = Buffer.alloc(1 + Math.ceil(side / 8));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(row.length * side));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), pngChunk('IHDR', header), pngChunk('IDAT', rows), pngChunk('IEND', Buffer.alloc(0))]);
}

function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

export const macroDocument = (): Buffer => docx(paragraphs('a'), [{ name: 'word/vbaProject.bin', data: MACRO_PROJECT }]);
/** The same program under a harmless name. */
export const hiddenMacroDocument = (): Buffer => docx(paragraphs('a'), [{ name: 'word/media/image1.png', data: MACRO_PROJECT }]);
export const macroEnabledDocument = (): Buffer => docx(paragraphs('a'), [], 'application/vnd.ms-word.document.macroEnabled.main+xml');
export const nestedMacroDocument = (): Buffer => docx(paragraphs('a'), [{ name: 'word/embeddings/sheet1.docx', data: macroDocument(), isPacked: true }]);

/** A Word document before 2007; `flags` is the second byte of its flags. */
export const oldDocument = (more: Parameters<typeof compoundFileOf>[0] = [], flags = 0): Buffer =>
  compoundFileOf([{ name: 'WordDocument', data: Buffer.concat([Buffer.from('eca5c100000000000000', 'hex'), Buffer.of(0, flags)]) }, ...more]);
export const oldMacroDocument = (): Buffer => oldDocument([{ name: 'Macros' }, { name: 'VBA' }]);
export const oldLockedDocument = (): Buffer => oldDocument([], 0x01);

const record = (type: number, body: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};
/** A table of Excel before 2007 with one sheet of this kind: 0 a table, 1 a program. */
export const oldTable = (kind = 0, first: Buffer = Buffer.alloc(0), more: Parameters<typeof compoundFileOf>[0] = []): Buffer => compoundFileOf([{
  name: 'Workbook', data: Buffer.concat([record(0x0809, Buffer.alloc(16)), first, record(0x0085, Buffer.from([0, 0, 0, 0, 0, kind, 1, 0, 65])), record(0x000a, Buffer.alloc(0))]),
}, ...more]);
/** An honest one, with a document of Word as an object in it. */
export const oldTableWithDocument = (): Buffer =>
  oldTable(0, Buffer.alloc(0), [{ name: 'MBD0001' }, { name: 'WordDocument', data: Buffer.alloc(20), isInside: true }, { name: '\u0001CompObj', data: Buffer.alloc(20), isInside: true }]);
export const oldLockedTable = (): Buffer => oldTable(0, record(0x002f, Buffer.alloc(6)));

/** A Word document of 2007 and later under a password. */
export const lockedDocument = (): Buffer =>
  compoundFileOf([{ name: 'EncryptionInfo', data: Buffer.from([4, 0, 4, 0]) }, { name: 'EncryptedPackage', data: Buffer.alloc(5_000, 7) }]);
/** Each part of the archive is locked with the password of ZIP programs. */
export const lockedArchive = (): Buffer => docx(paragraphs('a'), [{ name: 'word/media/image1.png', data: 'secret', isPacked: true, flags: 1 }]);

const relationship = (type: string, target: string): ZipEntry => ({
  name: 'word/_rels/settings.xml.rels',
  data: `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
});
export const linkedDocument = (type: string, target: string): Buffer => docx(paragraphs('a'), [relationship(type, target)]);

/** A field that starts a program when the document is opened, cut into runs so that nobody finds the word. */
export const commandDocument = (): Buffer =>
  docx('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\cmd.exe "/k calc"</w:instrText></w:r></w:p>');

export const packedProgram = (): Buffer => docx(paragraphs('a'), [
  { name: 'word/embeddings/oleObject1.bin', data: compoundFileOf([{ name: '\u0001Ole10Native', data: Buffer.from('MZ') }]) },
]);
/** A picture of Paint, pasted as an object. */
export const paintedDocument = (): Buffer => docx(paragraphs('a'), [
  { name: 'word/embeddings/oleObject1.bin', data: compoundFileOf([{ name: '\u0001Ole10Native', data: Buffer.from('\u0010\u0000\u0000\u0000BM', 'latin1') }]) },
]);
/** What old formula editors leave in a document. */
export const formulaDocument = (): Buffer => docx(paragraphs('a'), [
  { name: 'word/embeddings/oleObject1.bin', data: compoundFileOf([{ name: 'Equation Native', data: wide('x = 2') }, { name: '\u0001CompObj', data: Buffer.alloc(80) }]) },
]);

export const scriptPdf = (): Buffer => pdf(['a'], '/OpenAction 4 0 R', ['<</S/JavaScript/JS(app.alert(1))>>']);
/** The same with the names spelled in numbers. */
export const disguisedScriptPdf = (): Buffer => pdf(['a'], '/OpenAction 4 0 R', ['<</S/J#61vaScript/#4a#53(app.alert(1))>>']);
export const launchPdf = (): Buffer => pdf(['a'], '', ['<</S/Launch/F(cmd.exe)>>'], '/AA<</O 4 0 R>>');
/** An action inside a packed stream of objects, where a look at the bytes finds nothing. */
export function packedScriptPdf(): Buffer {
  const objects = Buffer.from('9 0 <</S/JavaScript/JS(app.alert(1))>>');
  return pdf(['a'], '', [{ dictionary: '/Type/ObjStm/N 1/First 4/Filter/FlateDecode', bytes: deflateSync(objects) }]);
}
export const carryingPdf = (): Buffer => pdf(['a'], '/Names<</EmbeddedFiles<</Names[(a.exe)4 0 R]>>>>', [
  '<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>', { dictionary: '/Type/EmbeddedFile', bytes: Buffer.from('MZ') },
]);
/** Locked with a password that nobody knows. */
export const lockedPdf = (): Buffer =>
  pdf(['a'], '', [`<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`], '', '/Encrypt 4 0 R/ID[<00><00>]');

/** A list of three million empty dictionaries: 12 MB, and a gigabyte of objects for whoever reads it. */
export const memoryEater = (): Buffer => pdf(['a'], `/PieceInfo[${'<<>>'.repeat(3_000_000)}]`);
