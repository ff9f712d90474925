import { describe, expect, it } from '@jest/globals';
import { allowedType, bytesFit, endingFits, looksLikeText } from './file-types.js';

const pdf = allowedType('application/pdf')!;
const csv = allowedType('text/csv')!;
const docx = allowedType('application/vnd.openxmlformats-officedocument.wordprocessingml.document')!;
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

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
    expect(bytesFit(pdf, 'application/pdf', false)).toBe(true);
    expect(bytesFit(pdf, 'application/zip', false)).toBe(false);
    expect(bytesFit(pdf, null, true)).toBe(false);
    expect(bytesFit(csv, null, true)).toBe(true);
    expect(bytesFit(csv, null, false)).toBe(false);
    expect(bytesFit(csv, 'application/x-elf', true)).toBe(false);
    expect(bytesFit(docx, 'application/x-cfb', false)).toBe(false);
  });

  it('tells text from bytes', () => {
    expect(looksLikeText(utf8('Họ và tên,Đơn vị\r\nNguyễn Thị Ánh,Trạm y tế\n'))).toBe(true);
    expect(looksLikeText(bytes(0x41, 0x00, 0x42))).toBe(false);
    expect(looksLikeText(bytes(0x41, 0x1b, 0x5b))).toBe(false);
    expect(looksLikeText(bytes(0xff, 0xfe, 0x41))).toBe(false);
    expect(looksLikeText(utf8('ờ').subarray(0, 2))).toBe(true);
  });
});
