import { describe, expect, it } from '@jest/globals';
import { assignmentFaults, diffOf, undoOf } from './assignment-plan.js';
import type { AssignmentFacts } from './assignment.js';

const row = (itemId: string, personId: string) => ({ itemId, personId });
const FACTS: AssignmentFacts = {
  itemIds: ['i1', 'i2', 'i3'], memberIds: ['a', 'b', 'c', 'd', 'e'], barred: [row('i2', 'a')], perItem: 3, isFixed: false,
  current: [row('i1', 'a'), row('i1', 'b'), row('i2', 'a'), row('i2', 'c'), row('i3', 'e')],
};

describe('what is wanted', () => {
  it('has no fault where items and members are known, apart and allowed', () => {
    expect(assignmentFaults([{ itemId: 'i1', personIds: ['a', 'c', 'd'] }, { itemId: 'i2', personIds: [] }], FACTS)).toEqual([]);
  });

  it('has every fault at its place', () => {
    expect(assignmentFaults([
      { itemId: 'x', personIds: ['?'] }, { itemId: 'i2', personIds: ['a', 'b', 'b', '?'] }, { itemId: 'i2', personIds: ['c'] },
    ], FACTS)).toEqual([
      { code: 'UNKNOWN_ITEM', path: ['rows', 0, 'itemId'] },
      { code: 'RECUSED', path: ['rows', 1, 'personIds', 0] },
      { code: 'TWICE', path: ['rows', 1, 'personIds', 2] },
      { code: 'UNKNOWN_MEMBER', path: ['rows', 1, 'personIds', 3] },
      { code: 'TOO_MANY', path: ['rows', 1, 'personIds'] },
      { code: 'TWICE', path: ['rows', 2, 'itemId'] },
    ]);
  });

  it('changes the items it names and no other', () => {
    expect(diffOf([{ itemId: 'i1', personIds: ['b', 'd'] }], FACTS)).toEqual({ added: [row('i1', 'd')], removed: [row('i1', 'a')] });
    expect(diffOf([], FACTS)).toEqual({ added: [], removed: [] });
  });

  it('takes rows without effect away, but keeps them as a record once members score', () => {
    const wanted = [{ itemId: 'i2', personIds: ['c', 'd'] }];
    expect(diffOf(wanted, FACTS)).toEqual({ added: [row('i2', 'd')], removed: [row('i2', 'a')] });
    expect(diffOf(wanted, { ...FACTS, isFixed: true })).toEqual({ added: [row('i2', 'd')], removed: [] });
    expect(diffOf([{ itemId: 'i2', personIds: [] }], { ...FACTS, isFixed: true })).toEqual({ added: [], removed: [row('i2', 'c')] });
  });
});

describe('an undone change', () => {
  it('puts back what it took and takes what it put', () => {
    expect(undoOf({ added: [row('i1', 'b'), row('i3', 'e')], removed: [row('i1', 'c')] }, FACTS))
      .toEqual({ added: [row('i1', 'c')], removed: [row('i1', 'b'), row('i3', 'e')] });
  });

  it('does not bring back who is recused or gone since, nor items that left the agenda or nobody is to see', () => {
    expect(undoOf({ added: [row('gone', 'b'), row('i1', 'd')], removed: [row('i2', 'a'), row('gone', 'a'), row('i1', 'left'), row('i1', 'a')] },
      { ...FACTS, current: FACTS.current.filter(({ personId }) => personId !== 'a') })).toEqual({ added: [row('i1', 'a')], removed: [] });
  });
});
