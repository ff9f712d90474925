import { barsOf } from './drawing.js';

/**
 * A one-page A4 document, as PDF 1.4. Its title is the caption in Vietnamese; what is printed on the page stays within
 * the letters every viewer has without an embedded font.
 * @param name file name, in plain letters
 */
export function paper(name: string, caption: string): Buffer {
  const drawing = Buffer.from(pageOf(name), 'latin1');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (vi-VN) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing.toString('latin1')}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title <${utf16(caption)}> >>`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const tableAt = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${tableAt}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** Drawing operators: a heading, the file's name, a frame and a bar diagram. */
function pageOf(name: string): string {
  const bars = barsOf(name).map((height, index) => {
    const x = 90 + index * 53;
    return `${index === 7 ? '0.85 0.47 0.02' : '0.12 0.44 0.55'} rg ${x} 330 36 ${Math.round(height * 260)} re f`;
  });
  return [
    'BT /F1 20 Tf 72 760 Td (SAMPLE DOCUMENT) Tj ET',
    `BT /F1 12 Tf 72 732 Td (${name.replace(/[()\\]/g, '\\$&')}) Tj ET`,
    '0.6 w 72 310 451 320 re S',
    ...bars,
  ].join('\n');
}

/** Text as PDF wants it outside ASCII: UTF-16, big-endian, with its mark, in hexadecimal. */
function utf16(text: string): string {
  return `FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}`;
}
