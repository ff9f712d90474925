import type { Measure } from '../../regulation/domain/rules.js';
import { compareFractions, type Fraction } from './fraction.js';

/** Place of an initiative among those scored together. */
export interface Ranked {
  readonly id: string;
  /** 1 is best; equal places share a rank and the next one is skipped (1, 1, 3). Null without sheets. */
  readonly rank: number | null;
  /** Whether the order of ties left this place shared: the chair decides with a reason. */
  readonly tied: boolean;
  /** The measure that decided between this one and another with an equal total; null when the total alone did, or nothing could. */
  readonly tieBrokenBy: Measure | null;
}

/** As much of a tally as ranking looks at; averages are exact, null without sheets. */
export interface Scored {
  readonly id: string;
  readonly tally: {
    readonly total: { readonly average: Fraction | null };
    readonly measures: ReadonlyArray<{ readonly measure: Measure; readonly average: Fraction | null }>;
  };
}

/** Ranks by exact total, then by the measures of `tieOrder`. Those without sheets come last, unranked. */
export function rankingOf(items: readonly Scored[], tieOrder: readonly Measure[]): Ranked[] {
  const scored = items.filter((item) => item.tally.total.average !== null)
    .toSorted((a, b) => compareScored(a, b, tieOrder).order || (a.id < b.id ? -1 : 1));
  const ranked: Ranked[] = [];
  scored.forEach((item, index) => {
    const before = neighbour(item, scored[index - 1], tieOrder);
    const after = neighbour(item, scored[index + 1], tieOrder);
    const deciders = [before, after].flatMap((one) => (one?.decidedBy ? [tieOrder.indexOf(one.decidedBy)] : []));
    ranked.push({
      id: item.id,
      rank: before?.order === 0 ? (ranked[index - 1]?.rank ?? null) : index + 1,
      tied: before?.order === 0 || after?.order === 0,
      tieBrokenBy: deciders.length === 0 ? null : (tieOrder[Math.max(...deciders)] ?? null),
    });
  });
  const unranked = items.filter((item) => item.tally.total.average === null)
    .map((item): Ranked => ({ id: item.id, rank: null, tied: false, tieBrokenBy: null }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return [...ranked, ...unranked];
}

function neighbour(item: Scored, other: Scored | undefined, tieOrder: readonly Measure[]): ReturnType<typeof compareScored> | null {
  return other === undefined ? null : compareScored(item, other, tieOrder);
}

/** Negative when `a` comes before `b`; `decidedBy` names the measure when totals are equal. */
function compareScored(a: Scored, b: Scored, tieOrder: readonly Measure[]): { order: number; decidedBy: Measure | null } {
  const byTotal = better(a.tally.total.average, b.tally.total.average);
  if (byTotal !== 0) return { order: byTotal, decidedBy: null };
  for (const measure of tieOrder) {
    const order = better(averageOf(a, measure), averageOf(b, measure));
    if (order !== 0) return { order, decidedBy: measure };
  }
  return { order: 0, decidedBy: null };
}

function averageOf(item: Scored, measure: Measure): Fraction | null {
  return item.tally.measures.find((one) => one.measure === measure)?.average ?? null;
}

function better(a: Fraction | null, b: Fraction | null): number {
  if (a === null || b === null) return 0;
  return compareFractions(b, a);
}
