import { describe, expect, it } from '@jest/globals';
import { afterQuietHours, nextDigest } from './send-times.js';

const vietnam = (text: string): Date => new Date(`${text}+07:00`);

describe('mail that can wait', () => {
  it.each([
    ['2026-11-20T06:29:59.999', '2026-11-20T06:30:00'],
    ['2026-11-20T06:30:00', '2026-11-20T06:30:00'],
    ['2026-11-20T20:59:59.999', '2026-11-20T20:59:59.999'],
    ['2026-11-20T21:00:00', '2026-11-21T06:30:00'],
    ['2026-12-31T23:59:59', '2027-01-01T06:30:00'],
    ['2026-11-20T00:00:00', '2026-11-20T06:30:00'],
  ])('of %s goes out at %s', (now, sent) => {
    expect(afterQuietHours(vietnam(now))).toEqual(vietnam(sent));
  });
});

describe('the digest', () => {
  it.each([
    ['2026-11-20T07:29:59.999', '2026-11-20T07:30:00'],
    ['2026-11-20T07:30:00', '2026-11-21T07:30:00'],
    ['2026-11-20T23:10:00', '2026-11-21T07:30:00'],
    ['2026-02-28T08:00:00', '2026-03-01T07:30:00'],
  ])('of what happens at %s comes at %s', (now, sent) => {
    expect(nextDigest(vietnam(now))).toEqual(vietnam(sent));
  });
});
