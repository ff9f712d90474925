import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays, addMonths, addYears, daysBetween, endOfLocalDay, isAfterDay, isLocalDate, localDate, localDateTime,
  startOfLocalDay, startOfNextLocalDay, weekdayOf,
} from './index.js';

const anyDay = fc.date({ min: new Date('1980-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

describe('a calendar day', () => {
  it.each(['2026-11-20', '2024-02-29', '2000-02-29', '0001-01-01'])('%s exists', (value) => {
    expect(isLocalDate(value)).toBe(true);
  });
  it.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '20/11/2026', '', null, 20261120])(
    '%s does not exist', (value) => {
      expect(isLocalDate(value)).toBe(false);
    });
  it('that does not exist is refused by every calculation', () => {
    for (const act of [() => addDays('2026-02-30', 1), () => addMonths('x', 1), () => startOfLocalDay('2026-02-30')]) {
      expect(act).toThrow(RangeError);
    }
  });
});

describe('local day and time', () => {
  it.each([
    ['2026-11-30T16:59:59.999Z', '2026-11-30', '2026-11-30T23:59:59'],
    ['2026-11-30T17:00:00.000Z', '2026-12-01', '2026-12-01T00:00:00'],
    ['2025-12-31T17:00:00.000Z', '2026-01-01', '2026-01-01T00:00:00'],
  ])('of %s is %s', (instant, date, time) => {
    expect(localDate(new Date(instant))).toBe(date);
    expect(localDateTime(new Date(instant))).toBe(time);
  });

  it('is what the time zone database says for Asia/Ho_Chi_Minh', () => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });
    fc.assert(fc.property(fc.date({ min: new Date('1980-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (instant) => {
      expect(localDate(instant)).toBe(format.format(instant));
    }));
  });
});

describe('a deadline on 30/11/2026', () => {
  it.each([
    ['2026-11-30T16:59:59.999Z', false],
    ['2026-11-30T17:00:00.000Z', true],
    ['2026-11-29T17:00:00.000Z', false],
  ])('has passed at %s: %s', (instant, passed) => {
    expect(isAfterDay(new Date(instant), '2026-11-30')).toBe(passed);
  });

  it('runs from midnight to the last millisecond in Vietnam', () => {
    expect(startOfLocalDay('2026-11-30').toISOString()).toBe('2026-11-29T17:00:00.000Z');
    expect(endOfLocalDay('2026-11-30').toISOString()).toBe('2026-11-30T16:59:59.999Z');
    expect(startOfNextLocalDay('2026-11-30').toISOString()).toBe('2026-11-30T17:00:00.000Z');
  });
});

describe('adding to a day', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s + %d months = %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it.each([['2024-02-29', 1, '2025-02-28'], ['2024-02-29', 4, '2028-02-29'], ['2026-11-20', -1, '2025-11-20']])(
    '%s + %d years = %s', (date, years, expected) => {
      expect(addYears(date, years)).toBe(expected);
    });

  it.each([['2026-12-31', 1, '2027-01-01'], ['2024-02-28', 1, '2024-02-29'], ['2026-01-01', -1, '2025-12-31']])(
    '%s + %d days = %s', (date, days, expected) => {
      expect(addDays(date, days)).toBe(expected);
    });

  it('and counting the days between are each other’s inverse', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    }));
  });

  it('months keeps the number of the day, or takes the last day of the month', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (date, months) => {
      const result = addMonths(date, months);
      const isLastOfMonth = addDays(result, 1).endsWith('-01');
      expect(result.slice(8) === date.slice(8) || (isLastOfMonth && result.slice(8) < date.slice(8))).toBe(true);
    }));
  });
});

it.each([['2026-11-20', 5], ['2026-11-22', 0], ['2026-11-21', 6], ['1969-12-31', 3]])('%s is day %d of the week', (date, weekday) => {
  expect(weekdayOf(date)).toBe(weekday);
});
