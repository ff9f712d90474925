import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scoresOf, transposed } from '../../../../../test/factories/scores.js';
import { type Rational, roundedTo } from './exact.js';
import { ICC_FORMS, type IccForm, intraclassCorrelations } from './icc.js';
import { krippendorffAlpha } from './krippendorff.js';
import { type GivenScore, scoreMatrix } from './score-matrix.js';

const icc = (scores: readonly GivenScore[]) => intraclassCorrelations(scoreMatrix(scores));
const alpha = (scores: readonly GivenScore[], metric: 'INTERVAL' | 'ORDINAL') => krippendorffAlpha(scoreMatrix(scores), metric);
const allOf = (scores: readonly GivenScore[]) => ({ ...icc(scores), INTERVAL: alpha(scores, 'INTERVAL'), ORDINAL: alpha(scores, 'ORDINAL') });
const rounded = (one: { value: Rational | null }, decimals: number) => (one.value === null ? null : roundedTo(one.value, decimals));

/** Shrout and Fleiss, "Intraclass correlations: uses in assessing rater reliability", Psychological Bulletin 86 (1979), tables 2–4. */
const SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

/** Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), part C: four observers, twelve units, missing data. */
const KRIPPENDORFF = transposed([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
]);

const anyTable = fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 4 }), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 8 });

describe('intraclass correlations', () => {
  it('are those of Shrout and Fleiss', () => {
    const found = icc(scoresOf(SHROUT_FLEISS));
    expect(Object.fromEntries(ICC_FORMS.map((form) => [form, rounded(found[form], 2)]))).toEqual({
      ICC_1_1: 0.17, ICC_2_1: 0.29, ICC_3_1: 0.71, ICC_1_K: 0.44, ICC_2_K: 0.62, ICC_3_K: 0.91,
    } satisfies Record<IccForm, number>);
  });

  it('are exact', () => {
    // Mean squares of the same table: 11,241666…, 6,263888…, 32,486111… and 1,019444….
    const found = icc(scoresOf(SHROUT_FLEISS));
    expect(found.ICC_1_1.value).toEqual({ num: 448n, den: 2703n });
    expect(found.ICC_2_1.value).toEqual({ num: 184n, den: 635n });
    expect(found.ICC_3_K.value).toEqual({ num: 3680n, den: 4047n });
  });

  it('keep to the one-way forms where some scores are missing', () => {
    // By hand: items (2, 4), (6, 8, 10), (5). N = 6, G = 35, B = (18 + 192 + 25 − 35²/6) / 2 = 185/12, W = (2 + 8 + 0) / 3 = 10/3,
    // n0 = (6 − 14/6) / 2 = 11/6; (B − W) / (B + 5/6 · W) = 87/131 and (B − W) / B = 29/37.
    const found = icc(scoresOf([[2, 4, null], [6, 8, 10], [null, 5, null]]));
    expect(found).toEqual({
      ICC_1_1: { value: { num: 87n, den: 131n }, gap: null }, ICC_1_K: { value: { num: 29n, den: 37n }, gap: null },
      ICC_2_1: { value: null, gap: 'NOT_COMPLETE' }, ICC_2_K: { value: null, gap: 'NOT_COMPLETE' },
      ICC_3_1: { value: null, gap: 'NOT_COMPLETE' }, ICC_3_K: { value: null, gap: 'NOT_COMPLETE' },
    });
  });

  it('of consistency are 1 where members differ by a constant only, those of agreement are not', () => {
    const found = icc(scoresOf([[5000, 5500], [7000, 7500], [9000, 9500]]));
    expect([rounded(found.ICC_3_1, 3), rounded(found.ICC_3_K, 3)]).toEqual([1, 1]);
    expect(rounded(found.ICC_2_1, 3)).toBe(0.97);
  });

  it('are not computed where the variance they divide by is not positive', () => {
    const { ICC_2_1, ICC_2_K, ICC_3_1, ICC_3_K } = icc(scoresOf([[0, 1], [1, 0]]));
    expect([ICC_2_1, ICC_2_K, ICC_3_K].map((one) => one.gap)).toEqual(['NO_VARIANCE', 'NO_VARIANCE', 'NO_VARIANCE']);
    expect(ICC_3_1.value).toEqual({ num: -1n, den: 1n });
  });
});

describe('Krippendorff’s alpha', () => {
  it('is that of his own example with missing data', () => {
    const scores = scoresOf(KRIPPENDORFF);
    expect(rounded(alpha(scores, 'INTERVAL'), 3)).toBe(0.849);
    expect(rounded(alpha(scores, 'ORDINAL'), 3)).toBe(0.815);
  });

  it('is exact', () => {
    expect(alpha(scoresOf(KRIPPENDORFF), 'INTERVAL').value).toEqual({ num: 951n, den: 1120n });
    expect(alpha(scoresOf(KRIPPENDORFF), 'ORDINAL').value).toEqual({ num: 108_577n, den: 133_160n });
  });

  it('looks only at the order in its ordinal form', () => {
    fc.assert(fc.property(anyTable, (table) => {
      const stretched = table.map((row) => row.map((points) => (points === null ? null : points ** 3 + points)));
      expect(alpha(scoresOf(stretched), 'ORDINAL')).toEqual(alpha(scoresOf(table), 'ORDINAL'));
    }));
  });
});

describe('all coefficients of agreement', () => {
  it.each([
    ['no scores', [], 'TOO_FEW_MEMBERS'],
    ['one member', [[1], [2]], 'TOO_FEW_MEMBERS'],
    ['one item', [[1, 2, 3]], 'TOO_FEW_ITEMS'],
    ['no item with two scores', [[1, null], [null, 2]], 'TOO_FEW_SHEETS'],
    ['equal scores everywhere', [[5, 5], [5, 5]], 'NO_VARIANCE'],
  ] as const)('say why there are none for %s', (_name, table, gap) => {
    for (const one of Object.values(allOf(scoresOf(table)))) expect(one).toEqual({ value: null, gap });
  });

  it('are 1 where all members agree on items that differ', () => {
    for (const one of Object.values(allOf(scoresOf([[7, 7, 7], [8, 8, 8], [5, 5, 5]])))) expect(rounded(one, 3)).toBe(1);
  });

  it('are finite and at most 1, or say why they are not computed', () => {
    fc.assert(fc.property(anyTable, (table) => {
      for (const one of Object.values(allOf(scoresOf(table)))) {
        if (one.value === null) expect(typeof one.gap).toBe('string');
        else expect(rounded(one, 6)).toBeLessThanOrEqual(1);
      }
    }));
  });

  it('do not depend on the order of members and items, or on who they are', () => {
    fc.assert(fc.property(anyTable, (table) => {
      const turned = table.toReversed().map((row) => row.toReversed());
      expect(allOf(scoresOf(turned))).toEqual(allOf(scoresOf(table)));
    }));
  });

  it('do not change when all points are shifted or stretched together', () => {
    fc.assert(fc.property(anyTable, fc.integer({ min: 1, max: 9 }), fc.integer({ min: -50, max: 50 }), (table, times, more) => {
      const changed = table.map((row) => row.map((points) => (points === null ? null : points * times + more)));
      expect(allOf(scoresOf(changed))).toEqual(allOf(scoresOf(table)));
    }));
  });
});
