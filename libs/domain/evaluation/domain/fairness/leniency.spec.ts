import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scoresOf, transposed } from '../../../../../test/factories/scores.js';
import { compareRationals, mean, minus, rational, roundedTo } from './exact.js';
import { leniencies } from './leniency.js';
import { type GivenScore, scoreMatrix } from './score-matrix.js';

/** The estimated average of an item if every member had scored it. */
function adjusted(scores: readonly GivenScore[], itemId: string) {
  const { byMember } = leniencies(scoreMatrix(scores));
  return mean(scores.filter((one) => one.itemId === itemId).map((one) => minus(rational(BigInt(one.points)), byMember!.get(one.memberId)!)));
}

const ofMembers = (scores: readonly GivenScore[]) => leniencies(scoreMatrix(scores)).byMember;

/** Tables in which the first member scored everything, so that all are connected. */
const anyScores = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 10_000 }), ...[1, 2, 3].map(() => fc.option(fc.integer({ min: 0, max: 10_000 })))), { minLength: 2, maxLength: 8 },
).map(scoresOf).filter((scores) => new Set(scores.map((one) => one.memberId)).size > 1);

describe('leniency in the two-way model', () => {
  // Montgomery, Design and Analysis of Experiments, the balanced incomplete block design of the catalysts (reaction times of
  // four catalysts in four batches, three of them in each): Q1 = −9/3, Q2 = −7/3, Q3 = −4/3, Q4 = 20/3, and
  // τ = 3 Q / (2 · 4), that is −9/8, −7/8, −4/8 and 20/8. Here catalysts are members and batches are items.
  const CATALYSTS = transposed([
    [7300, 7400, null, 7100],
    [null, 7500, 6700, 7200],
    [7300, 7500, 6800, null],
    [7500, null, 7200, 7500],
  ]);

  it('is the intrablock estimate of a balanced incomplete block design', () => {
    expect(leniencies(scoreMatrix(scoresOf(CATALYSTS)))).toEqual({
      gap: null,
      degreesOfFreedom: 5,
      byMember: new Map([['M0', { num: -225n, den: 2n }], ['M1', { num: -175n, den: 2n }], ['M2', { num: -50n, den: 1n }], ['M3', { num: 250n, den: 1n }]]),
    });
  });

  it('takes itself out of the averages of the items', () => {
    // By hand, first batch: (73 + 73 + 75 − (−9/8 − 4/8 + 20/8)) / 3 = 73,375.
    const averages = ['I0', 'I1', 'I2', 'I3'].map((item) => roundedTo(adjusted(scoresOf(CATALYSTS), item), 1));
    expect(averages).toEqual([7337.5, 7550, 6862.5, 7250]);
  });

  it('does not take who scored only strong items for generous', () => {
    // By hand: items are worth 60, 70 and 90 points, the members lie 2 above, 2 below and on the average.
    const scores = scoresOf([[6200, 5800, null], [7200, null, 7000], [null, 8800, 9000]]);
    expect([...ofMembers(scores)!.values()]).toEqual([{ num: 200n, den: 1n }, { num: -200n, den: 1n }, { num: 0n, den: 1n }]);
    expect(['I0', 'I1', 'I2'].map((item) => adjusted(scores, item))).toEqual([6000n, 7000n, 9000n].map((num) => ({ num, den: 1n })));
  });

  it('is the distance from the common average where everybody scored everything, and the averages stay', () => {
    const scores = scoresOf([[7000, 7300, 6400], [8100, 8000, 7000]]);
    // Members give 75,50, 76,50 and 67,00 on average; together 73,00.
    expect([...ofMembers(scores)!.values()].map((one) => roundedTo(one, 2))).toEqual([250, 350, -600]);
    expect(adjusted(scores, 'I0')).toEqual({ num: 6900n, den: 1n });
    expect(adjusted(scores, 'I1')).toEqual({ num: 7700n, den: 1n });
  });

  it('has nothing to doubt it by when there are just enough scores', () => {
    const { byMember, degreesOfFreedom } = leniencies(scoreMatrix(scoresOf([[5000, 6000], [7000, null]])));
    expect(degreesOfFreedom).toBe(0);
    expect([...byMember!.values()]).toEqual([{ num: -500n, den: 1n }, { num: 500n, den: 1n }]);
  });

  it.each([
    ['no scores', [], 'TOO_FEW_MEMBERS'],
    ['one member', [[5000], [6000]], 'TOO_FEW_MEMBERS'],
    ['one item', [[5000, 6000]], 'TOO_FEW_ITEMS'],
    ['no item scored twice', [[5000, null], [null, 6000]], 'TOO_FEW_SHEETS'],
    ['two pairs of members without a common item', [[5000, 6000, null, null], [null, null, 7000, 8000]], 'NOT_CONNECTED'],
    ['one member apart', [[5000, 6000, null], [5000, 7000, null], [null, null, 8000]], 'NOT_CONNECTED'],
  ] as const)('is not computed for %s', (_name, table, gap) => {
    expect(leniencies(scoreMatrix(scoresOf(table)))).toEqual({ gap, byMember: null, degreesOfFreedom: null });
  });

  it('sums to zero', () => {
    fc.assert(fc.property(anyScores, (scores) => {
      const found = [...ofMembers(scores)!.values()];
      expect(mean(found)).toEqual({ num: 0n, den: 1n });
    }));
  });

  it('leaves sums of zero for every member and every item: the normal equations', () => {
    fc.assert(fc.property(anyScores, (scores) => {
      const found = ofMembers(scores)!;
      const worth = new Map([...new Set(scores.map((one) => one.itemId))].map((item) => [item, adjusted(scores, item)]));
      const rest = scores.map((one) => ({
        ...one, left: minus(minus(rational(BigInt(one.points)), worth.get(one.itemId)!), found.get(one.memberId)!),
      }));
      for (const key of ['memberId', 'itemId'] as const) {
        for (const id of new Set(rest.map((one) => one[key]))) {
          expect(mean(rest.filter((one) => one[key] === id).map((one) => one.left))).toEqual({ num: 0n, den: 1n });
        }
      }
    }));
  });

  it('does not depend on the order of the scores', () => {
    fc.assert(fc.property(anyScores.chain((scores) => fc.tuple(fc.constant(scores), fc.shuffledSubarray(scores, { minLength: scores.length }))), ([scores, shuffled]) => {
      expect(leniencies(scoreMatrix(shuffled))).toEqual(leniencies(scoreMatrix(scores)));
    }));
  });

  it('follows a member who gives more everywhere, and changes nothing between the others or between items', () => {
    fc.assert(fc.property(anyScores, fc.integer({ min: -5000, max: 5000 }), (scores, more) => {
      const raised = scores.map((one) => (one.memberId === 'M0' ? { ...one, points: one.points + more } : one));
      const [before, after] = [ofMembers(scores)!, ofMembers(raised)!];
      const size = BigInt(before.size);
      for (const [member, leniency] of before) {
        const change = minus(after.get(member)!, leniency);
        expect(change).toEqual(member === 'M0' ? rational(BigInt(more) * (size - 1n), size) : rational(-BigInt(more), size));
      }
      for (const item of new Set(scores.map((one) => one.itemId))) {
        expect(minus(adjusted(raised, item), adjusted(scores, item))).toEqual(rational(BigInt(more), size));
      }
    }));
  });

  it('finds the values that made the scores, when nothing else did', () => {
    const parts = fc.record({
      items: fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 2, maxLength: 6 }),
      members: fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 5 }),
      holes: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
    });
    fc.assert(fc.property(parts, ({ items, members, holes }) => {
      const scores = scoresOf(items.map((item, row) => members.map((member, column) => (row > 0 && column > 0 && holes[row * 5 + column]! ? null : item + member))));
      const found = ofMembers(scores)!;
      members.forEach((member, column) => {
        expect(minus(found.get(`M${column}`)!, found.get('M0')!)).toEqual(rational(BigInt(member - members[0]!)));
      });
    }));
  });

  it('takes a council of the largest size with a full agenda in its stride', () => {
    const members = Array.from({ length: 50 }, (_, member) => member);
    const row = (item: number) => members.map((member) => ((item * 7 + member * 13) % 17 < 3 + (item % 13) ? (item * 37 + member * 91) % 10_001 : null));
    const scores = scoresOf(Array.from({ length: 500 }, (_, item) => row(item)));
    const before = performance.now();
    const found = leniencies(scoreMatrix(scores));
    expect(found.gap).toBeNull();
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('a score matrix', () => {
  it('refuses a second score of the same member for the same item', () => {
    const score = { itemId: 'a', memberId: 'x', points: 100 };
    expect(() => scoreMatrix([score, score])).toThrow(RangeError);
  });

  it('refuses points that are not whole hundredths', () => {
    expect(() => scoreMatrix([{ itemId: 'a', memberId: 'x', points: 0.5 }])).toThrow(RangeError);
  });
});

describe('an exact quotient', () => {
  it('is rounded halves up, also below zero', () => {
    expect([rational(5n, 2n), rational(-5n, 2n), rational(-1n, 4n), rational(-3n, 4n)].map((one) => roundedTo(one, 0))).toEqual([3, -2, 0, -1]);
    expect(roundedTo(rational(-1n, 3n), 3)).toBe(-0.333);
  });

  it('is compared without rounding', () => {
    expect(compareRationals(rational(10n ** 30n + 1n, 10n ** 30n), rational(1n))).toBe(1);
    expect(compareRationals(rational(2n, 4n), rational(-1n, -2n))).toBe(0);
  });

  it('has no denominator of zero', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
  });
});
