import { describe, expect, it } from '@jest/globals';
import { allowedType, endingFits } from './file-types.js';

const pdf = allowedType('application/pdf')!;

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
});
