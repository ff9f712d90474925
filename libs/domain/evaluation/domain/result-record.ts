import type { EvaluationRules, Measure } from '../../regulation/domain/rules.js';
import { type BallotCounts, resultOfBallot, type VoteRecord, voteRecordOf } from './ballot.js';
import type { Fraction } from './fraction.js';
import { outcomeOf, type OutcomeKind, type VoteOfItem, type VoteState } from './outcome.js';
import type { OutcomeReason, OutcomeWarning } from './reasons.js';
import { tallyOf, type Average, type CountedSheet } from './tally.js';
import { voteResult } from './voting.js';

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
  /** `PENDING`, before the session is counted: the outcome rests on points alone. `NOT_TAKEN`: it was counted without the vote it asks for. */
  readonly vote: VoteState;
}

/** What judges one item beside its sheets. */
export interface JudgingCouncil {
  /** Voting members of the session, recused ones included, and those recused on the item. */
  readonly appointed: number;
  readonly recused: number;
  /** The closed ballot on the item, if there was one. */
  readonly ballot: BallotCounts | null;
  /** Whether the session is being counted: a ballot that is missing now will not be taken. */
  readonly isFinal: boolean;
}

/** The result of one item: provisional while votes are to come, final when the session is counted. */
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
  /** Null when no ballot was taken. */
  readonly vote: VoteRecord | null;
}

/**
 * Works out one item from the sheets that count and the ballot. It is the only place where a result comes from: screen,
 * minutes, record and recount all ask it. The order of the sheets never matters.
 */
export function resultOf(rules: EvaluationRules, sheets: readonly CountedSheet[], council: JudgingCouncil): ResultRecord {
  const tally = tallyOf(rules, sheets);
  const decided = outcomeOf(rules, tally, { appointed: council.appointed, vote: voteOf(rules, council) });
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
    vote: council.ballot === null ? null : voteRecordOf(rules.vote, council.ballot),
  };
}

function voteOf({ vote }: EvaluationRules, { appointed, recused, ballot, isFinal }: JudgingCouncil): VoteOfItem | null {
  if (vote.method === 'NONE') return null;
  if (ballot !== null) return { isTaken: true, result: resultOfBallot(vote, ballot) };
  return isFinal ? { isTaken: false, result: voteResult(vote, { appointed, recused, present: 0, agree: 0 }) } : null;
}

function recordOf(code: string, named: { name: string; nameEn?: string | undefined } | undefined, { average, maxPoints }: Average): AverageRecord {
  return { code, name: named?.name ?? code, nameEn: named?.nameEn ?? null, sum: sumOf(average), maxPoints };
}

function sumOf(average: Fraction | null): number {
  return average?.num ?? 0;
}
