import type { QueueRow } from './queries.js';

/** The deadline that runs now: of the supplement, of the formal check, or of the consideration. */
export function dueOf(row: Pick<QueueRow, 'state' | 'formalCheckDueOn' | 'supplementDueOn' | 'resultDueOn'>): string | null {
  if (row.state === 'SUPPLEMENT_REQUIRED') return row.supplementDueOn ?? null;
  if (row.state === 'SUBMITTED') return row.formalCheckDueOn ?? null;
  if (row.state === 'ACCEPTED' || row.state === 'WAITING_APPLICATION' || row.state === 'UNDER_EVALUATION') return row.resultDueOn ?? null;
  return null;
}
