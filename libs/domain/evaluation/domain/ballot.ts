import type { EvaluationRules, VoteBase } from '../../regulation/domain/rules.js';
import { type VoteResult, voteResult } from './voting.js';

/** What a member can put in: in favour, against, or a blank paper, which comes back and is not valid. */
export const BALLOT_CHOICES = ['AGREE', 'DISAGREE', 'BLANK'] as const;
export type BallotChoice = (typeof BALLOT_CHOICES)[number];

export const BALLOT_METHODS = ['SECRET', 'OPEN'] as const;
export type BallotMethod = (typeof BALLOT_METHODS)[number];

export const BALLOT_STATES = ['OPEN', 'CLOSED', 'ANNULLED'] as const;
export type BallotState = (typeof BALLOT_STATES)[number];

/** A closed ballot in numbers, as the minutes print it (biên bản kiểm phiếu). */
export interface BallotCounts {
  readonly method: BallotMethod;
  /** Voting members of the session, and those of them recused on the item. */
  readonly appointed: number;
  readonly recused: number;
  /** Voting members in the room when the ballot opened, recused ones included, and how many a quorum takes. */
  readonly present: number;
  readonly required: number;
  /** Handed out: to everybody present who may vote on the item. */
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
  readonly agree: number;
  readonly disagree: number;
}

/** A ballot with what it came to, as it is kept with the result. */
export interface VoteRecord extends BallotCounts {
  readonly base: VoteBase;
  /** Of how many members the share is taken. */
  readonly baseCount: number;
  /** Smallest number of votes in favour that passes. */
  readonly needed: number;
}

/** Whether the numbers of a ballot agree with each other (INV-22). */
export function addsUp({ issued, returned, valid, invalid, agree, disagree }: BallotCounts): boolean {
  return returned <= issued && returned === valid + invalid && valid === agree + disagree;
}

/** Whether a ballot passes, by the base of the regulation (INV-23). Those present are those who held a ballot: a recused member never votes. */
export function resultOfBallot(vote: Pick<EvaluationRules['vote'], 'majority' | 'base'>, ballot: BallotCounts): VoteResult {
  return voteResult(vote, { appointed: ballot.appointed, recused: ballot.recused, present: ballot.issued, agree: ballot.agree });
}

export function voteRecordOf(vote: Pick<EvaluationRules['vote'], 'majority' | 'base'>, ballot: BallotCounts): VoteRecord {
  const { base: baseCount, needed } = resultOfBallot(vote, ballot);
  const { method, appointed, recused, present, required, issued, returned, valid, invalid, agree, disagree } = ballot;
  return { method, appointed, recused, present, required, issued, returned, valid, invalid, agree, disagree, base: vote.base, baseCount, needed };
}
