import { describe, expect, it } from '@jest/globals';
import { readDecimal } from './decimal.js';

describe('a measured figure on the screen', () => {
  it('has the separators people here write', () => {
    expect(['45', '12.5', '1234567.25', '-1200', '0.0001'].map(readDecimal)).toEqual(['45', '12,5', '1.234.567,25', '-1.200', '0,0001']);
  });

  it('keeps every digit of a long figure', () => {
    expect(readDecimal('1234567890123456.7891')).toBe('1.234.567.890.123.456,7891');
  });

  it('is left alone when it is no figure', () => {
    expect(readDecimal('khoảng 12')).toBe('khoảng 12');
  });
});
