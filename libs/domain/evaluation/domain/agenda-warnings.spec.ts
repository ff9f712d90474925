import { describe, expect, it } from '@jest/globals';
import { type AgendaItemFacts, type AgendaSeat, agendaWarnings } from './agenda-warnings.js';

const TWO_THIRDS = { num: 2, den: 3 };
const rules = (base: 'ALL_APPOINTED' | 'APPOINTED_MINUS_RECUSED' | 'PRESENT' = 'ALL_APPOINTED', method: 'SECRET' | 'OPEN' | 'NONE' = 'SECRET'): Parameters<typeof agendaWarnings>[0] => ({
  vote: { method, majority: TWO_THIRDS, base }, quorum: { share: TWO_THIRDS, chairPresent: true, secretaryPresent: true },
  scoring: { time: 'BEFORE_MEETING', countsAbsent: false, sheetsPerItem: null },
  averaging: { trim: 'NONE', trimFrom: 5, minSheets: { atLeast: 3, shareOfAppointed: { num: 1, den: 2 } } },
});

/** Chair, secretary, deputy where there is one, members `m1`, `m2` …; all with a vote. */
const council = (size: number, deputy = false): AgendaSeat[] => Array.from({ length: size }, (_, index) => ({
  personId: index === 0 ? 'chair' : `m${index}`, role: index === 0 ? 'CHAIR' : index === 1 ? 'SECRETARY' : index === 2 && deputy ? 'DEPUTY_CHAIR' : 'MEMBER', isVoting: true, isThereOnTheDay: true,
}));
const item = (given: Partial<AgendaItemFacts> = {}): AgendaItemFacts => ({ id: 'item', recusedIds: [], undecidedIds: [], hasUnionAuthor: false, chosenPresiderId: null, ...given });
const told = (...args: Parameters<typeof agendaWarnings>): string[] =>
  agendaWarnings(...args).map(({ code, itemId, appointed, eligible, undecided, needed }) => `${code} ${itemId ?? '–'} ${eligible}/${appointed} ${undecided}? ${needed ?? '–'}`);

describe('a council of five', () => {
  it('can lose one member, and not two, when all appointed members are counted (domain 3.7)', () => {
    expect(told(rules(), council(5), [item({ recusedIds: ['m3'] })])).toEqual([]);
    expect(told(rules(), council(5), [item({ recusedIds: ['m3', 'm4'] })])).toEqual(['MAJORITY_IMPOSSIBLE item 3/5 0? 4']);
  });

  it('can lose two when recused members are taken off the base, and three end the secrecy', () => {
    for (const base of ['APPOINTED_MINUS_RECUSED', 'PRESENT'] as const) {
      expect(told(rules(base), council(5), [item({ recusedIds: ['m3', 'm4'] })])).toEqual([]);
      expect(told(rules(base), council(5), [item({ recusedIds: ['m2', 'm3', 'm4'] })])).toEqual(['TOO_FEW_SHEETS item 2/5 0? 3', 'SECRET_BALLOT_IMPOSSIBLE item 2/5 0? –']);
    }
  });

  it('is warned of what the undecided interests could come to', () => {
    expect(told(rules(), council(5), [item({ recusedIds: ['m3'], undecidedIds: ['m4'] })])).toEqual(['MAJORITY_AT_RISK item 4/5 1? 4', 'CONFLICTS_UNDECIDED item 4/5 1? –']);
    expect(told(rules(), council(9), [item({ undecidedIds: ['m4'] })])).toEqual(['CONFLICTS_UNDECIDED item 9/9 1? –']);
  });

  it('needs no majority where nobody votes', () => {
    expect(told(rules('ALL_APPOINTED', 'NONE'), council(5), [item({ recusedIds: ['m3', 'm4'] })])).toEqual([]);
    expect(told(rules('ALL_APPOINTED', 'OPEN'), council(5), [item({ recusedIds: ['m2', 'm3', 'm4'] })])).toEqual(['MAJORITY_IMPOSSIBLE item 2/5 0? 4', 'TOO_FEW_SHEETS item 2/5 0? 3']);
  });
});

it.each([
  [9, 3, []], [9, 4, ['MAJORITY_IMPOSSIBLE item 5/9 0? 6']], [7, 2, []], [7, 3, ['MAJORITY_IMPOSSIBLE item 4/7 0? 5']],
])('a council of %i with %i recused', (size, recused, expected) => {
  const recusedIds = council(size).slice(-recused).map(({ personId }) => personId);
  expect(told(rules(), council(size), [item({ recusedIds })])).toEqual(expected);
});

it('members without a vote are not counted, recused or not', () => {
  const seats = council(5).map((seat) => ({ ...seat, isVoting: seat.personId !== 'm4' }));
  expect(told(rules(), seats, [item({ recusedIds: ['m4', 'm3'] })])).toEqual([]);
  expect(told(rules(), seats, [item({ recusedIds: ['m2', 'm3'] })])).toEqual(['MAJORITY_IMPOSSIBLE item 2/4 0? 3', 'TOO_FEW_SHEETS item 2/4 0? 3', 'SECRET_BALLOT_IMPOSSIBLE item 2/4 0? –']);
});

it('somebody presides: the chair, a deputy, or whom the head chose', () => {
  const recused = item({ recusedIds: ['chair'] });
  expect(told(rules(), council(9), [recused])).toEqual(['NOBODY_PRESIDES item 8/9 0? –']);
  expect(told(rules(), council(9, true), [recused])).toEqual([]);
  expect(told(rules(), council(9), [{ ...recused, chosenPresiderId: 'm5' }])).toEqual([]);
});

it('a union representative sits where an author is a union member (INV-14)', () => {
  expect(told(rules(), council(9), [item({ hasUnionAuthor: true })])).toEqual(['UNION_REPRESENTATIVE_MISSING item 9/9 0? –']);
  const withUnion = council(9).map((seat) => (seat.personId === 'm5' ? { ...seat, role: 'UNION_REP' } : seat));
  expect(told(rules(), withUnion, [item({ hasUnionAuthor: true })])).toEqual([]);
});

it('a quorum needs enough members on the day of the meeting, before every item', () => {
  const leaving = council(9).map((seat, index) => ({ ...seat, isThereOnTheDay: index < 5 }));
  expect(told(rules(), leaving, [item({ recusedIds: ['m3', 'm4', 'm5', 'm6'] })])).toEqual(['QUORUM_IMPOSSIBLE – 5/9 0? 6', 'MAJORITY_IMPOSSIBLE item 5/9 0? 6']);
});
