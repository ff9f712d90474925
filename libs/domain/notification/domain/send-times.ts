import { addDays, localDate, localDateTime, startOfLocalDay } from '@kit/clock';

/**
 * When somebody wants mail about what the product tells them.
 *
 * - `AT_ONCE`: each notice for itself, outside the quiet hours;
 * - `DAILY`: all notices of a day in one mail at 07:30;
 * - `NEVER`: none, except about the security of the own account.
 */
export const MAIL_MODES = ['AT_ONCE', 'DAILY', 'NEVER'] as const;
export type MailMode = (typeof MAIL_MODES)[number];

/** The quiet hours begin at 21:00 in Vietnam … */
const QUIET_FROM = '21:00:00';
/** … and end at 06:30. */
const QUIET_UNTIL = '06:30:00';
const DIGEST_AT = '07:30:00';

/** The instant itself, or the end of the quiet hours that it lies in. */
export function afterQuietHours(now: Date): Date {
  const time = localDateTime(now).slice(11);
  if (time >= QUIET_FROM) return at(addDays(localDate(now), 1), QUIET_UNTIL);
  if (time < QUIET_UNTIL) return at(localDate(now), QUIET_UNTIL);
  return now;
}

/** The next 07:30 in Vietnam after an instant. */
export function nextDigest(now: Date): Date {
  const today = at(localDate(now), DIGEST_AT);
  return now < today ? today : at(addDays(localDate(now), 1), DIGEST_AT);
}

function at(day: string, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfLocalDay(day).getTime() + (hours * 60 + minutes) * 60_000);
}
