import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zipOf } from '../../../../test/factories/archives.js';
import { docx, paragraphs, pdf, pptx, signedPdf, xlsx } from '../../../../test/factories/documents.js';
import * as hostile from '../../../../test/factories/hostile-files.js';
import { inspectFile, type LookedAt } from './inspect.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khoi-inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function look(bytes: Buffer): Promise<LookedAt> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  return inspectFile(path);
}

describe('a look at an honest file', () => {
  it.each<[string, Buffer, string | null, string]>([
    ['a PDF', pdf(['Trang mot', 'Trang hai']), 'application/pdf', 'Trang mot Trang hai'],
    ['a PDF with a digital signature', signedPdf(), 'application/pdf', 'Quyet dinh'],
    ['a Word document', docx(paragraphs('Sáng kiến', 'số 2 &amp; 3')), DOCX, 'Sáng kiến số 2 & 3'],
    ['a word in several runs', docx('<w:p><w:r><w:t>Sáng </w:t></w:r><w:r><w:t>kiến</w:t><w:br/><w:t>mới</w:t></w:r></w:p>'), DOCX, 'Sáng kiến mới'],
    ['letters in parts (NFD)', docx(paragraphs('Sáng kiến'.normalize('NFD'))), DOCX, 'Sáng kiến'],
    ['a table', xlsx(['Đơn vị', 'Trạm y tế']), XLSX, 'Đơn vị Trạm y tế'],
    ['slides', pptx('Mở đầu', 'Kết luận'), PPTX, 'Mở đầu Kết luận'],
    ['a document with a formula of an old editor', hostile.formulaDocument(), DOCX, 'a'],
    ['a document with a picture of Paint', hostile.paintedDocument(), DOCX, 'a'],
    ['a document with a line break behind its end', Buffer.concat([docx(paragraphs('a')), Buffer.from('\r\n')]), DOCX, 'a'],
    ['a picture as Macs keep it in a document', docx(paragraphs('a'), [{ name: 'word/media/image1.pdf', data: '%PDF-1.4 ' }]), DOCX, 'a'],
    ['a chart with its table inside', docx(paragraphs('a'), [{ name: 'word/embeddings/sheet1.xlsx', data: xlsx(['b']), isPacked: true }]), DOCX, 'a'],
    ['a template on the disk of the author', hostile.linkedDocument('attachedTemplate', 'file:///C:\\Users\\Lan\\Mau.dotx'), DOCX, 'a'],
    ['a link to a page', hostile.linkedDocument('hyperlink', 'https://example.vn/'), DOCX, 'a'],
    ['an old document', hostile.oldDocument(), 'application/msword', ''],
    ['an old table with a document in it', hostile.oldTableWithDocument(), 'application/vnd.ms-excel', ''],
    ['an old table', hostile.oldTable(), 'application/vnd.ms-excel', ''],
    ['a picture', PNG, 'image/png', ''],
    ['text', Buffer.from('\ufeff- Họ tên | Đơn vị!\r\n=SUM(A1:A2)'), 'text/plain', '- Họ tên | Đơn vị! =SUM(A1:A2)'],
    ['nothing', Buffer.alloc(0), null, ''],
    ['anything else', Buffer.of(1, 2, 3, 4, 0), null, ''],
    ['an archive', zipOf([{ name: 'a.txt', data: 'a' }]), 'application/zip', ''],
  ])('finds nothing wrong: %s', async (_name, bytes, type, text) => {
    const { inspection, readText } = await look(bytes);
    expect(inspection).toEqual({ type, fault: null });
    expect(await readText()).toBe(text);
  });

  it('keeps the first 200,000 characters', async () => {
    const { readText } = await look(docx(paragraphs(...Array.from({ length: 3_000 }, (_, n) => `${n} ${'sáng kiến '.repeat(10)}`))));
    const text = await readText();
    expect([text.length > 190_000, text.length <= 200_000, text.slice(0, 22)]).toEqual([true, true, '0 sáng kiến sáng kiến ']);
  });
});

