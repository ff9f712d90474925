import { addDays, addWorkingDays, type Calendar, type LocalDate, VIETNAM_CALENDAR, workingDayOnOrAfter, workingDayOnOrBefore } from '@kit/clock';

/** The deadlines that run in the product. */
export const CLOCK_KINDS = ['FORMAL_CHECK', 'SUPPLEMENT', 'RESULT', 'FILING', 'SCORING'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** Whom a reminder reaches, as the office sees them. */
export const REMINDED = [
  'INTAKE', 'INTAKE_HEAD', 'AUTHORITY_HEAD', 'AUTHORS', 'LEAD_AUTHOR', 'SECRETARY', 'CHAIR', 'SCORERS', 'SESSION_SECRETARY',
] as const;
export type Reminded = (typeof REMINDED)[number];

interface ClockRule {
  /** Periods that the rules count in working days are also reminded of in working days. */
  readonly unit: 'DAYS' | 'WORKING_DAYS';
  /** Whom to remind so many days before the last day. Negative: working days after it, while the clock still runs. */
  readonly steps: readonly (readonly [daysBefore: number, told: readonly Reminded[]])[];
}

/**
 * Domain 3.8. Whoever has to act is told at every step. Those to whom it escalates hear of it on the last day, while it
 * can still be kept, or on the first working day after it.
 */
const RULES: Readonly<Record<ClockKind, ClockRule>> = {
  FORMAL_CHECK: {
    unit: 'DAYS',
    steps: [[10, ['INTAKE']], [5, ['INTAKE']], [2, ['INTAKE']], [0, ['INTAKE', 'INTAKE_HEAD']], [-1, ['INTAKE', 'INTAKE_HEAD', 'AUTHORITY_HEAD']]],
  },
  SUPPLEMENT: { unit: 'DAYS', steps: [[10, ['AUTHORS']], [3, ['AUTHORS']], [1, ['AUTHORS']]] },
  RESULT: {
    unit: 'DAYS',
    steps: [[30, ['SECRETARY']], [14, ['SECRETARY']], [7, ['SECRETARY']], [3, ['SECRETARY', 'CHAIR']], [-1, ['SECRETARY', 'CHAIR', 'AUTHORITY_HEAD']]],
  },
  FILING: { unit: 'DAYS', steps: [[60, ['LEAD_AUTHOR']], [30, ['LEAD_AUTHOR']], [7, ['LEAD_AUTHOR']]] },
  SCORING: {
    unit: 'WORKING_DAYS',
    steps: [[3, ['SCORERS']], [1, ['SCORERS']], [0, ['SCORERS', 'SESSION_SECRETARY']], [-1, ['SESSION_SECRETARY']]],
  },
};

/** For so many days a reminder that was missed, because nothing ran, is still made up for after the last day. */
const LATE_DAYS = 10;
const FURTHEST_DAYS = 75;

export interface Clock {
  readonly kind: ClockKind;
  /** The day of the event that started it, which is not counted. */
  readonly startedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** The day it was stopped; `null` while it runs. */
  readonly stoppedOn: LocalDate | null;
}

/**
 * The working day on which a reminder goes out. A day counted back to a weekend or holiday moves to the working day
 * before, so that nobody is reminded when the office is closed.
 */
export function reminderDay(kind: ClockKind, daysBefore: number, dueOn: LocalDate, calendar: Calendar = VIETNAM_CALENDAR): LocalDate {
  if (daysBefore < 0) return addWorkingDays(dueOn, -daysBefore, calendar);
  if (RULES[kind].unit === 'DAYS') return workingDayOnOrBefore(addDays(dueOn, -daysBefore), calendar);
  let day = workingDayOnOrBefore(dueOn, calendar);
  for (let left = daysBefore; left > 0; left -= 1) day = workingDayOnOrBefore(addDays(day, -1), calendar);
  return day;
}

/**
 * The reminder that is due for a clock on a day: the last one whose day has come, also when it was missed; `null` when
 * none has, when the clock is stopped, or when the clock started later than the reminder's day.
 */
export function reminderDue(clock: Clock, today: LocalDate, calendar: Calendar = VIETNAM_CALENDAR): number | null {
  if (clock.stoppedOn !== null) return null;
  const step = latestStep(clock.kind, clock.dueOn, today, calendar);
  return step !== null && step.remindOn > clock.startedOn ? step.daysBefore : null;
}

/** A clock of this kind that ends on this day is due this reminder, if it started before `remindOn`. */
export interface DueReminder {
  readonly kind: ClockKind;
  /** The last day by counting alone. */
  readonly endsOn: LocalDate;
  /** The last day by law: the next working day, where the product does not store it moved already. */
  readonly dueOn: LocalDate;
  readonly daysBefore: number;
  readonly remindOn: LocalDate;
}

/** Every last day for which some reminder is due today, so that the database can look for clocks that end there. */
export function remindersDue(today: LocalDate, calendar: Calendar = VIETNAM_CALENDAR): DueReminder[] {
  const days = Array.from({ length: LATE_DAYS + FURTHEST_DAYS + 1 }, (_, index) => addDays(today, index - LATE_DAYS));
  return CLOCK_KINDS.flatMap((kind) => days.flatMap((endsOn): DueReminder[] => {
    const dueOn = kind === 'FILING' ? workingDayOnOrAfter(endsOn, calendar) : endsOn;
    const step = latestStep(kind, dueOn, today, calendar);
    return step === null ? [] : [{ kind, endsOn, dueOn, ...step }];
  }));
}

/** The steps of all clocks at which somebody is told. */
export function stepsOf(reminded: Reminded): { readonly kind: ClockKind; readonly daysBefore: number }[] {
  return CLOCK_KINDS.flatMap((kind) => RULES[kind].steps.flatMap(([daysBefore, told]) => (told.includes(reminded) ? [{ kind, daysBefore }] : [])));
}

function latestStep(kind: ClockKind, dueOn: LocalDate, today: LocalDate, calendar: Calendar): { daysBefore: number; remindOn: LocalDate } | null {
  const steps = RULES[kind].steps.map(([daysBefore]) => ({ daysBefore, remindOn: reminderDay(kind, daysBefore, dueOn, calendar) }));
  const come = steps.filter(({ remindOn }) => remindOn <= today).at(-1);
  if (come === undefined || dueOn < addDays(today, -LATE_DAYS)) return null;
  // What is said before the last day is no longer true after it.
  return come.daysBefore >= 0 && today > dueOn ? null : come;
}
