import { legalPeriodEnd, VIETNAM_CALENDAR, type Calendar, type LocalDate } from '@kit/clock';

/** Lengths of the procedure, as a regulation states them. */
export interface ProcedureLengths {
  readonly formalCheckMonths: number;
  readonly supplementMonths: number;
  readonly considerationMonths: number;
  readonly filingYears: number;
}

/** The last day of the formal check: one month from receipt (Decree 13/2012, Art. 6). */
export function formalCheckDueOn(
  receivedOn: LocalDate, lengths: Pick<ProcedureLengths, 'formalCheckMonths'>, calendar: Calendar = VIETNAM_CALENDAR,
): LocalDate {
  return legalPeriodEnd(receivedOn, { months: lengths.formalCheckMonths }, calendar);
}

/** The last day on which the author may answer a request for a supplement: one month from the notice (Art. 6). */
export function supplementDueOn(
  notifiedOn: LocalDate, lengths: Pick<ProcedureLengths, 'supplementMonths'>, calendar: Calendar = VIETNAM_CALENDAR,
): LocalDate {
  return legalPeriodEnd(notifiedOn, { months: lengths.supplementMonths }, calendar);
}

/**
 * The last day on which the result is due: three months from acceptance, or from the end of the first application when
 * that comes later (Art. 7.1).
 */
export function resultDueOn(
  facts: { readonly acceptedOn: LocalDate; readonly firstApplicationEndedOn?: LocalDate | null },
  lengths: Pick<ProcedureLengths, 'considerationMonths'>, calendar: Calendar = VIETNAM_CALENDAR,
): LocalDate {
  const ended = facts.firstApplicationEndedOn ?? facts.acceptedOn;
  const start = ended > facts.acceptedOn ? ended : facts.acceptedOn;
  return legalPeriodEnd(start, { months: lengths.considerationMonths }, calendar);
}

/** The last day on which a solution first applied on a day may be filed: within one year (INV-06). */
export function filingLastDay(
  firstAppliedOn: LocalDate, lengths: Pick<ProcedureLengths, 'filingYears'>, calendar: Calendar = VIETNAM_CALENDAR,
): LocalDate {
  return legalPeriodEnd(firstAppliedOn, { years: lengths.filingYears }, calendar);
}

/** `NOT_APPLIED`: nothing was applied before filing, so no limit runs. `LATE_WARN` is let through with a recorded reason. */
export type FilingVerdict = 'IN_TIME' | 'NOT_APPLIED' | 'LATE_WARN' | 'LATE_REJECT' | 'FIRST_APPLICATION_IN_FUTURE';

export interface FilingCheck {
  readonly verdict: FilingVerdict;
  /** Whether the request may be filed. */
  readonly accepted: boolean;
  readonly lastDay: LocalDate | null;
}

/** Whether a request submitted on a day is in time after the first application, and what the regulation makes of it. */
export function filedInTime(
  firstAppliedOn: LocalDate | null, submittedOn: LocalDate,
  rules: { readonly filing: { readonly oneYearRule: 'REJECT' | 'WARN' }; readonly deadlines: Pick<ProcedureLengths, 'filingYears'> },
  calendar: Calendar = VIETNAM_CALENDAR,
): FilingCheck {
  if (firstAppliedOn === null) return { verdict: 'NOT_APPLIED', accepted: true, lastDay: null };
  const lastDay = filingLastDay(firstAppliedOn, rules.deadlines, calendar);
  if (firstAppliedOn > submittedOn) return { verdict: 'FIRST_APPLICATION_IN_FUTURE', accepted: false, lastDay };
  if (submittedOn <= lastDay) return { verdict: 'IN_TIME', accepted: true, lastDay };
  return rules.filing.oneYearRule === 'WARN'
    ? { verdict: 'LATE_WARN', accepted: true, lastDay }
    : { verdict: 'LATE_REJECT', accepted: false, lastDay };
}
