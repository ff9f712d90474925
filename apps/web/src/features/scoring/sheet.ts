import type { ScoreLineInput, SheetProposal } from '../../gql/schema.js';
import type { Criterion, Rules, Sheet } from './queries.js';

/** What a member has chosen and written for one criterion. Points are hundredths. */
export interface LineDraft {
  levelCode: string | null;
  points: number | null;
  met: boolean | null;
  comment: string;
}

/** A score sheet while it is being filled in; lines by the code of their criterion. */
export interface SheetDraft {
  lines: Record<string, LineDraft>;
  generalComment: string;
  privateNote: string;
  proposal: SheetProposal | null;
}

export type SheetField = 'level' | 'points' | 'met' | 'comment';

/** One thing that still keeps a sheet from being submitted. */
export interface OpenPoint {
  criterionCode: string;
  field: SheetField;
}

type RuleFacts = Pick<Criterion, 'code' | 'kind' | 'minPoints' | 'maxPoints' | 'step' | 'commentRequiredBelow' | 'commentRequiredFrom'> & { levels: Pick<Criterion['levels'][number], 'code' | 'min' | 'max'>[] };

const EMPTY_LINE: LineDraft = { levelCode: null, points: null, met: null, comment: '' };

export function lineOf(draft: SheetDraft, code: string): LineDraft {
  return draft.lines[code] ?? EMPTY_LINE;
}

/** The sheet kept by the server as the form shows it; an empty form for a sheet not yet begun. */
export function draftOf(sheet: Pick<Sheet, 'lines' | 'generalComment' | 'privateNote' | 'proposal'> | null | undefined): SheetDraft {
  const lines = (sheet?.lines ?? []).map(({ criterionCode, levelCode, points, met, comment }) => [criterionCode, { levelCode: levelCode ?? null, points: points ?? null, met: met ?? null, comment: comment ?? '' }] as const);
  return { lines: Object.fromEntries(lines), generalComment: sheet?.generalComment ?? '', privateNote: sheet?.privateNote ?? '', proposal: sheet?.proposal ?? null };
}

/** Lines to be sent, in the order of the rules: all of them to submit, only those begun for a draft. */
export function linesOf(criteria: readonly Pick<Criterion, 'code'>[], draft: SheetDraft, which: 'ALL' | 'BEGUN'): ScoreLineInput[] {
  return criteria
    .map(({ code }) => ({ code, line: lineOf(draft, code) }))
    .filter(({ line }) => which === 'ALL' || line.levelCode !== null || line.points !== null || line.met !== null || line.comment.trim() !== '')
    .map(({ code, line }) => ({ criterionCode: code, levelCode: line.levelCode, points: line.points, met: line.met, comment: line.comment.trim() || null }));
}

/** Whether these points, or this answer, ask for a reason: the same rule as the server's, so that it can be said at once. */
export function needsComment(criterion: Pick<RuleFacts, 'kind' | 'minPoints' | 'maxPoints' | 'commentRequiredBelow' | 'commentRequiredFrom'>, line: LineDraft): 'BELOW' | 'FROM' | 'NOT_MET' | 'ALWAYS' | null {
  if (criterion.kind === 'COMMENT_ONLY') return 'ALWAYS';
  if (criterion.kind === 'YES_NO_GATE') return line.met === false ? 'NOT_MET' : null;
  const { points } = line;
  if (points === null || points < criterion.minPoints || points > criterion.maxPoints) return null;
  if (typeof criterion.commentRequiredBelow === 'number' && points < criterion.commentRequiredBelow) return 'BELOW';
  return typeof criterion.commentRequiredFrom === 'number' && points >= criterion.commentRequiredFrom ? 'FROM' : null;
}

/** Sum of the points so far in hundredths, of all criteria or of one group. */
export function totalOf(criteria: readonly Pick<Criterion, 'code' | 'kind' | 'groupCode'>[], draft: SheetDraft, groupCode?: string): number {
  return criteria.reduce((sum, { code, kind, groupCode: group }) => sum + (kind === 'SCORED' && (!groupCode || group === groupCode) ? lineOf(draft, code).points ?? 0 : 0), 0);
}

/** Everything that keeps the sheet from being submitted, in the order of the rules; at most one point per criterion. */
export function openPoints(criteria: readonly RuleFacts[], draft: SheetDraft): OpenPoint[] {
  return criteria.flatMap((criterion) => {
    const field = openField(criterion, lineOf(draft, criterion.code));
    return field ? [{ criterionCode: criterion.code, field }] : [];
  });
}

function openField(criterion: RuleFacts, line: LineDraft): SheetField | null {
  if (criterion.kind === 'YES_NO_GATE' && line.met === null) return 'met';
  if (criterion.kind === 'SCORED') {
    const level = criterion.levels.find(({ code }) => code === line.levelCode);
    if (criterion.levels.length > 0 && !level) return 'level';
    const range = level ?? { min: criterion.minPoints, max: criterion.maxPoints };
    if (line.points === null || line.points < range.min || line.points > range.max || line.points % criterion.step !== 0) return 'points';
  }
  return needsComment(criterion, line) && line.comment.trim() === '' ? 'comment' : null;
}

/** Groups in the order of the rules, each with its criteria; groups without criteria are left out. */
export function groupsOf(rules: Pick<Rules, 'groups' | 'criteria'>): { group: Rules['groups'][number]; criteria: Criterion[] }[] {
  return rules.groups
    .map((group) => ({ group, criteria: rules.criteria.filter(({ groupCode }) => groupCode === group.code) }))
    .filter(({ criteria }) => criteria.length > 0);
}
