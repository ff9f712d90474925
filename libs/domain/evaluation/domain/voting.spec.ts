import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { VoteBase } from '../../regulation/domain/rules.js';
import { canReachMajority, mayVoteSecretly, quorumOf, quorumResult, voteResult } from './voting.js';

const TWO_THIRDS = { num: 2, den: 3 };
const BASES: readonly VoteBase[] = ['ALL_APPOINTED', 'APPOINTED_MINUS_RECUSED', 'PRESENT'];

describe('a majority of two thirds', () => {
  it.each([
    [9, 0, 9, 6, [true, true, true]],
    [9, 1, 8, 6, [true, true, true]],
    [9, 1, 7, 5, [false, false, true]],
    [7, 0, 5, 4, [false, false, true]],
    [5, 1, 4, 3, [false, true, true]],
    [5, 2, 3, 3, [false, true, true]],
  ])('in a council of %d with %d recused, %d present and %d in favour passes by base: %j', (appointed, recused, present, agree, expected) => {
    const passed = BASES.map((base) => voteResult({ majority: TWO_THIRDS, base }, { appointed, recused, present, agree }).passed);
    expect(passed).toEqual(expected);
  });

  it('says of how many members the share is taken, and how many votes were needed', () => {
    expect(voteResult({ majority: TWO_THIRDS, base: 'APPOINTED_MINUS_RECUSED' }, { appointed: 9, recused: 1, present: 7, agree: 5 }))
      .toEqual({ passed: false, agree: 5, base: 8, needed: 6 });
  });

  it('passes exactly when 3 · agree ≥ 2 · base', () => {
    fc.assert(fc.property(counts(), fc.constantFrom(...BASES), (votes, base) => {
      const result = voteResult({ majority: TWO_THIRDS, base }, votes);
      expect(result.passed).toBe(result.base > 0 && 3 * votes.agree >= 2 * result.base);
    }));
  });

  it('is never lost by one more vote in favour', () => {
    fc.assert(fc.property(counts(), fc.constantFrom(...BASES), (votes, base) => {
      fc.pre(votes.agree < votes.present);
      const before = voteResult({ majority: TWO_THIRDS, base }, votes).passed;
      const after = voteResult({ majority: TWO_THIRDS, base }, { ...votes, agree: votes.agree + 1 }).passed;
      expect(!before || after).toBe(true);
    }));
  });

  it('does not pass when nobody votes', () => {
    expect(voteResult({ majority: TWO_THIRDS, base: 'PRESENT' }, { appointed: 5, recused: 5, present: 0, agree: 0 }).passed).toBe(false);
  });

  it.each([
    [{ appointed: 5, recused: 0, present: 5, agree: 6 }],
    [{ appointed: 5, recused: 1, present: 5, agree: 3 }],
    [{ appointed: 5, recused: 0, present: 4.5, agree: 3 }],
    [{ appointed: 5, recused: -1, present: 5, agree: 3 }],
  ])('refuses counts that cannot be: %j', (votes) => {
    expect(() => voteResult({ majority: TWO_THIRDS, base: 'PRESENT' }, votes)).toThrow(RangeError);
  });
});

describe('whether two thirds can be reached at all', () => {
  it.each([
    [5, 1, [true, true, true]],
    [5, 2, [false, true, true]],
    [9, 3, [true, true, true]],
    [9, 4, [false, true, true]],
    [3, 3, [false, false, false]],
  ])('in a council of %d with %d recused, by base: %j', (appointed, recused, expected) => {
    expect(BASES.map((base) => canReachMajority({ majority: TWO_THIRDS, base }, { appointed, recused }))).toEqual(expected);
  });
});

describe('a quorum of two thirds', () => {
  it.each([[5, 4], [7, 5], [9, 6], [3, 2]])('of %d members is %d', (appointed, expected) => {
    expect(quorumOf(TWO_THIRDS, appointed)).toBe(expected);
  });

  const rule = { share: TWO_THIRDS, chairPresent: true, secretaryPresent: true };
  it.each([
    [{ appointed: 9, present: 6, chairPresent: true, secretaryPresent: true }, { met: true, required: 6, missing: [] }],
    [{ appointed: 9, present: 5, chairPresent: true, secretaryPresent: true }, { met: false, required: 6, missing: ['MEMBERS'] }],
    [{ appointed: 9, present: 9, chairPresent: false, secretaryPresent: false }, { met: false, required: 6, missing: ['CHAIR', 'SECRETARY'] }],
  ])('with %j gives %j', (meeting, expected) => {
    expect(quorumResult(rule, meeting)).toEqual(expected);
  });
});

it.each([[2, false], [3, true]])('%d eligible voters may vote in secret: %s', (eligible, expected) => {
  expect(mayVoteSecretly(eligible)).toBe(expected);
});

function counts(): fc.Arbitrary<{ appointed: number; recused: number; present: number; agree: number }> {
  return fc.integer({ min: 1, max: 30 }).chain((appointed) => fc.integer({ min: 0, max: appointed }).chain((recused) =>
    fc.integer({ min: 0, max: appointed - recused }).chain((present) =>
      fc.integer({ min: 0, max: present }).map((agree) => ({ appointed, recused, present, agree })))));
}
