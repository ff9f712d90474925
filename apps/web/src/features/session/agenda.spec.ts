import { describe, expect, it } from '@jest/globals';
import { moved, restored, type Line } from './agenda.js';

const line = (id: string): Line => ({ initiativeId: id, code: id, title: '', unitName: '' });
const lines = ['a', 'b', 'c'].map(line);
const ids = (list: readonly Line[]) => list.map(({ initiativeId }) => initiativeId);

describe('building an agenda', () => {
  it('moves a line up and down, and stops at the ends', () => {
    expect(ids(moved(lines, 2, -1))).toEqual(['a', 'c', 'b']);
    expect(ids(moved(lines, 0, 1))).toEqual(['b', 'a', 'c']);
    expect(ids(moved(lines, 0, -1))).toEqual(['a', 'b', 'c']);
    expect(ids(moved(lines, 2, 1))).toEqual(['a', 'b', 'c']);
  });

  it('puts a removed line back to its place, once', () => {
    expect(ids(restored([line('a'), line('c')], line('b'), 1))).toEqual(['a', 'b', 'c']);
    expect(ids(restored(lines, line('b'), 0))).toEqual(['a', 'b', 'c']);
  });
});
