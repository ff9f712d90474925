import type { Fault } from '@kit/errors';
import type { Criterion, EvaluationRules } from '../../regulation/domain/rules.js';

/** What a member gives for one criterion. Points are hundredths; `met` answers a yes/no condition. */
export interface SheetLine {
  readonly criterionCode: string;
  readonly levelCode?: string | null;
  readonly points?: number | null;
  readonly met?: boolean | null;
  readonly comment?: string | null;
}

/** The part of a score sheet (phiếu chấm) that the rules speak about. Lines may come in any order. */
export interface SheetContent {
  readonly lines: readonly SheetLine[];
}

/** `DRAFT` refuses only what could never become valid; `FINAL` asks for everything. */
export type SheetMode = 'DRAFT' | 'FINAL';

export type SheetFaultCode =
  | 'SHEET_UNKNOWN_CRITERION'
  | 'SHEET_CRITERION_TWICE'
  /** No line for a criterion; `path` is `['lines']`, `details.criterionCode` says which. */
  | 'SHEET_LINE_MISSING'
  | 'SHEET_LEVEL_REQUIRED'
  | 'SHEET_UNKNOWN_LEVEL'
  | 'SHEET_POINTS_REQUIRED'
  | 'SHEET_POINTS_NOT_INTEGER'
  /** Outside the criterion; `details.min`, `details.max`. */
  | 'SHEET_POINTS_OUTSIDE_CRITERION'
  /** Outside the chosen level; `details.min`, `details.max`. */
  | 'SHEET_POINTS_OUTSIDE_LEVEL'
  | 'SHEET_POINTS_OFF_STEP'
  | 'SHEET_ANSWER_REQUIRED'
  | 'SHEET_COMMENT_REQUIRED'
  /** Points, level or answer where the criterion has none. */
  | 'SHEET_FIELD_NOT_ALLOWED';

/** One fault of a sheet; `path` leads to the field, e.g. `['lines', 2, 'points']`. */
export interface SheetFault extends Fault {
  readonly code: SheetFaultCode;
}

/** Everything that is wrong with a sheet under the rules, in the order of its lines; empty when it may be saved or submitted. */
export function sheetFaults(rules: EvaluationRules, sheet: SheetContent, mode: SheetMode): SheetFault[] {
  const criteria = new Map(rules.criteria.map((criterion) => [criterion.code, criterion]));
  const seen = new Set<string>();
  const faults: SheetFault[] = [];
  sheet.lines.forEach((line, index) => {
    const criterion = criteria.get(line.criterionCode);
    const { criterionCode } = line;
    if (criterion === undefined) faults.push(fault('SHEET_UNKNOWN_CRITERION', index, 'criterionCode', { criterionCode }));
    else if (seen.has(criterionCode)) faults.push(fault('SHEET_CRITERION_TWICE', index, 'criterionCode', { criterionCode }));
    else faults.push(...lineFaults(criterion, line, index, mode));
    seen.add(criterionCode);
  });
  if (mode === 'FINAL') {
    for (const { code } of rules.criteria) {
      if (!seen.has(code)) faults.push({ code: 'SHEET_LINE_MISSING', path: ['lines'], details: { criterionCode: code } });
    }
  }
  return faults;
}

/** Sum of the points given so far, in hundredths; criteria without points count as 0. */
export function sheetTotal(rules: EvaluationRules, sheet: SheetContent): number {
  const scored = new Set(rules.criteria.filter((criterion) => criterion.kind === 'SCORED').map((criterion) => criterion.code));
  return sheet.lines.reduce((sum, line) => sum + (scored.has(line.criterionCode) ? (line.points ?? 0) : 0), 0);
}

