import type { EvaluationRules, VoteBase } from '../../regulation/domain/rules.js';
import { ceilOf, type Fraction } from './fraction.js';

/** Below this many eligible voters a ballot is not secret any more (INV-20). */
export const SECRET_BALLOT_MINIMUM = 3;

/** Members of a council with a vote, on one item. `present` leaves out recused members, who are never voters on the item. */
export interface VoteCounts {
  readonly appointed: number;
  readonly recused: number;
  readonly present: number;
  readonly agree: number;
}

/** A vote worked out in integers: passed exactly when `agree ≥ needed`. */
export interface VoteResult {
  readonly passed: boolean;
  readonly agree: number;
  /** Number of members the share is taken of. */
  readonly base: number;
  /** Smallest number of votes that passes. */
  readonly needed: number;
}

/** Members needed for a quorum: the share of the appointed members, rounded up. 2/3 of 5 = 4, of 7 = 5, of 9 = 6. */
export function quorumOf(share: Fraction, appointed: number): number {
  return ceilOf(share, appointed);
}

export interface QuorumResult {
  readonly met: boolean;
  readonly required: number;
  readonly missing: ReadonlyArray<'MEMBERS' | 'CHAIR' | 'SECRETARY'>;
}

/** Whether a meeting may decide (INV-16). Here a recused member who sits in the room counts as present. */
export function quorumResult(
  quorum: EvaluationRules['quorum'],
  meeting: { appointed: number; present: number; chairPresent: boolean; secretaryPresent: boolean },
): QuorumResult {
  const required = quorumOf(quorum.share, meeting.appointed);
  const missing: Array<'MEMBERS' | 'CHAIR' | 'SECRETARY'> = [];
  if (meeting.present < required) missing.push('MEMBERS');
  if (quorum.chairPresent && !meeting.chairPresent) missing.push('CHAIR');
  if (quorum.secretaryPresent && !meeting.secretaryPresent) missing.push('SECRETARY');
  return { met: missing.length === 0, required, missing };
}

/**
 * The result of a vote (INV-23): with a majority of 2/3 it passes exactly when 3 · agree ≥ 2 · base.
 * @throws {RangeError} for counts that cannot be: more votes than voters, more voters than members.
 */
export function voteResult(vote: Pick<EvaluationRules['vote'], 'majority' | 'base'>, counts: VoteCounts): VoteResult {
  checkCounts(counts);
  const base = baseOf(vote.base, counts);
  const needed = ceilOf(vote.majority, base);
  // A base of nobody would pass with no vote at all.
  return { passed: base > 0 && counts.agree >= needed, agree: counts.agree, base, needed };
}

/**
 * Whether an item can still pass when every eligible member agrees. With two recusals a council of five cannot reach
 * 2/3 of all appointed members: the agenda must warn and ask for replacements.
 */
export function canReachMajority(
  vote: Pick<EvaluationRules['vote'], 'majority' | 'base'>, council: { appointed: number; recused: number },
): boolean {
  const eligible = council.appointed - council.recused;
  return voteResult(vote, { ...council, present: eligible, agree: eligible }).passed;
}

/** Whether so few may vote that a secret ballot would show who voted how. */
export function mayVoteSecretly(eligible: number): boolean {
  return eligible >= SECRET_BALLOT_MINIMUM;
}

function baseOf(base: VoteBase, counts: VoteCounts): number {
  if (base === 'ALL_APPOINTED') return counts.appointed;
  return base === 'PRESENT' ? counts.present : counts.appointed - counts.recused;
}

function checkCounts({ appointed, recused, present, agree }: VoteCounts): void {
  const whole = [appointed, recused, present, agree].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!whole || agree > present || present > appointed - recused) {
    throw new RangeError('Votes, voters and members do not fit together.');
  }
}
