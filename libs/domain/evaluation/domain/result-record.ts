import type { EvaluationRules, Measure } from '../../regulation/domain/rules.js';
import type { Fraction } from './fraction.js';
import { outcomeOf, type OutcomeKind } from './outcome.js';
import type { OutcomeReason, OutcomeWarning } from './reasons.js';
import { tallyOf, type Average, type CountedSheet } from './tally.js';

/** An exact average as kept: the sum stands here, the number of sheets once for all. Points are hundredths. */
export interface AverageRecord {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly sum: number;
  readonly maxPoints: number;
}

/** The parts of a result beside its total. Names are kept with it, so that it reads the same for ever. */
export interface ResultBreakdown {
  /** Sheets given in; larger than the sheets counted when the regulation drops the highest and the lowest. */
  readonly received: number;
  readonly criteria: ReadonlyArray<AverageRecord & { readonly lowest: number | null; readonly highest: number | null }>;
  readonly groups: readonly AverageRecord[];
  /** `code` is the measure; its name is a word of the product and not of the regulation. */
  readonly measures: ReadonlyArray<Pick<AverageRecord, 'sum' | 'maxPoints'> & { readonly code: Measure }>;
  readonly gates: ReadonlyArray<{ readonly code: string; readonly yes: number; readonly no: number }>;
  readonly gradeLabel: string | null;
  /** `PENDING`: the regulation asks for a vote that has not taken place, and the outcome rests on points alone. */
  readonly vote: 'NOT_REQUIRED' | 'PENDING' | 'PASSED' | 'FAILED';
}

/** The result of one item, as it is written when scoring closes. */
export interface ResultRecord {
  /** Sheets in the averages. */
  readonly sheetCount: number;
  /** Sum of their totals, in hundredths; the exact average is `totalSum / sheetCount`. */
  readonly totalSum: number;
  readonly breakdown: ResultBreakdown;
  readonly outcome: OutcomeKind;
  readonly isCityCandidate: boolean;
  readonly gradeCode: string | null;
  readonly reasons: readonly OutcomeReason[];
  readonly warnings: readonly OutcomeWarning[];
}

/**
 * Works out one item from its submitted sheets. The order of the sheets never matters.
 * @param appointed voting members of the session, recused ones included
 */
export function resultOf(rules: EvaluationRules, sheets: readonly CountedSheet[], appointed: number): ResultRecord {
  const tally = tallyOf(rules, sheets);
  const decided = outcomeOf(rules, tally, { appointed });
  const criterion = (code: string) => rules.criteria.find((one) => one.code === code);
  const group = (code: string) => rules.groups.find((one) => one.code === code);
  return {
    sheetCount: tally.counted,
    totalSum: sumOf(tally.total.average),
    breakdown: {
      received: tally.received,
      criteria: tally.criteria.map((one) => ({ ...recordOf(one.code, criterion(one.code), one), lowest: one.lowest, highest: one.highest })),
      groups: tally.groups.map((one) => recordOf(one.code, group(one.code), one)),
      measures: tally.measures.map(({ measure, average, maxPoints }) => ({ code: measure, sum: sumOf(average), maxPoints })),
      gates: tally.gates,
      gradeLabel: decided.grade?.label ?? null,
      vote: decided.vote,
    },
    outcome: decided.outcome,
    isCityCandidate: decided.cityCandidate,
    gradeCode: decided.grade?.code ?? null,
    reasons: decided.reasons,
    warnings: decided.warnings,
  };
}

function recordOf(code: string, named: { name: string; nameEn?: string | undefined } | undefined, { average, maxPoints }: Average): AverageRecord {
  return { code, name: named?.name ?? code, nameEn: named?.nameEn ?? null, sum: sumOf(average), maxPoints };
}

function sumOf(average: Fraction | null): number {
  return average?.num ?? 0;
}
