import type { EvaluationRules } from '../../regulation/domain/rules.js';
import { mayVoteSecretly, type QuorumResult, quorumResult } from './voting.js';

/** A member of the session and where they are now. */
export interface RoomMember {
  readonly personId: string;
  readonly role: string;
  readonly isVoting: boolean;
  readonly isPresent: boolean;
  /** On the item that is asked about; false when none is. */
  readonly isRecused: boolean;
}

/** The numbers of a room that rules speak about. All count voting members; recused ones are told apart. */
export interface RoomCounts {
  readonly appointed: number;
  readonly present: number;
  readonly recused: number;
  /** Present and not recused: whoever receives a ballot. */
  readonly eligible: number;
}

export const ROLL_MARKS = ['PRESENT', 'ONLINE', 'LEFT', 'MISTAKEN', 'EXCUSED', 'ABSENT'] as const;
export type RollMark = (typeof ROLL_MARKS)[number];

export function countRoom(room: readonly RoomMember[]): RoomCounts {
  const voting = room.filter((member) => member.isVoting);
  return {
    appointed: voting.length,
    present: voting.filter((member) => member.isPresent).length,
    recused: voting.filter((member) => member.isRecused).length,
    eligible: voting.filter((member) => member.isPresent && !member.isRecused).length,
  };
}

/**
 * Quorum of a room (INV-16). A recused member who sits in the room counts here, and never votes on the item.
 * @param presidingPersonId the chair, or the deputy with the authorisation
 */
export function quorumOfRoom(quorum: EvaluationRules['quorum'], room: readonly RoomMember[], presidingPersonId: string): QuorumResult {
  const { appointed, present } = countRoom(room);
  return quorumResult(quorum, {
    appointed,
    present,
    chairPresent: room.some((member) => member.personId === presidingPersonId && member.isPresent),
    secretaryPresent: room.some((member) => member.role === 'SECRETARY' && member.isPresent),
  });
}

/** Who presides: the chair, or a deputy chair with a written authorisation; anybody else is refused. */
export function mayPreside(room: readonly RoomMember[], personId: string, authorisation: string | null): boolean {
  const role = room.find((member) => member.personId === personId)?.role;
  return role === 'CHAIR' || (role === 'DEPUTY_CHAIR' && authorisation !== null);
}

/** Why no ballot can be handed out to this room, or null (INV-16, INV-20). */
export function ballotObstacle(
  rules: Pick<EvaluationRules, 'quorum' | 'vote'>, room: readonly RoomMember[], presidingPersonId: string,
): 'BALLOT_NOT_IN_RULES' | 'QUORUM_NOT_MET' | 'BALLOT_TOO_FEW_VOTERS' | null {
  if (rules.vote.method === 'NONE') return 'BALLOT_NOT_IN_RULES';
  if (!quorumOfRoom(rules.quorum, room, presidingPersonId).met) return 'QUORUM_NOT_MET';
  const { eligible } = countRoom(room);
  if (rules.vote.method === 'SECRET' ? !mayVoteSecretly(eligible) : eligible === 0) return 'BALLOT_TOO_FEW_VOTERS';
  return null;
}
