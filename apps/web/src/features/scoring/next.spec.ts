import { describe, expect, it } from '@jest/globals';
import { nextItem } from './next.js';

const items = [
  { itemId: 'a', sheetState: 'SUBMITTED' as const },
  { itemId: 'b', sheetState: null },
  { itemId: 'c', sheetState: 'DRAFT' as const },
  { itemId: 'd', sheetState: 'SUBMITTED' as const },
];

describe('the item to score next', () => {
  it('is the first unfinished one when none is open', () => {
    expect(nextItem(items, null)?.itemId).toBe('b');
  });

  it('is the next unfinished one after the one that is open, and goes round at the end', () => {
    expect(nextItem(items, 'b')?.itemId).toBe('c');
    expect(nextItem(items, 'c')?.itemId).toBe('b');
    expect(nextItem(items, 'd')?.itemId).toBe('b');
  });

  it('leaves out sheets that are kept on this device to be sent', () => {
    expect(nextItem(items, 'b', ['c'])).toBe(null);
  });

  it('is none when everything is handed in', () => {
    expect(nextItem(items.filter(({ sheetState }) => sheetState === 'SUBMITTED'), 'a')).toBe(null);
  });
});
