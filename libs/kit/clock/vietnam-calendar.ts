import { calendarOf, type Calendar } from './calendar.js';
import { type LocalDate } from './local-date.js';

/** A weekday on which offices rest. */
export interface DayOff {
  readonly date: LocalDate;
  readonly name: string;
  readonly nameEn: string;
  /** True where the yearly notice fixes the day and was not known when this table was written. */
  readonly expected?: true;
}

const NEW_YEAR = { name: 'Tết Dương lịch', nameEn: 'New Year' };
const TET = { name: 'Tết Nguyên đán', nameEn: 'Lunar New Year' };
const HUNG_KINGS = { name: 'Giỗ Tổ Hùng Vương', nameEn: 'Hùng Kings’ Commemoration' };
const REUNIFICATION = { name: 'Ngày Chiến thắng', nameEn: 'Reunification Day' };
const LABOUR = { name: 'Ngày Quốc tế Lao động', nameEn: 'Labour Day' };
const NATIONAL = { name: 'Quốc khánh', nameEn: 'National Day' };
const IN_LIEU = { name: 'Nghỉ bù', nameEn: 'Day in lieu' };
const SWAPPED = { name: 'Nghỉ hoán đổi', nameEn: 'Day off in exchange' };

/**
 * Weekdays off for public offices, 2025 to 2027. Solar holidays follow the Labour Code 2019, Art. 112. The days around
 * Tết, the day next to 2 September and exchanged days are set by a notice each year: this is data to be replaced by
 * that notice, and 2027 stands as the law and custom let expect. A holiday that falls on a weekend appears as its day
 * in lieu.
 */
export const VIETNAM_DAYS_OFF: readonly DayOff[] = [
  { date: '2025-01-01', ...NEW_YEAR },
  { date: '2025-01-27', ...TET },
  { date: '2025-01-28', ...TET },
  { date: '2025-01-29', ...TET },
  { date: '2025-01-30', ...TET },
  { date: '2025-01-31', ...TET },
  { date: '2025-04-07', ...HUNG_KINGS },
  { date: '2025-04-30', ...REUNIFICATION },
  { date: '2025-05-01', ...LABOUR },
  { date: '2025-05-02', ...SWAPPED },
  { date: '2025-09-01', ...NATIONAL },
  { date: '2025-09-02', ...NATIONAL },

  { date: '2026-01-01', ...NEW_YEAR },
  { date: '2026-01-02', ...SWAPPED },
  { date: '2026-02-16', ...TET },
  { date: '2026-02-17', ...TET },
  { date: '2026-02-18', ...TET },
  { date: '2026-02-19', ...TET },
  { date: '2026-02-20', ...TET },
  { date: '2026-04-27', ...IN_LIEU },
  { date: '2026-04-30', ...REUNIFICATION },
  { date: '2026-05-01', ...LABOUR },
  { date: '2026-08-31', ...SWAPPED },
  { date: '2026-09-01', ...NATIONAL },
  { date: '2026-09-02', ...NATIONAL },

  { date: '2027-01-01', ...NEW_YEAR },
  { date: '2027-02-05', ...TET, expected: true },
  { date: '2027-02-08', ...TET, expected: true },
  { date: '2027-02-09', ...TET, expected: true },
  { date: '2027-02-10', ...IN_LIEU, expected: true },
  { date: '2027-02-11', ...IN_LIEU, expected: true },
  { date: '2027-04-16', ...HUNG_KINGS },
  { date: '2027-04-30', ...REUNIFICATION },
  { date: '2027-05-03', ...IN_LIEU },
  { date: '2027-09-02', ...NATIONAL },
  { date: '2027-09-03', ...NATIONAL, expected: true },
];

/** Saturdays worked in exchange for a day off. */
export const VIETNAM_MAKE_UP_DAYS: readonly LocalDate[] = ['2025-04-26', '2026-01-10', '2026-08-22'];

/** The calendar of public offices in Vietnam; outside 2025–2027 it knows weekends only. */
export const VIETNAM_CALENDAR: Calendar = calendarOf({
  daysOff: VIETNAM_DAYS_OFF.map((day) => day.date),
  makeUpDays: VIETNAM_MAKE_UP_DAYS,
});
