import { addDays, weekdayOf, type LocalDate } from './local-date.js';

/** Which days an office works: Monday to Friday, except days off, plus Saturdays or Sundays worked in exchange. */
export interface Calendar {
  readonly daysOff: ReadonlySet<LocalDate>;
  readonly makeUpDays: ReadonlySet<LocalDate>;
}

/** A calendar from lists, for example of the yearly notice on public holidays. */
export function calendarOf(days: { daysOff: Iterable<LocalDate>; makeUpDays?: Iterable<LocalDate> }): Calendar {
  return { daysOff: new Set(days.daysOff), makeUpDays: new Set(days.makeUpDays ?? []) };
}

/** Only weekends are free. */
export const WEEKENDS_ONLY: Calendar = calendarOf({ daysOff: [] });

/** Whether offices work on the day. A make-up day works even though it is a weekend. */
export function isWorkingDay(date: LocalDate, calendar: Calendar): boolean {
  if (calendar.makeUpDays.has(date)) return true;
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !calendar.daysOff.has(date);
}

/** The day itself when it is worked, otherwise the next worked day. */
export function workingDayOnOrAfter(date: LocalDate, calendar: Calendar): LocalDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/** The day itself when it is worked, otherwise the last worked day before it: where the *target* of a report moves. */
export function workingDayOnOrBefore(date: LocalDate, calendar: Calendar): LocalDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day;
}

/** The n-th working day after `date`, which itself is not counted; n = 0 gives the first worked day on or after it. */
export function addWorkingDays(date: LocalDate, n: number, calendar: Calendar): LocalDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError('The number of working days is an integer from 0.');
  if (n === 0) return workingDayOnOrAfter(date, calendar);
  let day = date;
  for (let counted = 0; counted < n;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) counted += 1;
  }
  return day;
}

/** How many working days lie after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: Calendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}
