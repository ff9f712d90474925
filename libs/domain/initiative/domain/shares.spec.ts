import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clearsConfirmations, equalShares, shareFaults, type AuthorShare } from './shares.js';

function authors(...shares: number[]): AuthorShare[] {
  return shares.map((shareBp, index) => ({ personId: `P${index}`, shareBp }));
}

function written(list: readonly AuthorShare[], minimumShareBp?: number): string[] {
  return shareFaults(list, { minimumShareBp }).map((fault) => `${fault.code} ${fault.path.join('.')}`);
}

describe('the shares of authors', () => {
  it.each([[[10_000]], [[6000, 4000]], [[3334, 3333, 3333]], [[9999, 1]]])('%j may be submitted', (shares) => {
    expect(shareFaults(authors(...shares))).toEqual([]);
  });

  it.each([
    ['no author', [], ['INITIATIVE_AUTHORS_EMPTY authors']],
    ['99,99 % together', [5000, 4999], ['INITIATIVE_SHARES_NOT_100 authors']],
    ['100,01 % together', [5000, 5001], ['INITIATIVE_SHARES_NOT_100 authors']],
    ['a single author with less than the whole', [9000], ['INITIATIVE_SHARES_NOT_100 authors']],
    ['a share of nothing', [10_000, 0], ['INITIATIVE_SHARE_OUT_OF_RANGE authors.1.shareBp']],
    ['a negative share', [11_000, -1000], ['INITIATIVE_SHARE_OUT_OF_RANGE authors.0.shareBp', 'INITIATIVE_SHARE_OUT_OF_RANGE authors.1.shareBp']],
    ['a broken share', [5000.5, 4999.5], ['INITIATIVE_SHARE_OUT_OF_RANGE authors.0.shareBp', 'INITIATIVE_SHARE_OUT_OF_RANGE authors.1.shareBp']],
    ['a share that is no number', [Number.NaN, 10_000], ['INITIATIVE_SHARE_OUT_OF_RANGE authors.0.shareBp']],
  ])('with %s are refused', (_, shares, expected) => {
    expect(written(authors(...shares))).toEqual(expected);
  });

  it('name a person twice: refused, with the first line', () => {
    const list = [{ personId: 'A', shareBp: 5000 }, { personId: 'B', shareBp: 2500 }, { personId: 'A', shareBp: 2500 }];
    expect(shareFaults(list)).toEqual([{ code: 'INITIATIVE_AUTHOR_TWICE', path: ['authors', 2, 'personId'], details: { firstIndex: 0 } }]);
  });

  it.each([[[7001, 2999], 3000, ['INITIATIVE_SHARE_BELOW_MINIMUM authors.1.shareBp']], [[7000, 3000], 3000, []], [[9999, 1], undefined, []]])(
    '%j with a minimum of %s: %j', (shares, minimum, expected) => {
      expect(written(authors(...shares), minimum)).toEqual(expected);
    });

  it('report all faults at once, and how much is missing', () => {
    const list = [{ personId: 'A', shareBp: 0 }, { personId: 'A', shareBp: 2000 }];
    expect(written(list, 3000)).toEqual([
      'INITIATIVE_SHARE_OUT_OF_RANGE authors.0.shareBp', 'INITIATIVE_AUTHOR_TWICE authors.1.personId',
      'INITIATIVE_SHARE_BELOW_MINIMUM authors.1.shareBp', 'INITIATIVE_SHARES_NOT_100 authors',
    ]);
    expect(shareFaults(list, { minimumShareBp: 3000 }).at(-1)?.details).toEqual({ sumBp: 2000, missingBp: 8000 });
  });
});

describe('equal shares', () => {
  it.each([[1, [10_000]], [2, [5000, 5000]], [3, [3334, 3333, 3333]], [6, [1667, 1667, 1667, 1667, 1666, 1666]], [7, [1429, 1429, 1429, 1429, 1428, 1428, 1428]]])(
    'of %d are %j', (n, expected) => {
      expect(equalShares(n)).toEqual(expected);
    });

  it('always make valid shares that differ by no more than one hundredth of a percent', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), (n) => {
      const shares = equalShares(n);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000);
      expect((shares[0] ?? 0) - (shares.at(-1) ?? 0)).toBeLessThanOrEqual(1);
      expect(shares.at(-1)).toBeGreaterThanOrEqual(1);
    }), { numRuns: 50 });
  });

  it.each([0, -1, 1.5, 10_001, Number.NaN])('of %d do not exist', (n) => {
    expect(() => equalShares(n)).toThrow(RangeError);
  });
});

describe('a change of authors', () => {
  const before = [{ personId: 'A', shareBp: 6000 }, { personId: 'B', shareBp: 4000 }];
  it.each<[string, AuthorShare[], boolean]>([
    ['nothing changed', before, false],
    ['only the order changed', before.toReversed(), false],
    ['the shares were exchanged', [{ personId: 'A', shareBp: 4000 }, { personId: 'B', shareBp: 6000 }], true],
    ['a person came', [...before, { personId: 'C', shareBp: 1 }], true],
    ['a person left', [{ personId: 'A', shareBp: 10_000 }], true],
    ['a person was replaced', [{ personId: 'A', shareBp: 6000 }, { personId: 'C', shareBp: 4000 }], true],
  ])('clears confirmations when %s: %j → %s', (_, after, expected) => {
    expect(clearsConfirmations(before, after)).toBe(expected);
  });
});
