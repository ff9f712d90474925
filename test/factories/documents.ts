import { deflateSync } from 'node:zlib';
import { type ZipEntry, zipOf } from './archives.js';

const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

const contentTypes = (main: string): string => `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/main.xml" ContentType="${main}"/></Types>`;

/** A paragraph of Word for every text. */
export const paragraphs = (...texts: readonly string[]): string => texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');

/** A Word document with this body, and further parts. */
export function docx(body: string, more: readonly ZipEntry[] = [], mainType = `${OFFICE}.wordprocessingml.document.main+xml`): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', data: contentTypes(mainType) },
    { name: 'word/document.xml', data: `<?xml version="1.0" encoding="UTF-8"?><w:document ${NS}><w:body>${body}</w:body></w:document>`, isPacked: true },
    ...more,
  ]);
}

/** A table of Excel whose cells hold these texts. */
export function xlsx(texts: readonly string[], more: readonly ZipEntry[] = []): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', data: contentTypes(`${OFFICE}.spreadsheetml.sheet.main+xml`) },
    { name: 'xl/sharedStrings.xml', data: `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`, isPacked: true },
    { name: 'xl/worksheets/sheet1.xml', data: '<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>' },
    ...more,
  ]);
}

/** Slides of PowerPoint, each with one line of text. */
export function pptx(...lines: readonly string[]): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', data: contentTypes(`${OFFICE}.presentationml.presentation.main+xml`) },
    ...lines.map((line, index) => ({ name: `ppt/slides/slide${index + 1}.xml`, data: `<p:sld><a:p><a:r><a:t>${line}</a:t></a:r></a:p></p:sld>` })),
  ]);
}

/** Objects of a PDF, from number 1; a string is written as it is, with bytes it becomes a stream. */
export type PdfObject = string | { readonly dictionary: string; readonly bytes: Buffer };

/** A PDF of these objects with a table of contents; the first is the catalogue. */
export function pdfOf(objects: readonly PdfObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  const offsets: number[] = [];
  const position = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  objects.forEach((object, index) => {
    offsets.push(position());
    const body: Buffer[] = typeof object === 'string' ? [Buffer.from(object)]
      : [Buffer.from(`<<${object.dictionary}/Length ${object.bytes.length}>>\nstream\n`), object.bytes, Buffer.from('\nendstream')];
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), ...body, Buffer.from('\nendobj\n'));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = position();
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A PDF with a digital signature, as offices send them. */
export const signedPdf = (): Buffer => pdf(['Quyet dinh'], '/AcroForm<</Fields[4 0 R]/SigFlags 3>>', [
  '<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/Rect[0 0 0 0]/V 5 0 R>>',
  `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 10 20 10]/Contents<${'00'.repeat(64)}>>>`,
], '/Annots[4 0 R]');

/** A PDF of one page for every text, in a font every reader has. */
export function pdf(texts: readonly string[] = ['Ho so sang kien'], catalogue = '', more: readonly PdfObject[] = [], page = '', trailer = ''): Buffer {
  const first = 4 + more.length;
  const kids = texts.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${texts.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...more,
    ...texts.flatMap((text, index): PdfObject[] => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${first + index * 2 + 1} 0 R${page}>>`,
      { dictionary: '/Filter/FlateDecode', bytes: deflateSync(Buffer.from(`BT /F1 12 Tf 72 720 Td (${text}) Tj ET`)) },
    ]),
  ], trailer);
}
