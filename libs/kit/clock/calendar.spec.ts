import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays, addWorkingDays, isLocalDate, isWorkingDay, legalPeriodEnd, VIETNAM_CALENDAR, VIETNAM_DAYS_OFF,
  VIETNAM_MAKE_UP_DAYS, weekdayOf, WEEKENDS_ONLY, workingDayOnOrBefore, workingDaysBetween,
  type LegalPeriod,
} from './index.js';

const dayOf2026 = fc.integer({ min: 0, max: 364 }).map((offset) => addDays('2026-01-01', offset));

describe('working days in Vietnam', () => {
  it.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-08-22', true, 'a Saturday worked in exchange'],
    ['2026-08-31', false, 'the Monday given in exchange'],
    ['2026-02-17', false, 'the first day of Bính Ngọ'],
    ['2026-04-26', false, 'Hùng Kings’ day, a Sunday'],
    ['2026-04-27', false, 'its day in lieu'],
    ['2027-05-03', false, 'in lieu of Labour Day on a Saturday'],
  ])('%s is worked: %s (%s)', (date, worked) => {
    expect(isWorkingDay(date, VIETNAM_CALENDAR)).toBe(worked);
  });

  it('the table lists real weekdays once, in order, and make-up days on weekends', () => {
    const dates = VIETNAM_DAYS_OFF.map((day) => day.date);
    expect(dates).toEqual([...new Set(dates)].toSorted());
    expect(dates.filter((date) => !isLocalDate(date) || [0, 6].includes(weekdayOf(date)))).toEqual([]);
    expect(VIETNAM_MAKE_UP_DAYS.map(weekdayOf)).toEqual([6, 6, 6]);
  });

  it.each([
    ['2026-02-13', 1, '2026-02-23', 'over Tết'],
    ['2026-11-20', 5, '2026-11-27', 'over a weekend'],
    ['2026-08-21', 1, '2026-08-22', 'to a Saturday worked in exchange'],
    ['2026-11-21', 0, '2026-11-23', 'none, from a Saturday'],
    ['2026-11-20', 0, '2026-11-20', 'none, from a Friday'],
  ])('%s + %d working days = %s (%s)', (date, n, expected) => {
    expect(addWorkingDays(date, n, VIETNAM_CALENDAR)).toBe(expected);
  });

  it.each([
    ['2026-11-20', '2026-11-27', 5],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-27', '2026-11-20', -5],
    ['2026-02-13', '2026-02-23', 1],
    ['2026-11-20', '2026-11-20', 0],
  ])('between %s and %s lie %d', (from, to, expected) => {
    expect(workingDaysBetween(from, to, VIETNAM_CALENDAR)).toBe(expected);
  });

  it('adding and counting are each other’s inverse', () => {
    fc.assert(fc.property(dayOf2026, fc.integer({ min: 1, max: 60 }), (date, n) => {
      expect(workingDaysBetween(date, addWorkingDays(date, n, VIETNAM_CALENDAR), VIETNAM_CALENDAR)).toBe(n);
    }));
  });

  it('a target on a day of rest moves back to the last worked day', () => {
    expect(workingDayOnOrBefore('2026-02-20', VIETNAM_CALENDAR)).toBe('2026-02-13');
    expect(workingDayOnOrBefore('2026-02-23', VIETNAM_CALENDAR)).toBe('2026-02-23');
  });
});

describe('the end of a legal period', () => {
  it.each<[string, LegalPeriod, string, string]>([
    ['2026-10-20', { months: 1 }, '2026-11-20', 'same-numbered day'],
    ['2026-10-21', { months: 1 }, '2026-11-23', 'a Saturday rolls to Monday'],
    ['2026-01-31', { months: 1 }, '2026-03-02', 'last day of February is a Saturday'],
    ['2026-08-31', { months: 1 }, '2026-09-30', 'no 31st: last day of the month'],
    ['2026-01-17', { months: 1 }, '2026-02-23', 'ends in Tết'],
    ['2026-11-30', { months: 3 }, '2027-03-01', 'no 30th of February, and the 28th is a Sunday'],
    ['2025-11-20', { years: 1 }, '2026-11-20', 'one year'],
    ['2024-02-29', { years: 1 }, '2025-02-28', 'no 29th of February'],
    ['2026-11-20', { days: 5 }, '2026-11-25', 'the first day is not counted'],
    ['2026-07-22', { months: 1 }, '2026-08-22', 'a Saturday worked in exchange does not roll'],
    ['2026-11-21', { days: 0 }, '2026-11-23', 'no days, from a Saturday'],
  ])('that starts on %s with %j is %s (%s)', (start, period, expected) => {
    expect(legalPeriodEnd(start, period, VIETNAM_CALENDAR)).toBe(expected);
  });

  it('is always a working day, and never before the counted day', () => {
    fc.assert(fc.property(dayOf2026, fc.integer({ min: 0, max: 120 }), (start, days) => {
      const end = legalPeriodEnd(start, { days }, VIETNAM_CALENDAR);
      expect(isWorkingDay(end, VIETNAM_CALENDAR)).toBe(true);
      expect(end >= addDays(start, days)).toBe(true);
    }));
  });

  it('never comes earlier for a longer period', () => {
    fc.assert(fc.property(dayOf2026, fc.integer({ min: 0, max: 24 }), (start, months) => {
      expect(legalPeriodEnd(start, { months }, WEEKENDS_ONLY) <= legalPeriodEnd(start, { months: months + 1 }, WEEKENDS_ONLY)).toBe(true);
    }));
  });

  it.each([{ days: -1 }, { months: 1.5 }, { years: Number.NaN }])('refuses the length %j', (period) => {
    expect(() => legalPeriodEnd('2026-11-20', period, WEEKENDS_ONLY)).toThrow(RangeError);
  });
});
