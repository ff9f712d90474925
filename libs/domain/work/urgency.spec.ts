import { describe, expect, it } from '@jest/globals';
import { urgencyOf } from './urgency.js';

describe('urgency', () => {
  it.each([
    ['2026-11-19', 'OVERDUE'], ['2026-11-20', 'TODAY'], ['2026-11-21', 'THIS_WEEK'], ['2026-11-27', 'THIS_WEEK'],
    ['2026-11-28', 'LATER'], [null, 'LATER'],
  ])('of something due on %s, seen on 20 November, is %s', (dueOn, urgency) => {
    expect(urgencyOf({ dueOn, isWaiting: false }, '2026-11-20')).toBe(urgency);
  });

  it('is not ours while we wait for somebody else, however late', () => {
    expect(urgencyOf({ dueOn: '2026-01-01', isWaiting: true }, '2026-11-20')).toBe('WAITING');
  });
});
