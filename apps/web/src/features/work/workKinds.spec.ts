import { describe, expect, it } from '@jest/globals';
import { grouped, kindOf, nextStepOf } from './workKinds.js';

describe('what waits for somebody', () => {
  it('stands in the order of urgency, without empty groups, each item once', () => {
    const items = [{ id: 1, urgency: 'WAITING' }, { id: 2, urgency: 'OVERDUE' }, { id: 3, urgency: 'WAITING' }] as const;
    expect(grouped(items)).toEqual([{ urgency: 'OVERDUE', items: [items[1]] }, { urgency: 'WAITING', items: [items[0], items[2]] }]);
  });

  it('has general words for a kind that this version does not know', () => {
    expect(kindOf('FIX_RETURNED')).toBe('FIX_RETURNED');
    expect(kindOf('WATER_THE_PLANTS')).toBe('OTHER');
  });
});

describe('the next step of somebody without work', () => {
  it.each([
    [['AUTHORITY_HEAD', 'UNIT_HEAD'], 'decisions'], [['COUNCIL_SECRETARY', 'COUNCIL_MEMBER'], 'intake'], [['COUNCIL_MEMBER'], 'scoring'],
    [['UNIT_HEAD'], 'unit'], [[], 'author'],
  ] as const)('with the roles %j is %s', (roles, step) => {
    expect(nextStepOf(roles)).toBe(step);
  });
});
