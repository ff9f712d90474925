import { describe, expect, it } from '@jest/globals';
import { searchPatterns } from './search.js';

describe('the words of a search', () => {
  it('each become a pattern without case, marks and đ', () => {
    expect(searchPatterns('  Đặng   ÁNH ')).toEqual(['%dang%', '%anh%']);
  });

  it('stand for themselves when they look like patterns', () => {
    expect(searchPatterns('100% a_b \\')).toEqual(['%100\\%%', '%a\\_b%', '%\\\\%']);
  });

  it('are none for an empty search', () => {
    expect([searchPatterns(''), searchPatterns('   '), searchPatterns(null), searchPatterns(undefined)]).toEqual([[], [], [], []]);
  });
});
