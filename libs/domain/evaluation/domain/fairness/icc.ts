import { lcm, type Rational, rational } from './exact.js';
import { type FairnessGap, matrixGap, type ScoreMatrix } from './score-matrix.js';

/**
 * The intraclass correlations of Shrout and Fleiss (1979): form 1 takes the members of each item for a sample of their
 * own, form 2 takes the same sample of members for all items and asks for equal points, form 3 takes these members as
 * they are and asks for equal order. `1` is about one sheet, `K` about the average of an item's sheets.
 */
export const ICC_FORMS = ['ICC_1_1', 'ICC_1_K', 'ICC_2_1', 'ICC_2_K', 'ICC_3_1', 'ICC_3_K'] as const;
export type IccForm = (typeof ICC_FORMS)[number];

/** A coefficient, at most 1 and possibly negative, or why there is none. */
export type Coefficient = { readonly value: Rational; readonly gap: null } | { readonly value: null; readonly gap: FairnessGap };

/** All six forms. Forms 2 and 3 need every member's score of every item; form 1 does with what there is. */
export function intraclassCorrelations(matrix: ScoreMatrix): Readonly<Record<IccForm, Coefficient>> {
  const gap = matrixGap(matrix);
  if (gap !== null) return everywhere(ICC_FORMS, gap);
  const oneWayForms = oneWay(matrix);
  return { ...oneWayForms, ...(matrix.isComplete ? twoWay(matrix) : everywhere(['ICC_2_1', 'ICC_2_K', 'ICC_3_1', 'ICC_3_K'], 'NOT_COMPLETE')) };
}

/**
 * One-way analysis of variance. With unequal numbers of sheets `k` is `n0 = (N − Σ n_i² / N) / (I − 1)` (Donner 1986), and
 * the average form its Spearman-Brown step-up, which is `(B − W) / B` again.
 */
function oneWay({ byItem, scores }: ScoreMatrix): Record<'ICC_1_1' | 'ICC_1_K', Coefficient> {
  const [all, items] = [BigInt(scores.length), BigInt(byItem.size)];
  const sizes = [...byItem.values()].map((ofItem) => BigInt(ofItem.length));
  const factor = lcm(sizes);
  const ofItems = sum([...byItem.values()].map((ofItem) => square(pointsSum(ofItem)) * (factor / BigInt(ofItem.length))));
  // Sums of squares times `factor`, the one between items also times the number of scores; then mean squares on one scale.
  const between = (ofItems * all - factor * square(pointsSum(scores))) * (all - items);
  const within = (sum(scores.map((score) => square(BigInt(score.points)))) * factor - ofItems) * all * (items - 1n);
  const [sizeNum, sizeDen] = [square(all) - sum(sizes.map(square)), all * (items - 1n)];
  return {
    ICC_1_1: quotient((between - within) * sizeDen, between * sizeDen + (sizeNum - sizeDen) * within),
    ICC_1_K: quotient(between - within, between),
  };
}

function twoWay({ byItem, byMember, scores }: ScoreMatrix): Record<'ICC_2_1' | 'ICC_2_K' | 'ICC_3_1' | 'ICC_3_K', Coefficient> {
  const [n, k] = [BigInt(byItem.size), BigInt(byMember.size)];
  const all = square(pointsSum(scores));
  const total = n * k * sum(scores.map((score) => square(BigInt(score.points)))) - all;
  const rows = n * sum([...byItem.values()].map((ofItem) => square(pointsSum(ofItem)))) - all;
  const columns = k * sum([...byMember.values()].map((ofMember) => square(pointsSum(ofMember)))) - all;
  // Mean squares of items, members and what is left, times n k (n − 1) (k − 1).
  const [ofItems, ofMembers, error] = [rows * (k - 1n), columns * (n - 1n), total - rows - columns];
  return {
    ICC_2_1: quotient(n * (ofItems - error), n * (ofItems + (k - 1n) * error) + k * (ofMembers - error)),
    ICC_2_K: quotient(n * (ofItems - error), n * ofItems + ofMembers - error),
    ICC_3_1: quotient(ofItems - error, ofItems + (k - 1n) * error),
    ICC_3_K: quotient(ofItems - error, ofItems),
  };
}

/** The denominators estimate a variance: without a positive one there is no proportion of it. */
function quotient(num: bigint, den: bigint): Coefficient {
  return den > 0n ? { value: rational(num, den), gap: null } : { value: null, gap: 'NO_VARIANCE' };
}

function everywhere<Form extends IccForm>(forms: readonly Form[], gap: FairnessGap): Record<Form, Coefficient> {
  return Object.fromEntries(forms.map((form) => [form, { value: null, gap }])) as unknown as Record<Form, Coefficient>;
}

function pointsSum(scores: ReadonlyArray<{ readonly points: number }>): bigint {
  return sum(scores.map((score) => BigInt(score.points)));
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

function square(value: bigint): bigint {
  return value * value;
}
