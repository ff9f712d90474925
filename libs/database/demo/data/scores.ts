import { gateComment, generalCommentFor, lineComment, type Band } from './score-comments.js';
import type { DemoCouncilMember, DemoEvaluation, DemoInitiative, PersonKey } from './types.js';

/** The part of a criterion of the rule book that a score sheet needs; all points are hundredths of a point. */
export interface ScorableCriterion {
  readonly code: string;
  readonly kind: 'SCORED' | 'YES_NO_GATE' | 'COMMENT_ONLY';
  readonly measures: 'NOVELTY' | 'EFFECTIVENESS' | 'REPLICABILITY' | 'OTHER';
  readonly maxPoints: number;
  readonly step: number;
  readonly levels: ReadonlyArray<{ readonly code: string; readonly min: number; readonly max: number }>;
}

export interface DemoScoreLine {
  criterionCode: string;
  levelCode: string | null;
  points: number | null;
  met: boolean | null;
  comment: string | null;
}

export interface DemoScoreSheet {
  member: PersonKey;
  state: 'SUBMITTED' | 'DRAFT';
  lines: readonly DemoScoreLine[];
  generalComment: string;
  /** Absent on a draft. */
  proposal?: 'RECOGNISE' | 'NOT_RECOGNISE';
}

/** Percent of the maximum that fits the number of further units which apply the initiative. */
const SPREAD_PERCENT = [36, 58, 74] as const;

/** Percentage points by which the economic effect is judged better or worse than the rest, by the best proof of money. */
const ECONOMIC_SHIFT = { COUNTED: 2, ESTIMATED: -5, NOT_COUNTABLE: -12 } as const;

/** Total from which a member proposes recognition: the threshold of the starting regulation. */
const PROPOSES_FROM = 7000;

/**
 * The score sheets of an initiative, always the same for the same data: the quality of the dossier, shifted by the
 * member's leniency and a small fixed jitter, rounded to the step of the criterion. Authors get no sheet (INV-11).
 * Every line carries the level its points fall into, and a comment wherever points are below half or from 90 %.
 */
export function scoreSheetsOf(
  initiative: DemoInitiative, members: readonly DemoCouncilMember[], criteria: readonly ScorableCriterion[],
): DemoScoreSheet[] {
  const evaluation = initiative.evaluation;
  if (!evaluation) return [];
  const drafts = evaluation.draftBy ?? [];
  const scorers = members.filter((member) => member.voting && !initiative.authors.some((one) => one.person === member.person));
  const submitted = evaluation.submittedBy ?? scorers.map((member) => member.person);
  return scorers.flatMap((member) => {
    const turn = members.indexOf(member);
    if (submitted.includes(member.person)) return [finishedSheet(initiative, evaluation, member, turn, criteria)];
    if (drafts.includes(member.person)) return [unfinishedSheet(initiative, evaluation, member, turn, criteria)];
    return [];
  });
}

function finishedSheet(
  initiative: DemoInitiative, evaluation: DemoEvaluation, member: DemoCouncilMember, turn: number,
  criteria: readonly ScorableCriterion[],
): DemoScoreSheet {
  const lines = criteria.map((criterion, index) => lineOf(initiative, evaluation, member, criterion, turn, index));
  const total = lines.reduce((sum, line) => sum + (line.points ?? 0), 0);
  const proposal = total >= PROPOSES_FROM && lines.every((line) => line.met !== false) ? 'RECOGNISE' : 'NOT_RECOGNISE';
  const pooled = (seedOf(initiative.key) + turn) % 3 === 0 ? '' : generalCommentFor(proposal, seedOf(initiative.key) + turn);
  return { member: member.person, state: 'SUBMITTED', lines, generalComment: evaluation.comments[member.person] ?? pooled, proposal };
}

/** A member who stopped half-way: the legal conditions and the first half of the points. */
function unfinishedSheet(
  initiative: DemoInitiative, evaluation: DemoEvaluation, member: DemoCouncilMember, turn: number,
  criteria: readonly ScorableCriterion[],
): DemoScoreSheet {
  const scored = criteria.filter((criterion) => criterion.kind === 'SCORED');
  const done = new Set(scored.slice(0, Math.ceil(scored.length / 2)).map((criterion) => criterion.code));
  const lines = criteria
    .map((criterion, index) => lineOf(initiative, evaluation, member, criterion, turn, index))
    .filter((line) => line.points === null || done.has(line.criterionCode));
  return { member: member.person, state: 'DRAFT', lines, generalComment: '' };
}

function lineOf(
  initiative: DemoInitiative, evaluation: DemoEvaluation, member: DemoCouncilMember, criterion: ScorableCriterion,
  turn: number, index: number,
): DemoScoreLine {
  const line = { criterionCode: criterion.code, levelCode: null, points: null, met: null, comment: null };
  if (criterion.kind === 'YES_NO_GATE') {
    const met = !evaluation.gatesDenied?.[criterion.code]?.includes(member.person);
    return { ...line, met, comment: met ? null : gateComment(criterion.code) };
  }
  if (criterion.kind === 'COMMENT_ONLY') return { ...line, comment: lineComment(criterion.code, 'GOOD', turn) };
  const seed = seedOf(initiative.key);
  const jitter = ((seed + 3 * turn + 5 * index) % 5) - 2;
  const percent = Math.min(100, Math.max(0, baseOf(initiative, evaluation, criterion, index) + member.leniency + jitter));
  const points = Math.round((criterion.maxPoints * percent) / (100 * criterion.step)) * criterion.step;
  const band = bandOf(points, criterion.maxPoints);
  const speaks = band === 'HIGH' || band === 'LOW' || (seed + turn + 2 * index) % 4 === 0;
  return {
    ...line, points,
    levelCode: criterion.levels.find((level) => level.min <= points && points <= level.max)?.code ?? null,
    comment: speaks ? lineComment(criterion.code, band, seed + turn) : null,
  };
}

/** What an average member thinks of one criterion: the quality of its group, and where this dossier is strong or weak. */
function baseOf(initiative: DemoInitiative, evaluation: DemoEvaluation, criterion: ScorableCriterion, index: number): number {
  const { novelty, effectiveness, replicability } = evaluation.quality;
  if (criterion.code === 'SPREAD') return SPREAD_PERCENT[Math.min(initiative.applications.length - 1, 2)] ?? SPREAD_PERCENT[0];
  const accent = ((7 * seedOf(initiative.key) + 11 * index) % 9) - 4;
  switch (criterion.measures) {
    case 'NOVELTY': return novelty;
    case 'EFFECTIVENESS': return effectiveness + accent + (criterion.code === 'ECONOMIC' ? economicShiftOf(initiative) : 0);
    case 'REPLICABILITY': return replicability + accent;
    case 'OTHER': return Math.round((novelty + effectiveness + replicability) / 3);
  }
}

function economicShiftOf(initiative: DemoInitiative): number {
  const kinds = initiative.applications.map((record) => record.benefit.kind);
  if (kinds.includes('COUNTED')) return ECONOMIC_SHIFT.COUNTED;
  return kinds.includes('ESTIMATED') ? ECONOMIC_SHIFT.ESTIMATED : ECONOMIC_SHIFT.NOT_COUNTABLE;
}

function bandOf(points: number, maxPoints: number): Band {
  if (points * 10 >= maxPoints * 9) return 'HIGH';
  if (points * 10 >= maxPoints * 7) return 'GOOD';
  return points * 2 >= maxPoints ? 'FAIR' : 'LOW';
}

const seedOf = (key: string): number => [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
