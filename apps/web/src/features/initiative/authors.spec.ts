import { describe, expect, it } from '@jest/globals';
import { divideEqually, isWhole, leftOver, moved, readShare, type AuthorRow } from './authors.js';

const rows = (...shares: string[]): AuthorRow[] => shares.map((share, index) => ({ personId: String(index), fullName: `Người ${index}`, about: '', share }));

describe('shares of authors', () => {
  it('divides equally to exactly 100 %, the first taking what does not divide', () => {
    expect(divideEqually(rows('', '', '')).map(({ share }) => share)).toEqual(['33,34', '33,33', '33,33']);
  });

  it('is sent only when every share can be read and all make exactly 100 %', () => {
    expect([rows('100'), rows('60', '40'), rows('99,99'), rows('60', ''), rows('100', '0'), []].map(isWhole)).toEqual([true, true, false, false, false, false]);
  });

  it.each([['33,34', 3334], ['0.01', 1], ['100', 10000], ['0', null], ['100,01', null], ['abc', null]])('reads %s as %s', (typed, bp) => {
    expect(readShare(typed)).toBe(bp);
  });

  it('offers a new author what is left', () => {
    expect([leftOver(rows('60', '25,5')), leftOver(rows('100'))]).toEqual(['14,5', '']);
  });

  it('moves one and keeps the order of the others', () => {
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  });
});
