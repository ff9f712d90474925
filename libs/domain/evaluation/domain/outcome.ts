import type { EvaluationRules, Threshold } from '../../regulation/domain/rules.js';
import { gradeOf, type Grade } from './grade.js';
import { ceilOf, isBelow } from './fraction.js';
import type { LegalAct, OutcomeReason, OutcomeWarning } from './reasons.js';
import { requiredSheets, type Tally } from './tally.js';
import type { VoteResult } from './voting.js';

export const OUTCOME_KINDS = ['EFFECTIVE_AND_REPLICABLE', 'RECOGNISED_ONLY', 'NOT_RECOGNISED', 'DEFERRED'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

export type VoteState = 'NOT_REQUIRED' | 'PENDING' | 'NOT_TAKEN' | 'PASSED' | 'FAILED';

/** The vote on one item: what a closed ballot came to; or, when the council rose without one, what it would have taken. */
export interface VoteOfItem {
  readonly isTaken: boolean;
  readonly result: VoteResult;
}

export interface CouncilFacts {
  /** Appointed voting members. */
  readonly appointed: number;
  /** Null while no vote has been taken and none has been given up. */
  readonly vote?: VoteOfItem | null;
}

/** What the rules say about one initiative. It advises the council and the head; a person decides. */
export interface Outcome {
  readonly outcome: OutcomeKind;
  readonly grade: Grade | null;
  /** Whether the average also reaches the threshold for a proposal to the city. */
  readonly cityCandidate: boolean;
  /** `PENDING` while the regulation asks for a vote that is still to come: the outcome then rests on points alone. */
  readonly vote: VoteState;
  readonly reasons: readonly OutcomeReason[];
  readonly warnings: readonly OutcomeWarning[];
}

/**
 * Applies thresholds to a tally, comparing exact averages (INV-25). All reasons of a refusal are given, not the first.
 */
export function outcomeOf(rules: EvaluationRules, tally: Tally, council: CouncilFacts): Outcome {
  const vote = voteState(rules, council.vote ?? null);
  const decided = decide(rules, tally, council);
  const isRecognised = decided.outcome === 'EFFECTIVE_AND_REPLICABLE' || decided.outcome === 'RECOGNISED_ONLY';
  const graded = isRecognised ? gradeOf(rules, tally) : { grade: null, warnings: [] };
  const { cityCandidate } = rules.thresholds;
  return {
    ...decided,
    vote,
    grade: graded.grade,
    cityCandidate: decided.outcome === 'EFFECTIVE_AND_REPLICABLE' && cityCandidate !== undefined
      && shortfalls(rules, tally, cityCandidate, 'CITY_CANDIDATE').length === 0,
    warnings: [...graded.warnings, ...spreadWarnings(rules, tally)],
  };
}

function decide(rules: EvaluationRules, tally: Tally, council: CouncilFacts): { outcome: OutcomeKind; reasons: OutcomeReason[] } {
  const vote = council.vote ?? null;
  const required = requiredSheets(rules, council.appointed);
  const average = tally.total.average;
  if (tally.received < required || average === null) {
    const facts = { received: tally.received, required, appointed: council.appointed };
    return { outcome: 'DEFERRED', reasons: [{ code: 'TOO_FEW_SHEETS', facts }] };
  }
  if (vote !== null && !vote.isTaken) {
    return { outcome: 'DEFERRED', reasons: [{ code: 'VOTE_NOT_TAKEN', facts: { base: vote.result.base, needed: vote.result.needed } }] };
  }
  const refusals = [
    ...voteRefusals(vote),
    ...gateRefusals(rules, tally),
    ...knockOuts(rules, tally),
    ...shortfalls(rules, tally, rules.thresholds.recognise, 'RECOGNISE'),
  ];
  if (refusals.length > 0) return { outcome: 'NOT_RECOGNISED', reasons: refusals };

  const { recognise, effectiveAndReplicable } = rules.thresholds;
  const missing = shortfalls(rules, tally, effectiveAndReplicable, 'EFFECTIVE_AND_REPLICABLE');
  if (missing.length > 0) {
    return {
      outcome: 'RECOGNISED_ONLY',
      reasons: [{ code: 'TOTAL_REACHED', facts: { act: 'RECOGNISE', average, minimum: recognise.total } }, ...votePassed(vote), ...missing],
    };
  }
  const facts = { act: 'EFFECTIVE_AND_REPLICABLE', average, minimum: effectiveAndReplicable.total } as const;
  return { outcome: 'EFFECTIVE_AND_REPLICABLE', reasons: [{ code: 'TOTAL_REACHED', facts }, ...votePassed(vote)] };
}

function voteState(rules: EvaluationRules, vote: VoteOfItem | null): VoteState {
  if (rules.vote.method === 'NONE') return 'NOT_REQUIRED';
  if (vote === null) return 'PENDING';
  if (!vote.isTaken) return 'NOT_TAKEN';
  return vote.result.passed ? 'PASSED' : 'FAILED';
}

function voteRefusals(vote: VoteOfItem | null): OutcomeReason[] {
  return vote === null || vote.result.passed ? [] : [{ code: 'VOTE_NOT_PASSED', facts: voteFacts(vote.result) }];
}

function votePassed(vote: VoteOfItem | null): OutcomeReason[] {
  return vote === null ? [] : [{ code: 'VOTE_PASSED', facts: voteFacts(vote.result) }];
}

function voteFacts({ agree, base, needed }: VoteResult): { agree: number; base: number; needed: number } {
  return { agree, base, needed };
}

function gateRefusals(rules: EvaluationRules, tally: Tally): OutcomeReason[] {
  const needed = ceilOf(rules.gates.majority, tally.received);
  return tally.gates.filter((gate) => gate.yes < needed).map((gate) => ({
    code: 'GATE_NOT_PASSED',
    facts: { ...criterionName(rules, gate.code), yes: gate.yes, sheets: tally.received, needed },
  }));
}

function knockOuts(rules: EvaluationRules, tally: Tally): OutcomeReason[] {
  return rules.criteria.flatMap((criterion): OutcomeReason[] => {
    const average = tally.criteria.find((one) => one.code === criterion.code)?.average ?? null;
    if (criterion.knockOutBelow === undefined || average === null || !isBelow(average, criterion.knockOutBelow)) return [];
    return [{ code: 'KNOCKED_OUT', facts: { ...criterionName(rules, criterion.code), average, minimum: criterion.knockOutBelow } }];
  });
}

/** Every way in which the averages miss a threshold: total, criteria, groups, measures. */
function shortfalls(rules: EvaluationRules, tally: Tally, threshold: Threshold, act: LegalAct): OutcomeReason[] {
  const reasons: OutcomeReason[] = [];
  const { average } = tally.total;
  if (average !== null && isBelow(average, threshold.total)) {
    reasons.push({ code: 'TOTAL_BELOW', facts: { act, average, minimum: threshold.total } });
  }
  for (const { code, average: own } of tally.criteria) {
    const passMinimum = rules.criteria.find((criterion) => criterion.code === code)?.passMinimum;
    const minimum = strictest(threshold.criterionMinimums[code], threshold.passMinimums ? passMinimum : undefined);
    if (own !== null && isBelow(own, minimum)) {
      reasons.push({ code: 'CRITERION_BELOW', facts: { act, ...criterionName(rules, code), average: own, minimum } });
    }
  }
  for (const { code, average: own } of tally.groups) {
    const group = rules.groups.find((one) => one.code === code);
    const minimum = strictest(threshold.groupMinimums[code], threshold.passMinimums ? group?.passMinimum : undefined);
    if (own !== null && isBelow(own, minimum)) {
      const names = { groupCode: code, name: group?.name ?? code, nameEn: group?.nameEn ?? null };
      reasons.push({ code: 'GROUP_BELOW', facts: { act, ...names, average: own, minimum } });
    }
  }
  for (const { measure, average: own } of tally.measures) {
    const minimum = threshold.measureMinimums[measure] ?? 0;
    if (own !== null && isBelow(own, minimum)) {
      reasons.push({ code: 'MEASURE_BELOW', facts: { act, measure, average: own, minimum } });
    }
  }
  return reasons;
}

function spreadWarnings(rules: EvaluationRules, tally: Tally): OutcomeWarning[] {
  if (rules.spread === null || tally.outliers.length === 0) return [];
  const { num, den } = rules.spread.shareOfScale;
  return [{ code: 'SPREAD_WIDE', facts: { sheets: tally.outliers.length, allowed: { num: rules.scalePoints * num, den } } }];
}

function strictest(...minimums: ReadonlyArray<number | undefined>): number {
  return Math.max(0, ...minimums.filter((minimum) => minimum !== undefined));
}

function criterionName(rules: EvaluationRules, code: string): { criterionCode: string; name: string; nameEn: string | null } {
  const criterion = rules.criteria.find((one) => one.code === code);
  return { criterionCode: code, name: criterion?.name ?? code, nameEn: criterion?.nameEn ?? null };
}