/** Whether these points, or this answer, ask the member to say why. Points outside the criterion ask for nothing yet. */
export function needsComment(criterion: Criterion, line: Pick<SheetLine, 'points' | 'met'>): boolean {
  if (criterion.kind === 'COMMENT_ONLY') return true;
  // A condition that is not met leads to a refusal, and a refusal must state its reasons (Decree 13/2012, Art. 7).
  if (criterion.kind === 'YES_NO_GATE') return line.met === false;
  const { points } = line;
  if (typeof points !== 'number' || points < criterion.minPoints || points > criterion.maxPoints) return false;
  const { commentRequiredBelow, commentRequiredFrom } = criterion;
  return (commentRequiredBelow !== undefined && points < commentRequiredBelow)
    || (commentRequiredFrom !== undefined && points >= commentRequiredFrom);
}

function lineFaults(criterion: Criterion, line: SheetLine, index: number, mode: SheetMode): SheetFault[] {
  const faults = criterion.kind === 'SCORED' ? scoredFaults(criterion, line, index, mode) : otherFaults(criterion, line, index, mode);
  if (mode === 'FINAL' && needsComment(criterion, line) && (line.comment ?? '').trim() === '') {
    faults.push(fault('SHEET_COMMENT_REQUIRED', index, 'comment', { criterionCode: criterion.code }));
  }
  return faults;
}

function scoredFaults(criterion: Criterion, line: SheetLine, index: number, mode: SheetMode): SheetFault[] {
  const faults: SheetFault[] = [];
  const { code: criterionCode, minPoints, maxPoints, step } = criterion;
  const points = line.points ?? null;
  const levelCode = line.levelCode ?? null;
  const level = criterion.levels.find((one) => one.code === levelCode);
  if (line.met !== null && line.met !== undefined) faults.push(fault('SHEET_FIELD_NOT_ALLOWED', index, 'met', { criterionCode }));
  if (levelCode !== null && level === undefined) faults.push(fault('SHEET_UNKNOWN_LEVEL', index, 'levelCode', { criterionCode }));
  if (mode === 'FINAL' && levelCode === null && criterion.levels.length > 0) {
    faults.push(fault('SHEET_LEVEL_REQUIRED', index, 'levelCode', { criterionCode }));
  }
  if (points === null) {
    if (mode === 'FINAL') faults.push(fault('SHEET_POINTS_REQUIRED', index, 'points', { criterionCode }));
  } else if (!Number.isInteger(points)) {
    faults.push(fault('SHEET_POINTS_NOT_INTEGER', index, 'points', { criterionCode }));
  } else if (points < minPoints || points > maxPoints) {
    faults.push(fault('SHEET_POINTS_OUTSIDE_CRITERION', index, 'points', { criterionCode, min: minPoints, max: maxPoints }));
  } else if (mode === 'FINAL') {
    if (level !== undefined && (points < level.min || points > level.max)) {
      faults.push(fault('SHEET_POINTS_OUTSIDE_LEVEL', index, 'points', { criterionCode, levelCode, min: level.min, max: level.max }));
    }
    if (points % step !== 0) faults.push(fault('SHEET_POINTS_OFF_STEP', index, 'points', { criterionCode, step }));
  }
  return faults;
}

function otherFaults(criterion: Criterion, line: SheetLine, index: number, mode: SheetMode): SheetFault[] {
  const faults: SheetFault[] = [];
  const details = { criterionCode: criterion.code };
  const notAllowed = criterion.kind === 'YES_NO_GATE' ? (['points', 'levelCode'] as const) : (['points', 'levelCode', 'met'] as const);
  for (const field of notAllowed) {
    if (line[field] !== null && line[field] !== undefined) faults.push(fault('SHEET_FIELD_NOT_ALLOWED', index, field, details));
  }
  if (mode === 'FINAL' && criterion.kind === 'YES_NO_GATE' && typeof line.met !== 'boolean') {
    faults.push(fault('SHEET_ANSWER_REQUIRED', index, 'met', details));
  }
  return faults;
}

function fault(code: SheetFaultCode, index: number, field: keyof SheetLine, details: SheetFault['details']): SheetFault {
  return { code, path: ['lines', index, field], details };
}
