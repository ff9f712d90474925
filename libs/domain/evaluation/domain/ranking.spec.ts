import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DA_NANG_2026 } from '../../regulation/presets/da-nang-2026.js';
import { rulesOf } from '../../regulation/presets/presets.js';
import { compareFractions, fraction } from './fraction.js';
import { rankingOf } from './ranking.js';
import { tallyOf, type Tally } from './tally.js';

const rules = rulesOf(DA_NANG_2026);
const ORDER = rules.tieOrder;

function item(id: string, ...rows: Array<readonly [novelty: number, replicability: number, effectiveness: number]>): { id: string; tally: Tally } {
  return {
    id,
    tally: tallyOf(rules, rows.map(([novelty, replicability, effectiveness], index) => ({
      id: `M${index}`,
      lines: [{ criterionCode: 'NOVELTY', points: novelty }, { criterionCode: 'APPLICABILITY', points: replicability }, { criterionCode: 'BENEFIT', points: effectiveness }],
    }))),
  };
}

describe('a ranking', () => {
  it('goes by total, then effectiveness, replicability and novelty', () => {
    const ranking = rankingOf([
      item('second by novelty', [2000, 2000, 2000]),
      item('best total', [4000, 2000, 2000]),
      item('first by effectiveness', [1900, 2000, 2100]),
      item('third by replicability', [2100, 1900, 2000]),
      item('worst', [0, 0, 0]),
    ], ORDER);
    expect(ranking).toEqual([
      { id: 'best total', rank: 1, tied: false, tieBrokenBy: null },
      { id: 'first by effectiveness', rank: 2, tied: false, tieBrokenBy: 'EFFECTIVENESS' },
      { id: 'second by novelty', rank: 3, tied: false, tieBrokenBy: 'REPLICABILITY' },
      { id: 'third by replicability', rank: 4, tied: false, tieBrokenBy: 'REPLICABILITY' },
      { id: 'worst', rank: 5, tied: false, tieBrokenBy: null },
    ]);
  });

  it('shares a place where nothing decides, and skips the next', () => {
    const ranking = rankingOf([item('c', [3000, 1000, 1000]), item('b', [2000, 2000, 2000]), item('a', [2000, 2000, 2000]), item('d', [4000, 2000, 2000])], ORDER);
    expect(ranking).toEqual([
      { id: 'd', rank: 1, tied: false, tieBrokenBy: null },
      { id: 'a', rank: 2, tied: true, tieBrokenBy: null },
      { id: 'b', rank: 2, tied: true, tieBrokenBy: null },
      { id: 'c', rank: 4, tied: false, tieBrokenBy: null },
    ]);
  });

  it('compares averages exactly over different numbers of sheets', () => {
    const ranking = rankingOf([item('third of a point less', [2000, 2000, 2000], [2000, 2000, 2000], [2000, 2000, 1999]), item('whole', [2000, 2000, 2000])], ORDER);
    expect(ranking.map((one) => [one.id, one.rank])).toEqual([['whole', 1], ['third of a point less', 2]]);
  });

  it('puts what has no sheets last, without a rank', () => {
    expect(rankingOf([item('none'), item('zero', [0, 0, 0])], ORDER)).toEqual([
      { id: 'zero', rank: 1, tied: false, tieBrokenBy: null }, { id: 'none', rank: null, tied: false, tieBrokenBy: null },
    ]);
  });

  it('does not depend on the order in which initiatives arrive, and never puts a lower total higher', () => {
    const points = fc.integer({ min: 0, max: 3 }).map((n) => n * 1000);
    fc.assert(fc.property(fc.array(fc.tuple(points, points, points), { maxLength: 8 }), (rows) => {
      const items = rows.map((row, index) => item(`I${index}`, row));
      const ranking = rankingOf(items, ORDER);
      expect(rankingOf(items.toReversed(), ORDER)).toEqual(ranking);
      const totals = ranking.map((one) => items.find((candidate) => candidate.id === one.id)?.tally.total.average ?? fraction(0));
      totals.slice(1).forEach((total, index) => expect(compareFractions(totals[index]!, total)).toBeGreaterThanOrEqual(0));
    }));
  });
});
