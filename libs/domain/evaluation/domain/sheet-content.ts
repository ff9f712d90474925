import type { EvaluationRules } from '../../regulation/domain/rules.js';
import type { SheetLine } from './sheet.js';

/** A line as it is kept: every field present, blank comments are none. */
export interface StoredLine {
  readonly criterionCode: string;
  readonly levelCode: string | null;
  readonly points: number | null;
  readonly met: boolean | null;
  readonly comment: string | null;
}

export const SHEET_PROPOSALS = ['RECOGNISE', 'NOT_RECOGNISE', 'RETURN'] as const;
export type SheetProposal = (typeof SHEET_PROPOSALS)[number];

/** Lines in the order of the rule book, so that equal sheets are equal bytes whatever the client sent first. */
export function storedLines(rules: EvaluationRules, lines: readonly SheetLine[]): StoredLine[] {
  const place = new Map(rules.criteria.map((criterion, index) => [criterion.code, index]));
  return lines
    .map(({ criterionCode, levelCode, points, met, comment }) => ({
      criterionCode, levelCode: levelCode ?? null, points: points ?? null, met: met ?? null, comment: comment?.trim() ? comment.trim() : null,
    }))
    .toSorted((a, b) => (place.get(a.criterionCode) ?? 0) - (place.get(b.criterionCode) ?? 0));
}

/** What a submission fixes for ever. The private note is not part of it: it belongs to its owner alone. */
export interface SubmissionContent {
  readonly lines: readonly StoredLine[];
  readonly generalComment: string;
  readonly proposal: SheetProposal | null;
  readonly total: number;
}

/** One link of the chain of a sheet's submissions; its canonical JSON is what is hashed. */
export interface SubmissionLink {
  readonly itemId: string;
  readonly personId: string;
  readonly number: number;
  /** Hash of the rule book that was applied. */
  readonly rulesSha256: string;
  readonly previousSha256: string | null;
  readonly content: SubmissionContent;
}
