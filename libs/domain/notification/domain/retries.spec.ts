import { describe, expect, it } from '@jest/globals';
import { nextAttempt } from './retries.js';

describe('a mail that was refused for now', () => {
  it('is tried again with growing pauses for a day, and then given up', () => {
    const first = new Date('2026-11-20T00:00:00Z');
    const minutes: number[] = [];
    let now = first;
    for (let attempts = 1; ; attempts += 1) {
      const next = nextAttempt(attempts, first, now);
      if (next === null) break;
      minutes.push((next.getTime() - now.getTime()) / 60_000);
      now = next;
    }
    expect(minutes).toEqual([1, 5, 15, 30, 60, 120, 240, 240, 240, 240, 240]);
    expect(now.getTime() - first.getTime()).toBeLessThanOrEqual(24 * 3_600_000);
  });
});
