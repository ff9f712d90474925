import type { EvaluationRules, Measure } from '../../regulation/domain/rules.js';
import { ceilOf, compareFractions, distance, fraction, type Fraction } from './fraction.js';
import { sheetTotal, type SheetContent } from './sheet.js';

/** A submitted sheet of a member who may score. `id` only serves to name the sheet again. */
export interface CountedSheet extends SheetContent {
  readonly id: string;
}

/** An exact average in hundredths of a point (sum over count), and the extremes of all sheets; null without sheets. */
export interface Average {
  readonly maxPoints: number;
  readonly average: Fraction | null;
}

export interface CriterionTally extends Average {
  readonly code: string;
  readonly lowest: number | null;
  readonly highest: number | null;
}

/** How the sheets answered a yes/no condition. */
export interface GateTally {
  readonly code: string;
  readonly yes: number;
  readonly no: number;
}

/** The score summary (bảng tổng hợp điểm) of one initiative. */
export interface Tally {
  /** Sheets given in. */
  readonly received: number;
  /** Sheets in the averages: received minus dropped. */
  readonly counted: number;
  readonly droppedIds: readonly string[];
  readonly criteria: readonly CriterionTally[];
  readonly groups: ReadonlyArray<Average & { readonly code: string }>;
  readonly measures: ReadonlyArray<Average & { readonly measure: Measure }>;
  readonly total: Average & { readonly lowest: number | null; readonly highest: number | null };
  readonly gates: readonly GateTally[];
  /** Sheets too far from the average, by the rule of the regulation; empty when it has none. */
  readonly outliers: ReadonlyArray<{ readonly id: string; readonly total: number }>;
}

/**
 * Adds up sheets. The order of sheets never matters.
 * @throws {RangeError} when a sheet lacks points for a scored criterion: only valid sheets are counted.
 */
export function tallyOf(rules: EvaluationRules, sheets: readonly CountedSheet[]): Tally {
  const scored = rules.criteria.filter((criterion) => criterion.kind === 'SCORED');
  const marked = sheets.map((sheet) => markedSheet(rules, sheet, scored.map((criterion) => criterion.code)));
  const { kept, dropped } = trimmed(rules, marked);

  const averageOf = (codes: readonly string[]): Fraction | null =>
    kept.length === 0 ? null : fraction(sum(kept.map((sheet) => sum(codes.map((code) => sheet.points.get(code) ?? 0)))), kept.length);
  const averageWhere = (test: (criterion: (typeof scored)[number]) => boolean): Average => {
    const members = scored.filter(test);
    return { maxPoints: sum(members.map((criterion) => criterion.maxPoints)), average: averageOf(members.map((criterion) => criterion.code)) };
  };

  const total = averageWhere(() => true);
  const totals = marked.map((sheet) => sheet.total);
  return {
    received: sheets.length,
    counted: kept.length,
    droppedIds: dropped.map((sheet) => sheet.id),
    criteria: scored.map((criterion) => {
      const given = marked.map((sheet) => sheet.points.get(criterion.code) ?? 0);
      return { code: criterion.code, maxPoints: criterion.maxPoints, average: averageOf([criterion.code]), ...extremes(given) };
    }),
    groups: rules.groups
      .filter((group) => scored.some((criterion) => criterion.groupCode === group.code))
      .map((group) => ({ code: group.code, ...averageWhere((criterion) => criterion.groupCode === group.code) })),
    measures: [...new Set(scored.map((criterion) => criterion.measures))]
      .map((measure) => ({ measure, ...averageWhere((criterion) => criterion.measures === measure) })),
    total: { ...total, ...extremes(totals) },
    gates: rules.criteria.filter((criterion) => criterion.kind === 'YES_NO_GATE').map(({ code }) => {
      const answers = sheets.map((sheet) => sheet.lines.find((line) => line.criterionCode === code)?.met);
      return { code, yes: answers.filter((met) => met === true).length, no: answers.filter((met) => met === false).length };
    }),
    outliers: outliersOf(rules, marked, total.average),
  };
}

/**
 * How many sheets a result needs: at least the fixed number, and the share of the appointed members, rounded up. Where the
 * regulation has an item scored by some of them, the share is taken of that number. Recusals lower neither.
 */
export function requiredSheets(rules: Pick<EvaluationRules, 'averaging' | 'scoring'>, appointed: number): number {
  const { atLeast, shareOfAppointed } = rules.averaging.minSheets;
  return Math.max(atLeast, ceilOf(shareOfAppointed, Math.min(appointed, rules.scoring.sheetsPerItem ?? appointed)));
}

interface MarkedSheet {
  readonly id: string;
  readonly points: ReadonlyMap<string, number>;
  readonly total: number;
}

function markedSheet(rules: EvaluationRules, sheet: CountedSheet, scoredCodes: readonly string[]): MarkedSheet {
  const points = new Map<string, number>();
  for (const line of sheet.lines) {
    if (typeof line.points === 'number' && Number.isSafeInteger(line.points)) points.set(line.criterionCode, line.points);
  }
  if (scoredCodes.some((code) => !points.has(code))) throw new RangeError('A counted sheet has points for every scored criterion.');
  return { id: sheet.id, points, total: sheetTotal(rules, sheet) };
}

/** Whole sheets are dropped, so that the criterion averages still add up to the total. */
function trimmed(rules: EvaluationRules, sheets: readonly MarkedSheet[]): { kept: readonly MarkedSheet[]; dropped: readonly MarkedSheet[] } {
  if (rules.averaging.trim === 'NONE' || sheets.length < rules.averaging.trimFrom) return { kept: sheets, dropped: [] };
  const ordered = sheets.toSorted(byTotalThenContent);
  const dropped = [ordered[0], ordered.at(-1)].filter((sheet) => sheet !== undefined);
  return { kept: ordered.slice(1, -1), dropped };
}

/** Equal totals are told apart by their points and then by id, so that the choice does not depend on the order of arrival. */
function byTotalThenContent(a: MarkedSheet, b: MarkedSheet): number {
  if (a.total !== b.total) return a.total - b.total;
  for (const code of [...a.points.keys()].toSorted()) {
    const difference = (a.points.get(code) ?? 0) - (b.points.get(code) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.id < b.id ? -1 : 1;
}

function outliersOf(rules: EvaluationRules, sheets: readonly MarkedSheet[], average: Fraction | null): { id: string; total: number }[] {
  if (rules.spread === null || average === null) return [];
  const { num, den } = rules.spread.shareOfScale;
  const allowed = fraction(rules.scalePoints * num, den);
  return sheets
    .filter((sheet) => compareFractions(distance(sheet.total, average), allowed) > 0)
    .map(({ id, total }) => ({ id, total }));
}

function extremes(values: readonly number[]): { lowest: number | null; highest: number | null } {
  return values.length === 0 ? { lowest: null, highest: null } : { lowest: Math.min(...values), highest: Math.max(...values) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