describe('a look at a hostile file', () => {
  it.each<[string, () => Buffer, string]>([
    ['archives in archives', hostile.layersOfArchives, 'EMBEDDED_FILES'],
    ['a part that unpacks to a thousand times its size', hostile.ratioBomb, 'BOMB'],
    ['parts that fill a disk together', hostile.sumBomb, 'BOMB'],
    ['a part that is larger than it says', hostile.lyingBomb, 'BOMB'],
    ['parts that share their bytes', hostile.overlappingBomb, 'BOMB'],
    ['100,000 parts', hostile.hundredThousandParts, 'BOMB'],
    ['a picture of 30,000 × 30,000', hostile.hugePicture, 'BOMB'],
    ['macros', hostile.macroDocument, 'MACROS'],
    ['macros under the name of a picture', hostile.hiddenMacroDocument, 'MACROS'],
    ['the type of a document with macros', hostile.macroEnabledDocument, 'MACROS'],
    ['macros in a document inside', hostile.nestedMacroDocument, 'MACROS'],
    ['macros in an old document', hostile.oldMacroDocument, 'MACROS'],
    ['a macro sheet in an old table', () => hostile.oldTable(1), 'MACROS'],
    ['a password on a document', hostile.lockedDocument, 'ENCRYPTED'],
    ['a password on an old document', hostile.oldLockedDocument, 'ENCRYPTED'],
    ['a password on an old table', hostile.oldLockedTable, 'ENCRYPTED'],
    ['a password on a PDF', hostile.lockedPdf, 'ENCRYPTED'],
    ['a password on an archive', hostile.lockedArchive, 'ENCRYPTED'],
    ['a template of another machine', () => hostile.linkedDocument('attachedTemplate', 'https://example.com/a.dotm'), 'ACTIVE_CONTENT'],
    ['an object of another machine', () => hostile.linkedDocument('oleObject', 'mhtml:http://example.com/x.html!x-usc:http://example.com'), 'ACTIVE_CONTENT'],
    ['a template of a shared folder', () => hostile.linkedDocument('attachedTemplate', '\\\\10.0.0.1\\a.dotm'), 'ACTIVE_CONTENT'],
    ['a command in a field', hostile.commandDocument, 'ACTIVE_CONTENT'],
    ['a command in a table of text', () => Buffer.from('Tên,Ghi chú\nAn,"=cmd|\'/c calc\'!A0"\n'), 'ACTIVE_CONTENT'],
    ['a script in a PDF', hostile.scriptPdf, 'ACTIVE_CONTENT'],
    ['a script with a disguised name', hostile.disguisedScriptPdf, 'ACTIVE_CONTENT'],
    ['a script in packed objects', hostile.packedScriptPdf, 'ACTIVE_CONTENT'],
    ['a PDF that starts a program', hostile.launchPdf, 'ACTIVE_CONTENT'],
    ['a file inside a PDF', hostile.carryingPdf, 'EMBEDDED_FILES'],
    ['a program packed into a document', hostile.packedProgram, 'EMBEDDED_FILES'],
    ['a program among the parts', () => docx(paragraphs('a'), [{ name: 'word/media/image1.png', data: 'MZ\u0090\u0000\u0003\u0000\u0000\u0000' }]), 'EMBEDDED_FILES'],
    ['two parts of one name', () => docx(paragraphs('a'), [{ name: 'word/Document.xml' }]), 'DAMAGED'],
    ['a part outside the document', () => docx(paragraphs('a'), [{ name: '../../a.exe' }]), 'DAMAGED'],
    ['a part with another sum', () => docx(paragraphs('a'), [{ name: 'word/a.bin', data: 'a', declaredSum: 1 }]), 'DAMAGED'],
    ['entities that grow', () => docx(paragraphs('a'), [{ name: 'word/a.xml', data: '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>' }]), 'DAMAGED'],
    ['half a document', () => docx(paragraphs('a')).subarray(0, 400), 'DAMAGED'],
    ['half a PDF', () => pdf(['a', 'b']).subarray(0, 500), 'DAMAGED'],
    ['a PDF without pages', () => Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'), 'DAMAGED'],
    ['half a picture', () => hostile.hugePicture(2_000).subarray(0, 300), 'DAMAGED'],
    ['half an old document', () => hostile.oldDocument().subarray(0, 700), 'DAMAGED'],
  ])('finds %s', async (_name, bytes, fault) => {
    expect((await look(bytes())).inspection.fault).toBe(fault);
  });
});
