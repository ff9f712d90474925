import { describe, expect, it } from '@jest/globals';
import { type MeetingRules, nextStepOf, progressOf, quorumNow, readRules, rollStateOf, type RoomFacts, signersOf, voteOf } from './room.js';

const RULES: MeetingRules = {
  quorum: { share: { num: 2, den: 3 }, chairPresent: true, secretaryPresent: true },
  vote: { method: 'SECRET', majority: { num: 2, den: 3 }, base: 'ALL_APPOINTED' },
};
const entry = (id: string, role: 'CHAIR' | 'DEPUTY_CHAIR' | 'SECRETARY' | 'MEMBER', mode: string | null, isVoting = true) => ({ role, isVoting, mode, person: { id } });

describe('the quorum on the screen', () => {
  const council = [entry('a', 'CHAIR', 'PRESENT'), entry('b', 'SECRETARY', 'PRESENT'), entry('c', 'MEMBER', 'ONLINE'), entry('d', 'MEMBER', null), entry('e', 'DEPUTY_CHAIR', null)];

  it('takes two thirds of five members, rounded up, with chair and secretary', () => {
    expect(quorumNow(council, RULES, null)).toEqual({ present: 3, appointed: 5, required: 4, isChairThere: true, isSecretaryThere: true, isMet: false });
    expect(quorumNow(council.map((each) => ({ ...each, mode: 'PRESENT' })), RULES, null).isMet).toBe(true);
  });

  it('leaves out members without a vote, and asks for the deputy who presides', () => {
    const there = [entry('a', 'CHAIR', null), entry('e', 'DEPUTY_CHAIR', 'PRESENT'), entry('b', 'SECRETARY', 'PRESENT', false), entry('c', 'MEMBER', 'PRESENT')];
    expect(quorumNow(there, RULES, null)).toEqual({ present: 2, appointed: 3, required: 2, isChairThere: false, isSecretaryThere: true, isMet: false });
    expect(quorumNow(there, RULES, { required: 2, presiding: { id: 'e' } }).isMet).toBe(true);
  });

  it('says nothing about a number while no regulation is fixed', () => {
    expect(quorumNow(council, readRules(null), null)).toMatchObject({ present: 3, required: null, isMet: false });
  });
});

describe('a closed ballot', () => {
  const closed = { state: 'CLOSED', appointed: 9, recused: 1, issued: 7, agree: 6 } as const;

  it.each([
    ['ALL_APPOINTED', 9, 6, true], ['APPOINTED_MINUS_RECUSED', 8, 6, true], ['PRESENT', 7, 5, true],
  ] as const)('is measured by the base %s: of %d, %d needed', (base, baseCount, needed, isPassed) => {
    expect(voteOf({ ...RULES, vote: { ...RULES.vote, base } }, closed)).toEqual({ agree: 6, baseCount, needed, isPassed });
  });

  it('fails with one vote less, and an open one says nothing', () => {
    expect(voteOf(RULES, { ...closed, agree: 5 })?.isPassed).toBe(false);
    expect(voteOf(RULES, { ...closed, state: 'OPEN', agree: null })).toBeNull();
  });
});

describe('an item of the agenda', () => {
  it('waits, is shown, is voted on, and is done; an annulled vote counts as none', () => {
    const item = { id: 'x', ballot: null };
    expect([progressOf(item, null), progressOf(item, 'x'), progressOf({ id: 'x', ballot: { state: 'OPEN' } }, 'x'), progressOf({ id: 'x', ballot: { state: 'CLOSED' } }, 'x'), progressOf({ id: 'x', ballot: { state: 'ANNULLED' } }, null)])
      .toEqual(['WAITING', 'SHOWN', 'VOTING', 'DONE', 'WAITING']);
  });
});

describe('a line of the roll-call', () => {
  it.each([
    [{ mode: 'PRESENT', stays: [1] }, 'PRESENT'], [{ mode: 'ONLINE', stays: [1] }, 'ONLINE'], [{ mode: null, stays: [1] }, 'LEFT'],
    [{ mode: null, isExcused: true, stays: [] }, 'EXCUSED'], [{ mode: null, isExcused: false, stays: [] }, 'ABSENT'], [{ mode: null, stays: [] }, 'NOT_CALLED'],
  ] as const)('%j is %s', (line, state) => {
    expect(rollStateOf(line)).toBe(state);
  });
});

describe('minutes', () => {
  const [lan, minh, hoa] = [{ id: '1', fullName: 'Lan' }, { id: '2', fullName: 'Minh' }, { id: '3', fullName: 'Hòa' }];
  const offices = { countingBoard: [lan, hoa], sittings: [{ presiding: lan }, { presiding: hoa }], attendance: [{ role: 'SECRETARY', person: minh }] } as const;

  it('of the counting wait for the whole board', () => {
    const minutes = { kind: 'COUNTING', signatures: [{ capacity: 'COUNTING_BOARD', signedAt: '2026-11-20T02:00:00Z', person: hoa }] } as const;
    expect(signersOf(minutes, offices)).toEqual([
      { personId: '1', fullName: 'Lan', capacity: 'COUNTING_BOARD', signedAt: null },
      { personId: '3', fullName: 'Hòa', capacity: 'COUNTING_BOARD', signedAt: '2026-11-20T02:00:00Z' },
    ]);
  });

  it('of the meeting wait for whoever presided last and for the secretary', () => {
    expect(signersOf({ kind: 'MEETING', signatures: [] }, offices).map(({ fullName, capacity }) => [fullName, capacity])).toEqual([['Hòa', 'PRESIDING'], ['Minh', 'SECRETARY']]);
  });
});

describe('the next step of a meeting', () => {
  const facts: RoomFacts = {
    state: 'SCORED', actions: ['CALL_ROLL', 'OPEN_SITTING'], isSitting: false, isQuorate: false, method: 'SECRET', current: null, left: 2, hasBoard: false,
    missingSignatures: { counting: 0, meeting: 0 },
  };
  const sitting = { isSitting: true, actions: ['CALL_ROLL', 'OPEN_BALLOT'] } as const;
  it.each([
    [{}, 'QUORUM'], [{ isQuorate: true }, 'OPEN_SITTING'], [{ ...sitting, state: 'SCORING' }, 'SCORING'], [sitting, 'SHOW_ITEM'], [{ ...sitting, current: 'SHOWN' }, 'OPEN_BALLOT'],
    [{ ...sitting, state: 'BALLOTING', current: 'VOTING', left: 1 }, 'VOTING'], [{ ...sitting, state: 'BALLOTING', current: 'DONE', left: 1 }, 'SHOW_ITEM'],
    [{ ...sitting, state: 'BALLOTING', current: 'DONE', left: 0 }, 'NAME_BOARD'], [{ ...sitting, state: 'BALLOTING', current: 'DONE', left: 0, hasBoard: true }, 'COUNT'],
    [{ ...sitting, method: 'NONE' }, 'COUNT'], [{ ...sitting, state: 'COUNTED', missingSignatures: { counting: 1, meeting: 0 } }, 'BOARD_SIGNS'],
    [{ ...sitting, state: 'COUNTED' }, 'END_SITTING'], [{ state: 'COUNTED' }, 'DRAFT_MINUTES'],
    [{ state: 'MINUTES_DRAFT', missingSignatures: { counting: 0, meeting: 1 } }, 'SIGNATURES'], [{ state: 'MINUTES_DRAFT' }, 'LOCK'], [{ state: 'LOCKED' }, 'DONE'],
  ] as const)('of %j is %s', (change, step) => {
    expect(nextStepOf({ ...facts, ...change } as RoomFacts)).toBe(step);
  });
});
