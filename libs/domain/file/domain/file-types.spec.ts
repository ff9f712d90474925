import { describe, expect, it } from '@jest/globals';
import { allowedType, bytesFit, endingFits } from './file-types.js';

const pdf = allowedType('application/pdf')!;
const csv = allowedType('text/csv')!;
const docx = allowedType('application/vnd.openxmlformats-officedocument.wordprocessingml.document')!;
const binary = { isText: false, hasMarks: true };
const text = { isText: true, hasMarks: true };

describe('types of files', () => {
  it.each([
    ['application/x-msdownload'], ['text/html'], ['image/svg+xml'], ['application/javascript'],
    ['application/vnd.ms-word.document.macroEnabled.12'], ['constructor'], [''],
  ])('does not take %p', (type) => {
    expect(allowedType(type)).toBeNull();
  });

  it.each([
    ['Báo cáo.pdf', true], ['BÁO CÁO.PDF', true], ['báo cáo.pdf.exe', false], ['pdf', false], ['báo cáo.', false], ['.pdf', true],
  ])('knows the ending of %p', (name, fits) => {
    expect(endingFits(name, pdf)).toBe(fits);
  });

  it('believes the bytes, not the declaration', () => {
    expect(bytesFit(pdf, 'application/pdf', binary)).toBe(true);
    expect(bytesFit(pdf, 'application/zip', binary)).toBe(false);
    expect(bytesFit(pdf, null, text)).toBe(false);
    expect(bytesFit(csv, null, text)).toBe(true);
    expect(bytesFit(csv, null, binary)).toBe(false);
    expect(bytesFit(csv, 'application/x-elf', text)).toBe(false);
    expect(bytesFit(docx, 'application/x-cfb', binary)).toBe(false);
  });

  it('takes an archive for a document only when it holds one', () => {
    expect(bytesFit(docx, 'application/zip', binary)).toBe(true);
    expect(bytesFit(docx, 'application/zip', { isText: false, hasMarks: false })).toBe(false);
    expect(docx.marks).toEqual(['[Content_Types].xml', 'word/']);
    expect(allowedType('application/msword')?.marks).toEqual(['W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0']);
  });
});
