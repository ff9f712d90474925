import { describe, expect, it } from '@jest/globals';
import { inOrder, plotFrom, spreadOf, totalsOf } from './results.js';

const row = (id: string, rank: number | null, ...totals: number[]) => ({ id, result: { rank, average: 0 }, sheets: totals.map((total) => ({ total })) });

describe('the results of a session', () => {
  const rows = [row('b', 2, 7000, 8200), row('none', null), row('a', 1, 8600, 8550, 8700)];

  it('stand by place, those without sheets last', () => {
    expect(inOrder(rows, 'hang').map(({ id }) => id)).toEqual(['a', 'b', 'none']);
  });

  it('stand by disagreement, the greatest first', () => {
    expect(inOrder(rows, 'chenh-lech').map(({ id }) => id)).toEqual(['b', 'a', 'none']);
  });

  it('are drawn from a tenth of the scale below the lowest sheet', () => {
    expect(plotFrom(rows, 10_000)).toBe(7000);
    expect(plotFrom([row('low', 1, 4990)], 10_000)).toBe(4000);
    expect(plotFrom([row('full', 1, 10_000)], 10_000)).toBe(9000);
    expect(plotFrom([], 10_000)).toBe(9000);
  });

  it('tell how far the sheets are apart', () => {
    expect(rows.map(spreadOf)).toEqual([1200, null, 150]);
    expect(totalsOf(row('a', 1, 8600, 8550))).toEqual([8550, 8600]);
  });
});
