import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { VoteBase } from '../../regulation/domain/rules.js';
import { addsUp, type BallotCounts, resultOfBallot, voteRecordOf } from './ballot.js';

const TWO_THIRDS = { num: 2, den: 3 };
const BASES: readonly VoteBase[] = ['ALL_APPOINTED', 'APPOINTED_MINUS_RECUSED', 'PRESENT'];

/** A secret ballot of a council of five, one recused, all in the room: four papers, three in favour. */
const FIVE: BallotCounts = { method: 'SECRET', appointed: 5, recused: 1, present: 5, required: 4, issued: 4, returned: 4, valid: 4, invalid: 0, agree: 3, disagree: 1 };

describe('the numbers of a ballot', () => {
  it.each([
    ['every paper came back, and all are valid', {}, true],
    ['one was not given back', { returned: 3, valid: 3, agree: 2 }, true],
    ['one is blank', { valid: 3, invalid: 1, agree: 2 }, true],
    ['nobody voted', { returned: 0, valid: 0, invalid: 0, agree: 0, disagree: 0 }, true],
    ['more came back than were handed out', { returned: 5, valid: 5, agree: 4 }, false],
    ['a valid one is missing', { valid: 3 }, false],
    ['one in favour is missing', { agree: 2 }, false],
    ['one too many against', { disagree: 2 }, false],
    ['a blank one counted twice', { invalid: 1 }, false],
  ])('agree or do not: %s', (_, given, expected) => {
    expect(addsUp({ ...FIVE, ...given })).toBe(expected);
  });
});

describe('a ballot of the council of five with one recusal, three of four in favour', () => {
  it.each([
    ['ALL_APPOINTED', { passed: false, agree: 3, base: 5, needed: 4 }],
    ['APPOINTED_MINUS_RECUSED', { passed: true, agree: 3, base: 4, needed: 3 }],
    ['PRESENT', { passed: true, agree: 3, base: 4, needed: 3 }],
  ] as const)('by %s: %j', (base, expected) => {
    expect(resultOfBallot({ majority: TWO_THIRDS, base }, FIVE)).toEqual(expected);
  });

  it('takes those who held a ballot for present, not the recused member in the room', () => {
    expect(voteRecordOf({ majority: TWO_THIRDS, base: 'PRESENT' }, FIVE)).toEqual({ ...FIVE, base: 'PRESENT', baseCount: 4, needed: 3 });
  });

  it('counts a blank paper and one not given back like votes that are not in favour', () => {
    const blank = { ...FIVE, valid: 3, invalid: 1, agree: 2, disagree: 1 };
    expect(resultOfBallot({ majority: TWO_THIRDS, base: 'PRESENT' }, blank)).toEqual({ passed: false, agree: 2, base: 4, needed: 3 });
    const kept = { ...FIVE, returned: 3, valid: 3, disagree: 0 };
    expect(resultOfBallot({ majority: TWO_THIRDS, base: 'PRESENT' }, kept)).toEqual({ passed: true, agree: 3, base: 4, needed: 3 });
  });
});

describe('a record of a vote', () => {
  it('keeps exactly the numbers of the ballot and of the rule, whatever else the row has', () => {
    const row = { ...FIVE, itemId: 'item', openedAt: 'then' };
    expect(voteRecordOf({ majority: TWO_THIRDS, base: 'ALL_APPOINTED' }, row)).toEqual({ ...FIVE, base: 'ALL_APPOINTED', baseCount: 5, needed: 4 });
  });

  it('passes by its own numbers: agree ≥ needed, for every ballot that can be', () => {
    fc.assert(fc.property(ballots(), fc.constantFrom(...BASES), (ballot, base) => {
      const record = voteRecordOf({ majority: TWO_THIRDS, base }, ballot);
      expect(addsUp(ballot)).toBe(true);
      expect(3 * record.agree >= 2 * record.baseCount).toBe(record.agree >= record.needed);
      expect(resultOfBallot({ majority: TWO_THIRDS, base }, ballot).passed).toBe(record.baseCount > 0 && record.agree >= record.needed);
    }));
  });
});

function ballots(): fc.Arbitrary<BallotCounts> {
  const upTo = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });
  return fc.integer({ min: 3, max: 15 }).chain((appointed) => upTo(appointed).chain((recused) =>
    upTo(appointed - recused).chain((issued) => upTo(issued).chain((returned) => upTo(returned).chain((invalid) => upTo(returned - invalid).map((agree) => ({
      method: 'SECRET' as const, appointed, recused, present: appointed, required: 1, issued, returned, valid: returned - invalid, invalid, agree, disagree: returned - invalid - agree,
    })))))));
}
