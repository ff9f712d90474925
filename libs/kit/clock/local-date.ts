/** A calendar day in Vietnam, `YYYY-MM-DD`. Days compare correctly as strings. */
export type LocalDate = string;

/**
 * Vietnam is seven hours ahead of UTC all year, without summer time, since 13 June 1975.
 * A fixed offset therefore gives the same answer as the zone Asia/Ho_Chi_Minh for every instant the product meets.
 */
const OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the value is a real day written `YYYY-MM-DD`; `2026-02-30` is not. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string') return false;
  const match = SHAPE.exec(value);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day in Vietnam at an instant. */
export function localDate(instant: Date): LocalDate {
  return shifted(instant).slice(0, 10);
}

/** Day and time in Vietnam at an instant, to the second: `2026-11-30T23:59:59`. Carries no zone: it is always Vietnam's. */
export function localDateTime(instant: Date): string {
  return shifted(instant).slice(0, 19);
}

/** The first instant of a day in Vietnam, 00:00:00.000. */
export function startOfLocalDay(date: LocalDate): Date {
  return new Date(dayNumber(date) * DAY_MS - OFFSET_MS);
}

/**
 * The first instant that no longer belongs to the day. A deadline on `date` includes the whole day:
 * something is in time exactly when its instant is **before** this one.
 */
export function startOfNextLocalDay(date: LocalDate): Date {
  return new Date((dayNumber(date) + 1) * DAY_MS - OFFSET_MS);
}

/**
 * The last millisecond of a day in Vietnam, 23:59:59.999, for showing a deadline. The database counts microseconds:
 * to decide whether something is late compare with {@link startOfNextLocalDay}, or half a millisecond is lost.
 */
export function endOfLocalDay(date: LocalDate): Date {
  return new Date(startOfNextLocalDay(date).getTime() - 1);
}

/** Whether an instant comes after the whole of the deadline's day. */
export function isAfterDay(instant: Date, deadline: LocalDate): boolean {
  return instant.getTime() >= startOfNextLocalDay(deadline).getTime();
}

/** The day `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same-numbered day `months` later, or the last day of that month when it has none: 31/01 + 1 month = 28/02. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const monthIndex = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(monthIndex / 12);
  const targetMonth = monthIndex - targetYear * 12 + 1;
  return write(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** The same day `years` later; 29/02 becomes 28/02 in a common year. */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week: 0 Sunday … 6 Saturday. */
export function weekdayOf(date: LocalDate): number {
  const thursdayFirst = (dayNumber(date) + 4) % 7;
  return thursdayFirst < 0 ? thursdayFirst + 7 : thursdayFirst;
}

function shifted(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString();
}

function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  if (!isLocalDate(date)) throw new RangeError('Not a calendar day written YYYY-MM-DD.');
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1970-01-01. */
function dayNumber(date: LocalDate): number {
  partsOf(date);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function fromDayNumber(days: number): LocalDate {
  const date = new Date(days * DAY_MS).toISOString().slice(0, 10);
  if (!isLocalDate(date)) throw new RangeError('The day lies outside the years 0000 to 9999.');
  return date;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function write(year: number, month: number, day: number): LocalDate {
  if (year < 0 || year > 9999) throw new RangeError('The day lies outside the years 0000 to 9999.');
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
