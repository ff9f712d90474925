import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ceilOf, compareFractions, distance, fraction, isBelow, roundHalfUp } from './fraction.js';
import { formatPoints, formatPointsBelow } from './points-text.js';

const anyFraction = fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([num, den]) => fraction(num, den));

describe('a fraction', () => {
  it.each([
    [fraction(1, 2), fraction(2, 4), 0],
    [fraction(13_999, 2), fraction(7000), -1],
    [fraction(7001), fraction(7000), 1],
    [fraction(-1, 2), fraction(-1, 3), -1],
    [fraction(9_007_199_254_740_991, 2), fraction(9_007_199_254_740_990, 2), 1],
  ])('%j compared with %j is %d', (a, b, expected) => {
    expect(compareFractions(a, b)).toBe(expected);
  });

  it('is a total order', () => {
    fc.assert(fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
      expect(compareFractions(a, b)).toBe(0 - compareFractions(b, a));
      if (compareFractions(a, b) <= 0 && compareFractions(b, c) <= 0) expect(compareFractions(a, c)).toBeLessThanOrEqual(0);
    }));
  });

  it.each([[1, 0], [1, -2], [0.5, 1], [1, 1.5], [2 ** 53, 1]])('of %d and %d is refused', (num, den) => {
    expect(() => fraction(num, den)).toThrow(RangeError);
  });

  it.each([
    [fraction(13_999, 2), 7000], [fraction(13_998, 2), 6999], [fraction(20_000, 3), 6667], [fraction(1, 3), 0],
    [fraction(1, 2), 1], [fraction(-1, 2), 0], [fraction(-3, 2), -1], [fraction(-4, 3), -1], [fraction(-2), -2],
  ])('%j rounds to %d, halves up', (value, expected) => {
    expect(roundHalfUp(value)).toBe(expected);
  });

  it('never lies more than a half from its rounding', () => {
    fc.assert(fc.property(anyFraction, (value) => {
      expect(compareFractions(distance(roundHalfUp(value), value), fraction(1, 2))).toBeLessThanOrEqual(0);
    }));
  });

  it('69,995 is below 70 although it shows as 70,00', () => {
    expect(isBelow(fraction(13_999, 2), 7000)).toBe(true);
    expect(formatPoints(fraction(13_999, 2), 'vi')).toBe('70,00');
  });

  it.each([[2, 3, 5, 4], [2, 3, 7, 5], [2, 3, 9, 6], [1, 2, 9, 5], [1, 2, 8, 4], [0, 1, 9, 0]])(
    '%d/%d of %d, rounded up, is %d', (num, den, whole, expected) => {
      expect(ceilOf({ num, den }, whole)).toBe(expected);
    });
});

describe('points in words', () => {
  it.each([
    [6850, '68,50', '68.50'], [5, '0,05', '0.05'], [0, '0,00', '0.00'], [10_000, '100,00', '100.00'],
    [123_456_789, '1.234.567,89', '1,234,567.89'], [-150, '-1,50', '-1.50'],
  ])('%d hundredths read %s and %s', (hundredths, vi, en) => {
    expect([formatPoints(hundredths, 'vi'), formatPoints(hundredths, 'en')]).toEqual([vi, en]);
  });

  it.each([
    [fraction(6850), 7000, '68,50'],
    [fraction(13_999, 2), 7000, '69,995'],
    [fraction(20_999, 3), 7000, '69,996…'],
    [fraction(69_999_999, 10_000), 7000, '69,999…'],
    [fraction(7000), 7000, '70,00'],
    [fraction(14_001, 2), 7000, '70,01'],
    [fraction(99, 2), 50, '0,495'],
  ])('%j beside the limit %d reads %s', (average, limit, expected) => {
    expect(formatPointsBelow(average, limit, 'vi')).toBe(expected);
  });
});
