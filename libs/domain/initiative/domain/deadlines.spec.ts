import { describe, expect, it } from '@jest/globals';
import { filedInTime, filingLastDay, formalCheckDueOn, resultDueOn, supplementDueOn } from './deadlines.js';

const LENGTHS = { formalCheckMonths: 1, supplementMonths: 1, considerationMonths: 3, filingYears: 1 };
const REJECT = { filing: { oneYearRule: 'REJECT' as const }, deadlines: LENGTHS };
const WARN = { ...REJECT, filing: { oneYearRule: 'WARN' as const } };

it.each([
  ['2026-11-20', '2026-12-21', 'the 20th is a Sunday'],
  ['2026-01-31', '2026-03-02', 'the last day of February is a Saturday'],
  ['2026-01-16', '2026-02-23', 'the 16th lies in Tết'],
  ['2026-10-20', '2026-11-20', 'an ordinary Friday'],
])('a request received on %s is checked by %s (%s)', (receivedOn, expected) => {
  expect(formalCheckDueOn(receivedOn, LENGTHS)).toBe(expected);
});

it('a supplement asked for on 30/03/2026 is due on the next working day after 30/04 and 01/05', () => {
  expect(supplementDueOn('2026-03-30', LENGTHS)).toBe('2026-05-04');
});

it.each<[string, string | null, string, string]>([
  ['2026-11-20', null, '2027-02-22', 'no application is running; the 20th of February is a Saturday'],
  ['2026-11-20', '2026-10-01', '2027-02-22', 'application ended before acceptance'],
  ['2026-11-20', '2026-12-15', '2027-03-15', 'application ended after acceptance'],
  ['2026-11-30', null, '2027-03-01', 'February has no 30th and its last day is a Sunday'],
])('accepted on %s with the first application ended on %s: result by %s (%s)', (acceptedOn, firstApplicationEndedOn, expected) => {
  expect(resultDueOn({ acceptedOn, firstApplicationEndedOn }, LENGTHS)).toBe(expected);
});

describe('filing within one year of first application', () => {
  it.each([
    ['2025-11-20', '2026-11-20', 'IN_TIME', '2026-11-20'],
    ['2025-11-20', '2026-11-21', 'LATE_REJECT', '2026-11-20'],
    ['2025-11-21', '2026-11-23', 'IN_TIME', '2026-11-23'],
    ['2025-11-21', '2026-11-24', 'LATE_REJECT', '2026-11-23'],
    ['2024-02-29', '2025-02-28', 'IN_TIME', '2025-02-28'],
    ['2024-02-29', '2025-03-01', 'LATE_REJECT', '2025-02-28'],
    ['2026-11-20', '2026-11-20', 'IN_TIME', '2027-11-22'],
    ['2026-11-21', '2026-11-20', 'FIRST_APPLICATION_IN_FUTURE', '2027-11-22'],
  ])('applied on %s, filed on %s: %s, last day %s', (firstAppliedOn, submittedOn, verdict, lastDay) => {
    expect(filedInTime(firstAppliedOn, submittedOn, REJECT)).toEqual({ verdict, accepted: verdict === 'IN_TIME', lastDay });
  });

  it('late, is let through with a warning where the regulation says so', () => {
    expect(filedInTime('2025-11-20', '2026-11-21', WARN)).toEqual({ verdict: 'LATE_WARN', accepted: true, lastDay: '2026-11-20' });
    expect(filedInTime('2026-11-21', '2026-11-20', WARN).accepted).toBe(false);
  });

  it('has no limit before anything was applied', () => {
    expect(filedInTime(null, '2026-11-20', REJECT)).toEqual({ verdict: 'NOT_APPLIED', accepted: true, lastDay: null });
  });

  it('has a last day that can be shown in the draft', () => {
    expect(filingLastDay('2026-03-02', LENGTHS)).toBe('2027-03-02');
  });
});
