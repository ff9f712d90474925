export {
  addDays, addMonths, addYears, daysBetween, endOfLocalDay, isAfterDay, isLocalDate, localDate, localDateTime,
  startOfLocalDay, startOfNextLocalDay, weekdayOf, type LocalDate,
} from './local-date.js';
export {
  addWorkingDays, calendarOf, isWorkingDay, WEEKENDS_ONLY, workingDayOnOrAfter, workingDayOnOrBefore, workingDaysBetween,
  type Calendar,
} from './calendar.js';
export { legalPeriodEnd, type LegalPeriod } from './legal-period.js';
export { VIETNAM_CALENDAR, VIETNAM_DAYS_OFF, VIETNAM_MAKE_UP_DAYS, type DayOff } from './vietnam-calendar.js';
