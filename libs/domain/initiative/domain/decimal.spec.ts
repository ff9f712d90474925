import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDecimal } from './decimal.js';

describe('a decimal as people type it', () => {
  it.each([
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    [' 12,50 ', '12.5'],
    ['+7', '7'],
    ['-3,25', '-3.25'],
    ['-0,0', '0'],
    ['007', '7'],
    ['0,0001', '0.0001'],
    ['9999999999999999', '9999999999999999'],
  ])('reads "%s" as %s', (typed, stored) => {
    expect(parseDecimal(typed)).toBe(stored);
  });

  it.each(['', ' ', ',5', '5,', '1.234,5', '1 234', '1e3', 'NaN', 'Infinity', '0x10', '12,55555', '10000000000000000', '１２', '12%'])(
    'refuses "%s"',
    (typed) => {
      expect(parseDecimal(typed)).toBeNull();
    },
  );

  it('keeps every amount exactly, whichever separator was typed', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 9999 }), (whole, fraction) => {
      const digits = String(fraction).padStart(4, '0');
      const withComma = parseDecimal(`${whole},${digits}`);
      expect(withComma).toBe(parseDecimal(`${whole}.${digits}`));
      expect(parseDecimal(withComma!)).toBe(withComma);
    }));
  });
});
