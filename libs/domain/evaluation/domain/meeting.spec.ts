import { describe, expect, it } from '@jest/globals';
import type { EvaluationRules } from '../../regulation/domain/rules.js';
import { ballotObstacle, countRoom, mayPreside, quorumOfRoom, type RoomMember } from './meeting.js';

const TWO_THIRDS = { num: 2, den: 3 };
const QUORUM = { share: TWO_THIRDS, chairPresent: true, secretaryPresent: true };
const VOTE = { method: 'SECRET', majority: TWO_THIRDS, base: 'ALL_APPOINTED' } as const;

interface Room {
  /** Voting members: the chair, the secretary, and ordinary members. */
  readonly appointed: number;
  /** How many of them are in the room, from the chair on. */
  readonly present: number;
  /** How many are recused, from the last one back. */
  readonly recused?: number;
}

const ROLES = ['CHAIR', 'SECRETARY', 'DEPUTY_CHAIR'];

function aRoom({ appointed, present, recused = 0 }: Room): RoomMember[] {
  return Array.from({ length: appointed }, (_, index) => ({
    personId: `p${index}`, role: ROLES[index] ?? 'MEMBER', isVoting: true, isPresent: index < present, isRecused: index >= appointed - recused,
  }));
}

const without = (room: readonly RoomMember[], personId: string): RoomMember[] => room.map((one) => (one.personId === personId ? { ...one, isPresent: false } : one));

describe('a quorum of two thirds', () => {
  it.each([[5, 4], [7, 5], [9, 6]])('of %d voting members is %d: that many open a meeting, and one less does not', (appointed, required) => {
    expect(quorumOfRoom(QUORUM, aRoom({ appointed, present: required }), 'p0')).toEqual({ met: true, required, missing: [] });
    expect(quorumOfRoom(QUORUM, aRoom({ appointed, present: required - 1 }), 'p0')).toEqual({ met: false, required, missing: ['MEMBERS'] });
  });

  it('counts a recused member who sits in the room', () => {
    const room = aRoom({ appointed: 5, present: 5, recused: 1 }).map((one) => (one.personId === 'p2' ? { ...one, isPresent: false } : one));
    expect(countRoom(room)).toEqual({ appointed: 5, present: 4, recused: 1, eligible: 3 });
    expect(quorumOfRoom(QUORUM, room, 'p0')).toEqual({ met: true, required: 4, missing: [] });
  });

  it('does not count whoever sits in the room without a vote', () => {
    const guest: RoomMember = { personId: 'guest', role: 'MEMBER', isVoting: false, isPresent: true, isRecused: false };
    const room = [...aRoom({ appointed: 5, present: 3 }), guest, { ...guest, personId: 'guest-2' }];
    expect(countRoom(room)).toEqual({ appointed: 5, present: 3, recused: 0, eligible: 3 });
    expect(quorumOfRoom(QUORUM, room, 'p0')).toEqual({ met: false, required: 4, missing: ['MEMBERS'] });
  });

  it('is not met without whoever presides, nor without the secretary, however many came', () => {
    const room = aRoom({ appointed: 9, present: 9 });
    expect(quorumOfRoom(QUORUM, without(room, 'p0'), 'p0')).toEqual({ met: false, required: 6, missing: ['CHAIR'] });
    expect(quorumOfRoom(QUORUM, without(room, 'p1'), 'p0')).toEqual({ met: false, required: 6, missing: ['SECRETARY'] });
    expect(quorumOfRoom(QUORUM, without(without(room, 'p0'), 'p1'), 'p0')).toEqual({ met: false, required: 6, missing: ['CHAIR', 'SECRETARY'] });
    expect(quorumOfRoom(QUORUM, without(room, 'p0'), 'p2')).toEqual({ met: true, required: 6, missing: [] });
  });

  it('asks for chair and secretary only when the rules do', () => {
    const free = { ...QUORUM, chairPresent: false, secretaryPresent: false };
    expect(quorumOfRoom(free, without(without(aRoom({ appointed: 9, present: 9 }), 'p0'), 'p1'), 'p0')).toEqual({ met: true, required: 6, missing: [] });
  });

  it('accepts a secretary without a vote', () => {
    const room = aRoom({ appointed: 5, present: 5 }).map((one) => (one.role === 'SECRETARY' ? { ...one, isVoting: false } : one));
    expect(countRoom(room)).toEqual({ appointed: 4, present: 4, recused: 0, eligible: 4 });
    expect(quorumOfRoom(QUORUM, room, 'p0')).toEqual({ met: true, required: 3, missing: [] });
  });
});

describe('whoever presides', () => {
  const room = aRoom({ appointed: 5, present: 5 });

  it.each([
    ['the chair', 'p0', null, true],
    ['the chair with a paper', 'p0', '01/UQ', true],
    ['the deputy with the written authorisation', 'p2', '01/UQ', true],
    ['the deputy without it', 'p2', null, false],
    ['the secretary', 'p1', '01/UQ', false],
    ['an ordinary member', 'p3', '01/UQ', false],
    ['nobody of the council', 'stranger', '01/UQ', false],
  ])('%s: %j with %j → %j', (_, personId, authorisation, expected) => {
    expect(mayPreside(room, personId, authorisation)).toBe(expected);
  });
});

describe('what keeps a ballot from being handed out', () => {
  const obstacle = (room: readonly RoomMember[], method: EvaluationRules['vote']['method'] = 'SECRET') =>
    ballotObstacle({ quorum: QUORUM, vote: { ...VOTE, method } }, room, 'p0');

  it.each([
    ['nothing, when all five are there', { appointed: 5, present: 5 }, 'SECRET', null],
    ['nothing, when four of five are there and one of them is recused: three may vote', { appointed: 5, present: 5, recused: 2 }, 'SECRET', null],
    ['too few in the room', { appointed: 5, present: 3 }, 'SECRET', 'QUORUM_NOT_MET'],
    ['two eligible voters are too few for secrecy', { appointed: 5, present: 5, recused: 3 }, 'SECRET', 'BALLOT_TOO_FEW_VOTERS'],
    ['two are enough when the vote is open', { appointed: 5, present: 5, recused: 3 }, 'OPEN', null],
    ['one is enough when the vote is open', { appointed: 5, present: 5, recused: 4 }, 'OPEN', null],
    ['nobody is not', { appointed: 5, present: 5, recused: 5 }, 'OPEN', 'BALLOT_TOO_FEW_VOTERS'],
    ['an open vote needs its quorum too', { appointed: 5, present: 3 }, 'OPEN', 'QUORUM_NOT_MET'],
    ['the regulation has no ballot', { appointed: 5, present: 5 }, 'NONE', 'BALLOT_NOT_IN_RULES'],
  ] as const)('%s', (_, room, method, expected) => {
    expect(obstacle(aRoom(room), method)).toBe(expected);
  });

  it('is the missing chair before it is the number of voters', () => {
    expect(obstacle(without(aRoom({ appointed: 5, present: 5, recused: 3 }), 'p0'))).toBe('QUORUM_NOT_MET');
  });

  it('does not count an absent member among the voters', () => {
    // Nine appointed, six there, four of the six recused: two may vote.
    expect(obstacle(aRoom({ appointed: 9, present: 6 }).map((one, index) => ({ ...one, isRecused: index >= 2 && index < 6 })))).toBe('BALLOT_TOO_FEW_VOTERS');
  });
});
