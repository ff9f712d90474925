import type { Locale } from '@kit/context';
import { explain, measureName } from '../domain/explain.js';
import { fraction, roundHalfUp } from '../domain/fraction.js';
import type { OutcomeKind } from '../domain/outcome.js';
import { rankingOf, type Ranked, type Scored } from '../domain/ranking.js';
import type { OutcomeReason, OutcomeWarning } from '../domain/reasons.js';
import type { VoteRecord } from '../domain/ballot.js';
import { type AverageRecord, resultOf, type ResultBreakdown } from '../domain/result-record.js';
import type { CountedSheet } from '../domain/tally.js';
import type { AverageLine, ItemResult, ResultReason } from '../model/result.types.js';
import { type EvaluationRules, type Measure, storedRules } from '@domain/regulation';

/** A row of `item_result` as `to_jsonb` gives it. */
export interface StoredResult {
  readonly item_id: string;
  readonly sheet_count: number;
  readonly total_sum: number;
  readonly breakdown: ResultBreakdown;
  readonly outcome: OutcomeKind;
  readonly is_city_candidate: boolean;
  readonly grade_code: string | null;
  readonly reasons: readonly OutcomeReason[];
  readonly warnings: readonly OutcomeWarning[];
  readonly vote: VoteRecord | null;
  /** Worked out on reading: the council has still to meet. */
  readonly isProvisional?: boolean;
}

/** What a provisional result is worked out from. */
interface ProvisionalSource {
  readonly item_id: string;
  readonly appointed: number;
  readonly recused: number;
  readonly sheets: readonly CountedSheet[];
}

/** What `resultJson` answers. */
export type ResultSource = StoredResult | ProvisionalSource;

/** The rules that provisional results of one session need, read once. @param stored what `provisionalRulesJson` answered */
export function provisionalRules(stored: unknown): EvaluationRules | null {
  return stored == null ? null : storedRules(stored);
}

/**
 * The result as it is kept, or as it would be if the council decided by the sheets alone.
 * @param rules null when the session is counted
 */
export function settled(source: ResultSource, rules: EvaluationRules | null): StoredResult {
  if (!('sheets' in source)) return source;
  if (rules === null) throw new Error('a provisional result without rules');
  const { item_id, appointed, recused, sheets } = source;
  const { sheetCount, totalSum, isCityCandidate, gradeCode, ...rest } = resultOf(rules, sheets, { appointed, recused, ballot: null, isFinal: false });
  return { ...rest, item_id, sheet_count: sheetCount, total_sum: totalSum, is_city_candidate: isCityCandidate, grade_code: gradeCode, isProvisional: true };
}

/** The sums that decide places, as little as can be read of the other items of a session. */
export interface RankingRow {
  readonly id: string;
  readonly count: number;
  readonly sum: number;
  readonly measures: ReadonlyArray<{ readonly code: Measure; readonly sum: number }>;
}

/** What the council found, as a decision cites it: outcome, shown average and reasons. @param stored a row of `item_result` */
export function outcomeView(stored: unknown, locale: Locale): Pick<ItemResult, 'outcome' | 'average' | 'reasons'> {
  const result = stored as StoredResult;
  return {
    outcome: result.outcome,
    average: shownAverage(result.total_sum, result.sheet_count),
    reasons: result.reasons.map((reason) => reasonView(reason, locale)),
  };
}

/** @param ranking places among the items the viewer may see: a place among all would tell of hidden ones */
export function resultView(stored: StoredResult, ranking: ReadonlyMap<string, Ranked>, locale: Locale): ItemResult {
  const { breakdown, sheet_count: count } = stored;
  const place = ranking.get(stored.item_id);
  const line = ({ code, name, nameEn, sum, maxPoints }: AverageRecord): AverageLine => ({
    code, sum, count, maxPoints, name: locale === 'en' ? (nameEn ?? name) : name, average: shownAverage(sum, count),
  });
  return {
    ...outcomeView(stored, locale),
    isProvisional: stored.isProvisional === true,
    voteState: breakdown.vote,
    vote: stored.vote ?? null,
    sheetCount: count,
    totalSum: stored.total_sum,
    isCityCandidate: stored.is_city_candidate,
    gradeCode: stored.grade_code,
    gradeLabel: breakdown.gradeLabel,
    criteria: breakdown.criteria.map(line),
    groups: breakdown.groups.map(line),
    measures: breakdown.measures.map((one) => line({ ...one, name: measureName(one.code, 'vi'), nameEn: measureName(one.code, 'en') })),
    warnings: stored.warnings.map((warning) => reasonView(warning, locale)),
    rank: place?.rank ?? null,
    isTied: place === undefined || place.rank === null ? null : place.tied,
  };
}

export function rankingOfRows(rows: readonly RankingRow[], tieOrder: readonly Measure[]): ReadonlyMap<string, Ranked> {
  return new Map(rankingOf(rows.map(scored), tieOrder).map((ranked) => [ranked.id, ranked]));
}

/** As much of a stored result as ranking needs. */
export function rankingRow(stored: StoredResult): RankingRow {
  return { id: stored.item_id, count: stored.sheet_count, sum: stored.total_sum, measures: stored.breakdown.measures };
}

function scored({ id, count, sum, measures }: RankingRow): Scored {
  const average = (value: number) => (count === 0 ? null : fraction(value, count));
  return { id, tally: { total: { average: average(sum) }, measures: measures.map((one) => ({ measure: one.code, average: average(one.sum) })) } };
}

function reasonView(reason: OutcomeReason | OutcomeWarning, locale: Locale): ResultReason {
  return { code: reason.code, text: explain(reason, locale) };
}

function shownAverage(sum: number, count: number): number {
  return count === 0 ? 0 : roundHalfUp(fraction(sum, count));
}
