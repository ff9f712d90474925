import { workingDayOnOrAfter, type Calendar } from './calendar.js';
import { addDays, addMonths, addYears, type LocalDate } from './local-date.js';

/** Length of a legal period; exactly one unit. */
export type LegalPeriod = { readonly days: number } | { readonly months: number } | { readonly years: number };

/**
 * The last day of a period that begins with an event on `start` (Civil Code 2015, Art. 147–148).
 *
 * The day of the event is not counted. A period in months or years ends on the same-numbered day of its last month,
 * or on the last day of that month when there is none. When the period ends on a day of rest, it ends on the next
 * working day. The last day belongs to the period as a whole, until midnight.
 */
export function legalPeriodEnd(start: LocalDate, period: LegalPeriod, calendar: Calendar): LocalDate {
  return workingDayOnOrAfter(nominalEnd(start, period), calendar);
}

function nominalEnd(start: LocalDate, period: LegalPeriod): LocalDate {
  if ('days' in period) return addDays(start, whole(period.days));
  if ('months' in period) return addMonths(start, whole(period.months));
  return addYears(start, whole(period.years));
}

function whole(length: number): number {
  if (!Number.isInteger(length) || length < 0) throw new RangeError('The length of a legal period is an integer from 0.');
  return length;
}
