/** As the closed list of the model. */
type SessionKind = 'WEB' | 'API';

/** How long a session lasts, in hours. */
export interface SessionLifetime {
  /** From the last use. */
  readonly idleHours: number;
  /** From signing in, however much it is used. */
  readonly totalHours: number;
}

const DAY = 24;

/**
 * A browser left open in a shared office is closed by the next morning; somebody who works every day signs in
 * every second week. A program signs in by itself and may pause for a holiday.
 */
export const SESSION_LIFETIMES: Readonly<Record<SessionKind, SessionLifetime>> = {
  WEB: { idleHours: 12, totalHours: 14 * DAY },
  API: { idleHours: 14 * DAY, totalHours: 90 * DAY },
};

/** When a session that starts at `start` ends at the latest. */
export function sessionEnd(kind: SessionKind, start: Date): Date {
  return new Date(start.getTime() + SESSION_LIFETIMES[kind].totalHours * 3_600_000);
}
