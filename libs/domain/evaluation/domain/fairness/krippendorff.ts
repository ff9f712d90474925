import { lcm, rational } from './exact.js';
import type { Coefficient } from './icc.js';
import { matrixGap, type ScoreMatrix } from './score-matrix.js';

/**
 * Krippendorff's alpha (2011), which does with missing scores: 1 when members agree on every item, 0 when they agree as if
 * scores had been dealt out by chance. Items with one score say nothing about agreement and are left out.
 * @param metric `INTERVAL` compares distances of points; `ORDINAL` only their order among all points given
 */
export function krippendorffAlpha(matrix: ScoreMatrix, metric: 'INTERVAL' | 'ORDINAL'): Coefficient {
  const gap = matrixGap(matrix);
  if (gap !== null) return { value: null, gap };
  const given = [...matrix.byItem.values()].filter((scores) => scores.length > 1).map((scores) => scores.map((score) => score.points));
  const units = metric === 'INTERVAL' ? given.map((unit) => unit.map(BigInt)) : ranked(given);
  const factor = lcm(units.map((unit) => BigInt(unit.length - 1)));
  const observed = units.reduce((total, unit) => total + differences(unit) * (factor / BigInt(unit.length - 1)), 0n);
  const values = units.flat();
  const expected = differences(values) * factor;
  if (expected === 0n) return { value: null, gap: 'NO_VARIANCE' };
  return { value: rational(expected - BigInt(values.length - 1) * observed, expected), gap: null };
}

/** Half the sum of the squared differences of all ordered pairs. */
function differences(values: readonly bigint[]): bigint {
  let [sum, squares] = [0n, 0n];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  return BigInt(values.length) * squares - sum * sum;
}

/**
 * Twice the mean rank of each value among all. The ordinal metric `(Σ_{g=c..k} n_g − (n_c + n_k) / 2)²` is the squared
 * difference of mean ranks, so that the ordinal alpha is the interval alpha of these.
 */
function ranked(units: readonly (readonly number[])[]): bigint[][] {
  const counts = new Map<number, number>();
  for (const value of units.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranks = new Map<number, bigint>();
  let below = 0;
  for (const [value, count] of [...counts].toSorted(([a], [b]) => a - b)) {
    ranks.set(value, BigInt(2 * below + count + 1));
    below += count;
  }
  return units.map((unit) => unit.map((value) => ranks.get(value) ?? 0n));
}
