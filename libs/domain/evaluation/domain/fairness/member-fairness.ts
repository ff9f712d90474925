import { approximately, mean, minus, type Rational, rational } from './exact.js';
import type { GivenScore, ScoreMatrix } from './score-matrix.js';

/** How one member scored. Points are hundredths. */
export interface MemberFairness {
  readonly memberId: string;
  readonly sheetCount: number;
  /** Mean of the totals given; it says nothing of leniency where members scored different items. */
  readonly average: Rational;
  /** Above (generous) or below (severe) the average member on the same items; null where that cannot be told. */
  readonly leniency: Rational | null;
  /** Standard deviation of the totals given (n − 1); null for a single sheet. */
  readonly spread: number | null;
  /** Root mean square of what neither the items nor the leniency explain; null where leniency cannot be told. */
  readonly residual: number | null;
}

/** A score as the average member would have given it. */
export function withoutLeniency(score: GivenScore, leniencies: ReadonlyMap<string, Rational>): Rational {
  return minus(rational(BigInt(score.points)), leniencies.get(score.memberId) ?? rational(0n));
}

/** Everybody who gave a score, by id. */
export function memberFairness(matrix: ScoreMatrix, leniencies: ReadonlyMap<string, Rational> | null): MemberFairness[] {
  const residuals = leniencies === null ? null : residualsOf(matrix, leniencies);
  return [...matrix.byMember].map(([memberId, scores]): MemberFairness => {
    const average = mean(scores.map((score) => rational(BigInt(score.points))));
    const distances = scores.map((score) => score.points - approximately(average));
    return {
      memberId,
      sheetCount: scores.length,
      average,
      leniency: leniencies?.get(memberId) ?? null,
      spread: scores.length < 2 ? null : Math.sqrt(squares(distances) / (scores.length - 1)),
      residual: residuals === null ? null : Math.sqrt(squares(residuals.get(memberId) ?? []) / scores.length),
    };
  }).toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1));
}

/** What is left of every score once the worth of the item and the leniency of the member are taken off. */
function residualsOf(matrix: ScoreMatrix, leniencies: ReadonlyMap<string, Rational>): ReadonlyMap<string, readonly number[]> {
  const residuals = new Map<string, number[]>();
  for (const scores of matrix.byItem.values()) {
    const fair = scores.map((score) => approximately(withoutLeniency(score, leniencies)));
    const worth = fair.reduce((total, points) => total + points, 0) / fair.length;
    scores.forEach(({ memberId }, index) => {
      residuals.set(memberId, [...(residuals.get(memberId) ?? []), (fair[index] ?? worth) - worth]);
    });
  }
  return residuals;
}

function squares(values: readonly number[]): number {
  return values.reduce((total, value) => total + value ** 2, 0);
}
