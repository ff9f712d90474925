import { describe, expect, it } from '@jest/globals';
import { mayStillEdit } from './discussion.js';

describe('the text of a post', () => {
  const posted = new Date('2026-11-20T02:00:00.000Z');

  it.each([
    ['2026-11-20T02:00:00.000Z', true],
    ['2026-11-20T02:14:59.999Z', true],
    ['2026-11-20T02:15:00.000Z', false],
    ['2026-11-20T02:15:00.001Z', false],
  ])('at %s may change: %s', (now, expected) => {
    expect(mayStillEdit(posted, new Date(now))).toBe(expected);
  });
});
