import type { SessionState } from '../../gql/schema.js';

/** The life of a session as people tell it; states of the meeting and of the minutes are one step each. */
export const STEPS = ['DRAFT', 'CONVENED', 'SCORING', 'MEETING', 'MINUTES', 'LOCKED'] as const;
export type SessionStep = (typeof STEPS)[number];

const STEP_OF: Record<SessionState, SessionStep | null> = {
  DRAFT: 'DRAFT', CONVENED: 'CONVENED', SCORING: 'SCORING', SCORED: 'MEETING', BALLOTING: 'MEETING', COUNTED: 'MINUTES', MINUTES_DRAFT: 'MINUTES',
  LOCKED: 'LOCKED', CANCELLED: null,
};

/** The step a session has come to; null when it was cancelled. */
export function stepOf(state: SessionState): SessionStep | null {
  return STEP_OF[state];
}

/** Whether sheets are fixed, so that there are results to look at. */
export function hasResults(state: SessionState): boolean {
  return ['MEETING', 'MINUTES', 'LOCKED'].includes(stepOf(state) ?? '');
}

/** Whether the session has a meeting room: from the invitation on. */
export function hasRoom(state: SessionState): boolean {
  return state !== 'DRAFT' && state !== 'CANCELLED';
}

/** Whether results stand: what is left are minutes and the lock. */
export function isCounted(state: SessionState): boolean {
  return ['MINUTES', 'LOCKED'].includes(stepOf(state) ?? '');
}
