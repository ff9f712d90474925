import { describe, expect, it } from '@jest/globals';
import { readFigure, showFigure } from './figures.js';

describe('figures as Vietnamese offices write them', () => {
  it.each([
    ['45', '45'], ['12,5', '12.5'], ['12.5', '12.5'], ['12.500', '12500'], ['1.234.567,89', '1234567.89'], ['-3,25', '-3.25'], ['−4', '-4'], ['12 500', '12500'],
  ])('%s is read as %s', (typed, read) => {
    expect(readFigure(typed)).toBe(read);
  });

  it.each(['', 'khoảng 5', '1.23.4', '1,2,3', '12,34567', '5%'])('%j is no figure', (typed) => {
    expect(readFigure(typed)).toBeNull();
  });

  it.each([['12500', '12.500'], ['1234567.89', '1.234.567,89'], ['999', '999'], ['-1000', '-1.000'], ['0.5', '0,5']])('%s is shown as %s', (value, shown) => {
    expect(showFigure(value)).toBe(shown);
  });

  it('shows and reads back sixteen digits without rounding', () => {
    expect(readFigure(showFigure('9007199254740993.1234'))).toBe('9007199254740993.1234');
  });
});
