import { addDays, type LocalDate } from '@kit/clock';

export const WorkUrgency = { OVERDUE: 'OVERDUE', TODAY: 'TODAY', THIS_WEEK: 'THIS_WEEK', LATER: 'LATER', WAITING: 'WAITING' } as const;
export type WorkUrgency = keyof typeof WorkUrgency;

export interface WorkFacts {
  readonly dueOn: LocalDate | null;
  readonly isWaiting: boolean;
}

/** How pressing a thing is on a day. The last day of a deadline still counts as in time. */
export function urgencyOf({ dueOn, isWaiting }: WorkFacts, today: LocalDate): WorkUrgency {
  if (isWaiting) return 'WAITING';
  if (dueOn === null) return 'LATER';
  if (dueOn < today) return 'OVERDUE';
  if (dueOn === today) return 'TODAY';
  return dueOn <= addDays(today, 7) ? 'THIS_WEEK' : 'LATER';
}
