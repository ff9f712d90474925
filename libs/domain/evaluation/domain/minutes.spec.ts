import { describe, expect, it } from '@jest/globals';
import { capacitiesOf } from './minutes.js';

const SIGNERS = { presidingPersonId: 'chair', secretaryPersonId: 'secretary', countingBoardIds: ['member', 'chair'] };

describe('in which capacities somebody signs', () => {
  it.each([
    ['MEETING', 'chair', ['PRESIDING']],
    ['MEETING', 'secretary', ['SECRETARY']],
    ['MEETING', 'member', []],
    ['MEETING', 'stranger', []],
    ['COUNTING', 'member', ['COUNTING_BOARD']],
    ['COUNTING', 'chair', ['COUNTING_BOARD']],
    ['COUNTING', 'secretary', []],
    ['COUNTING', 'stranger', []],
  ] as const)('%s, %s: %j', (kind, personId, expected) => {
    expect(capacitiesOf(kind, personId, SIGNERS)).toEqual(expected);
  });

  it('is none for the chair when a deputy presided', () => {
    expect(capacitiesOf('MEETING', 'chair', { ...SIGNERS, presidingPersonId: 'deputy' })).toEqual([]);
    expect(capacitiesOf('MEETING', 'deputy', { ...SIGNERS, presidingPersonId: 'deputy' })).toEqual(['PRESIDING']);
  });

  it('is none for anybody before there was a sitting and a secretary', () => {
    expect(capacitiesOf('MEETING', 'chair', { presidingPersonId: null, secretaryPersonId: null, countingBoardIds: [] })).toEqual([]);
    expect(capacitiesOf('COUNTING', 'chair', { presidingPersonId: null, secretaryPersonId: null, countingBoardIds: [] })).toEqual([]);
  });
});
