import { describe, expect, it } from '@jest/globals';
import { type CouncilOutcome, decisionFaults, deviates, fullNumber, type ItemDecision } from './decision-rules.js';

const LEGAL = new Set(['NOT_NEW', 'NO_BENEFIT']);
const recognised: ItemDecision = { outcome: 'RECOGNISED', effectiveness: 'RECOGNISED', refusalReasons: [], reason: '' };
const refused: ItemDecision = { outcome: 'REFUSED', effectiveness: 'NOT_RECOGNISED', refusalReasons: ['NOT_NEW'], reason: 'Đã áp dụng tại đơn vị từ trước.' };

function faults(councilOutcome: CouncilOutcome, decision: ItemDecision, isApplied = true): string[] {
  return decisionFaults({ councilOutcome, isApplied }, decision, (code) => LEGAL.has(code)).map(({ code, path }) => `${code} at ${path.join('.')}`);
}

describe('the head’s decision on an item', () => {
  it('follows the council without a word', () => {
    expect(faults('EFFECTIVE_AND_REPLICABLE', recognised)).toEqual([]);
    expect(faults('RECOGNISED_ONLY', { ...recognised, effectiveness: 'NOT_RECOGNISED' })).toEqual([]);
    expect(faults('NOT_RECOGNISED', refused)).toEqual([]);
  });

  it('goes against the council only with a written reason', () => {
    expect(faults('NOT_RECOGNISED', recognised)).toEqual(['DECISION_DEVIATION_NEEDS_REASON at input.reason']);
    expect(faults('NOT_RECOGNISED', { ...recognised, reason: '  ' })).toEqual(['DECISION_DEVIATION_NEEDS_REASON at input.reason']);
    expect(faults('NOT_RECOGNISED', { ...recognised, reason: 'Đã có xác nhận áp dụng mới.' })).toEqual([]);
    expect(faults('RECOGNISED_ONLY', recognised)).toEqual(['DECISION_DEVIATION_NEEDS_REASON at input.reason']);
  });

  it('refuses with at least one legal ground and words', () => {
    expect(faults('NOT_RECOGNISED', { ...refused, refusalReasons: [] })).toEqual(['DECISION_REFUSAL_NEEDS_REASON at input.refusalReasons']);
    expect(faults('NOT_RECOGNISED', { ...refused, reason: '' })).toEqual(['DECISION_REFUSAL_NEEDS_REASON at input.reason']);
    expect(faults('NOT_RECOGNISED', { ...refused, refusalReasons: ['NOT_NEW', 'TOO_UGLY'] })).toEqual([
      'DECISION_REFUSAL_REASON_UNKNOWN at input.refusalReasons.1',
    ]);
  });

  it('recognises only what was applied or tried', () => {
    expect(faults('EFFECTIVE_AND_REPLICABLE', recognised, false)).toEqual(['DECISION_NOT_APPLIED at input.outcome']);
    expect(faults('NOT_RECOGNISED', refused, false)).toEqual([]);
  });

  it('knows no effectiveness without recognition and no grounds without refusal', () => {
    expect(faults('NOT_RECOGNISED', { ...refused, effectiveness: 'RECOGNISED' })).toEqual([
      'DECISION_EFFECTIVENESS_NEEDS_RECOGNITION at input.effectiveness',
    ]);
    expect(faults('EFFECTIVE_AND_REPLICABLE', { ...recognised, refusalReasons: ['NOT_NEW'] })).toEqual([
      'DECISION_REASONS_ONLY_FOR_REFUSAL at input.refusalReasons',
    ]);
  });

  it('always deviates where the council gave no advice', () => {
    expect(deviates('DEFERRED', refused)).toBe(true);
  });
});

describe('the number of a decision', () => {
  it.each([
    [5, '05/QĐ-UBND'], [10, '10/QĐ-UBND'], [124, '124/QĐ-UBND'],
  ])('prints %p as %p', (number, text) => {
    expect(fullNumber(number, 'QĐ-UBND')).toBe(text);
  });
});
