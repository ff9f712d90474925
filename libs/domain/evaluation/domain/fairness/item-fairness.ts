import type { EvaluationRules } from '../../../regulation/domain/rules.js';
import { fraction, type Fraction } from '../fraction.js';
import { type OutcomeKind, outcomeOf } from '../outcome.js';
import type { Tally } from '../tally.js';
import { compareRationals, floorOf, mean, type Rational, rational } from './exact.js';
import { withoutLeniency } from './member-fairness.js';
import type { GivenScore, ScoreMatrix } from './score-matrix.js';

/** What the rules say of one item on points alone, before any vote. */
export interface PointsOutcome {
  /** The average of the regulation, in hundredths; null without sheets. */
  readonly average: Rational | null;
  /** 1 is best; by the average alone, equal averages share a place. Null without sheets. */
  readonly rank: number | null;
  readonly outcome: OutcomeKind;
  readonly isCityCandidate: boolean;
}

export interface ItemFairness {
  readonly itemId: string;
  readonly sheetCount: number;
  readonly raw: PointsOutcome;
  /** With the leniency of each member taken off their sheets; null where leniency cannot be told. */
  readonly adjusted: PointsOutcome | null;
  /** Whether outcome or candidacy would be another. */
  readonly flips: boolean;
}

/** The rules of a session, and what the sheets of each item add up to. */
export interface ItemsToCompare {
  readonly rules: EvaluationRules;
  /** Voting members, recused ones included. */
  readonly appointed: number;
  readonly tallies: ReadonlyMap<string, Tally>;
}

/**
 * Raw against adjusted, in the order of the tallies. Only the total is adjusted: minimums of criteria, conditions and the
 * number of sheets decide as they did. Thresholds are compared exactly (INV-25), so that an adjustment of nothing flips nothing.
 */
export function itemFairness(compared: ItemsToCompare, matrix: ScoreMatrix, leniencies: ReadonlyMap<string, Rational> | null): ItemFairness[] {
  const raw = outcomes(compared, matrix, (score) => rational(BigInt(score.points)));
  const adjusted = leniencies === null ? null : outcomes(compared, matrix, (score) => withoutLeniency(score, leniencies));
  return [...raw].map(([itemId, before]): ItemFairness => {
    const after = adjusted?.get(itemId) ?? null;
    const flips = after !== null && (after.outcome !== before.outcome || after.isCityCandidate !== before.isCityCandidate);
    return { itemId, sheetCount: matrix.byItem.get(itemId)?.length ?? 0, raw: before, adjusted: after, flips };
  });
}

function outcomes({ rules, appointed, tallies }: ItemsToCompare, matrix: ScoreMatrix, pointsOf: (score: GivenScore) => Rational): Map<string, PointsOutcome> {
  const averages = new Map([...tallies.keys()].map((itemId) => [itemId, averageOf(rules, (matrix.byItem.get(itemId) ?? []).map(pointsOf))]));
  const ranks = ranksOf(averages);
  return new Map([...tallies].map(([itemId, tally]): [string, PointsOutcome] => {
    const average = averages.get(itemId) ?? null;
    const total = { ...tally.total, average: average === null ? null : comparable(average) };
    const { outcome, cityCandidate } = outcomeOf(rules, { ...tally, total }, { appointed });
    return [itemId, { average, rank: ranks.get(itemId) ?? null, outcome, isCityCandidate: cityCandidate }];
  }));
}

/** Places by average, the highest first; equal averages share one and the next is skipped. */
function ranksOf(averages: ReadonlyMap<string, Rational | null>): ReadonlyMap<string, number> {
  const ordered = [...averages].flatMap(([itemId, average]) => (average === null ? [] : [{ itemId, average }]))
    .toSorted((a, b) => compareRationals(b.average, a.average));
  const ranks = new Map<string, number>();
  for (const [index, { itemId, average }] of ordered.entries()) {
    const before = ordered[index - 1];
    const shared = before !== undefined && compareRationals(before.average, average) === 0 ? ranks.get(before.itemId) : undefined;
    ranks.set(itemId, shared ?? index + 1);
  }
  return ranks;
}

/** The average of the regulation: without the highest and the lowest sheet where it drops them. */
function averageOf({ averaging }: EvaluationRules, points: readonly Rational[]): Rational | null {
  if (points.length === 0) return null;
  const drops = averaging.trim === 'HIGH_LOW' && points.length >= averaging.trimFrom;
  return mean(drops ? points.toSorted(compareRationals).slice(1, -1) : points);
}

/** A fraction of safe size on the same side of every whole number of hundredths, and so of every threshold. */
function comparable(average: Rational): Fraction {
  const whole = floorOf(average);
  if (average.den === 1n) return fraction(Number(whole));
  const millionths = ((average.num - whole * average.den) * 1_000_000n) / average.den;
  return fraction(Number(whole) * 1_000_000 + Math.max(1, Number(millionths)), 1_000_000);
}
