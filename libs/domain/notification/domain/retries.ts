const MINUTE_MS = 60_000;
const PAUSES_MINUTES = [1, 5, 15, 30, 60, 120, 240];
/** After a day a mail server that is merely busy has long taken the mail, and the mail is old. */
const GIVE_UP_AFTER_MS = 24 * 60 * MINUTE_MS;

/**
 * When to try again after a temporary refusal: after 1, 5, 15, 30, 60, 120 and then every 240 minutes, until a day after
 * the first attempt; `null`: no more.
 * @param attempts how many were made, at least 1
 */
export function nextAttempt(attempts: number, firstTriedAt: Date, now: Date): Date | null {
  const pause = PAUSES_MINUTES[Math.min(attempts, PAUSES_MINUTES.length) - 1] ?? 1;
  const next = new Date(now.getTime() + pause * MINUTE_MS);
  return next.getTime() - firstTriedAt.getTime() > GIVE_UP_AFTER_MS ? null : next;
}
