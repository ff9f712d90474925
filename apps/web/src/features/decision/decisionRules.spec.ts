import { describe, expect, it } from '@jest/globals';
import { adviceOf, choiceOf, deviates, faultsOf, inputOf, nextUndecided, tally } from './decisionRules.js';

describe('what the council advises', () => {
  it.each([
    ['EFFECTIVE_AND_REPLICABLE', 'EFFECTIVE'], ['RECOGNISED_ONLY', 'RECOGNISED'], ['NOT_RECOGNISED', 'REFUSED'], ['DEFERRED', null], [null, null],
  ] as const)('on %s is %s', (outcome, advice) => {
    expect(adviceOf(outcome)).toBe(advice);
  });
});

describe('a decision on the screen', () => {
  it('is saved at once when it follows the council', () => {
    expect(faultsOf({ choice: 'EFFECTIVE', grounds: [], reason: '' }, 'EFFECTIVE')).toEqual([]);
  });

  it('needs a reason as soon as it goes against the council', () => {
    expect(faultsOf({ choice: 'RECOGNISED', grounds: [], reason: '  ' }, 'EFFECTIVE')).toEqual(['deviationReasonMissing']);
    expect(deviates('RECOGNISED', null)).toBe(true);
    expect(deviates(null, 'EFFECTIVE')).toBe(false);
  });

  it('needs a ground and a reason to refuse, even when the council advises it', () => {
    expect(faultsOf({ choice: 'REFUSED', grounds: [], reason: '' }, 'REFUSED')).toEqual(['groundMissing', 'refusalReasonMissing']);
    expect(faultsOf({ choice: 'REFUSED', grounds: ['NOT_NEW'], reason: 'Đã có từ năm trước.' }, 'REFUSED')).toEqual([]);
  });

  it('needs a choice before anything else', () => {
    expect(faultsOf({ choice: null, grounds: [], reason: '' }, 'REFUSED')).toEqual(['choiceMissing']);
  });

  it('leaves the grounds of a refusal behind when the mind changes', () => {
    expect(inputOf('a', 3, { choice: 'RECOGNISED', grounds: ['NOT_NEW'], reason: ' vì ' })).toEqual({
      itemId: 'a', decisionRevision: 3, outcome: 'RECOGNISED', effectiveness: 'NOT_RECOGNISED', refusalReasons: [], reason: 'vì',
    });
  });

  it('reads back as the choice it was', () => {
    expect(choiceOf({ outcome: 'RECOGNISED', effectiveness: 'RECOGNISED' })).toBe('EFFECTIVE');
    expect(choiceOf({ outcome: 'REFUSED', effectiveness: 'NOT_RECOGNISED' })).toBe('REFUSED');
    expect(choiceOf({ outcome: null, effectiveness: null })).toBeNull();
  });
});

describe('going through the items', () => {
  const items = [{ id: 'a', outcome: null }, { id: 'b', outcome: 'REFUSED' as const }, { id: 'c', outcome: null }];

  it('goes to the next undecided one, and round to those that were skipped', () => {
    expect(nextUndecided(items, 'a')?.id).toBe('c');
    expect(nextUndecided(items, 'c')?.id).toBe('a');
  });

  it('ends when only the present one is left', () => {
    expect(nextUndecided([{ id: 'a', outcome: null }, { id: 'b', outcome: 'REFUSED' as const }], 'a')).toBeNull();
  });

  it('counts every item once', () => {
    expect(tally([
      { outcome: 'RECOGNISED', effectiveness: 'RECOGNISED', deviates: false }, { outcome: 'REFUSED', effectiveness: 'NOT_RECOGNISED', deviates: true },
      { outcome: null, effectiveness: null, deviates: false },
    ])).toEqual({ EFFECTIVE: 1, RECOGNISED: 0, REFUSED: 1, OPEN: 1, DEVIATING: 1 });
  });
});
