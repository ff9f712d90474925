import { lcm, type Rational, rational, solved } from './exact.js';
import { type FairnessGap, matrixGap, type ScoreMatrix } from './score-matrix.js';

/** How generous each member is, or why that cannot be told. */
export type Leniencies =
  | { readonly gap: FairnessGap; readonly byMember: null; readonly degreesOfFreedom: null }
  | {
    readonly gap: null;
    /** Hundredths of a point above (generous) or below (severe) the average member on the same items; they sum to zero. */
    readonly byMember: ReadonlyMap<string, Rational>;
    /** Scores beyond those the model needs; with 0 it fits every score and nothing is left to doubt it by. */
    readonly degreesOfFreedom: number;
  };

/**
 * The additive two-way model `score = item + leniency of the member`, by least squares over the scores there are. Who
 * scored only strong items is not taken for generous, as averages would have it. With the items eliminated, the equation
 * of member j is `n_j s_j − Σ_i (1/n_i) Σ_k s_k = Σ_i (y_ij − ȳ_i)`, over the items i that j scored and the members k who
 * scored i: the intrablock analysis of incomplete block designs (Yates 1936), with items as blocks.
 */
export function leniencies(matrix: ScoreMatrix): Leniencies {
  const gap = matrixGap(matrix) ?? (matrix.groups > 1 ? 'NOT_CONNECTED' : null);
  if (gap !== null) return { gap, byMember: null, degreesOfFreedom: null };
  const members = [...matrix.byMember.keys()].toSorted();
  const place = new Map(members.map((member, index) => [member, index]));
  // One factor makes all equations whole. Adding it everywhere pins the sum of the leniencies to zero.
  const factor = lcm([...matrix.byItem.values()].map((scores) => BigInt(scores.length)));
  const left = members.map(() => members.map(() => factor));
  const right = members.map(() => 0n);
  for (const scores of matrix.byItem.values()) {
    const share = factor / BigInt(scores.length);
    const sum = scores.reduce((total, score) => total + BigInt(score.points), 0n);
    for (const one of scores) {
      const row = place.get(one.memberId) ?? 0;
      right[row] = (right[row] ?? 0n) + factor * BigInt(one.points) - share * sum;
      const line = left[row] ?? [];
      line[row] = (line[row] ?? 0n) + factor;
      for (const other of scores) {
        const column = place.get(other.memberId) ?? 0;
        line[column] = (line[column] ?? 0n) - share;
      }
    }
  }
  const solution = solved(left, right);
  return {
    gap: null,
    byMember: new Map(members.map((member, index) => [member, solution[index] ?? rational(0n)])),
    degreesOfFreedom: matrix.scores.length - matrix.byItem.size - members.length + 1,
  };
}
