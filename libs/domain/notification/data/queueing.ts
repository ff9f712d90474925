import { sql, type SqlStatement } from '@kit/database';
import { afterQuietHours, nextDigest } from '../domain/send-times.js';
import type { Notifier } from '../notifier.js';

/** Mail to more people than this waits until somebody approves it. */
export const MOST_UNAPPROVED = 20;

/** Whoever has an account to sign in with, and is still here; `p` is the person, `a` the account. */
export const REACHABLE = sql`a.status = 'ACTIVE' and (p.left_on is null or p.left_on > vn_today())`;

interface Mailed {
  readonly eventId: string;
  readonly kind: string;
  readonly isSecurity: boolean;
  readonly isPersonal: boolean;
  /** Goes out as a mail of its own, also to those who get a digest: it carries something for the calendar. */
  readonly isSeparate: boolean;
  /** By the database clock. */
  readonly now: Date;
  readonly channels: readonly Notifier[];
}

/**
 * What follows the CTE `noticed (person_id)` of people who were told: one `mailing`, and a `delivery` for each of them and
 * each channel that reaches them. Answers a row (mailing id, state) for each delivery.
 */
export function queueing({ eventId, kind, isSecurity, isPersonal, isSeparate, now, channels }: Mailed): SqlStatement {
  const reaching = channels.map((notifier) => sql`select ${notifier.channel}::text as channel where ${notifier.addressOf('p')} is not null`);
  return sql`
    , reached as (
      select p.id as person_id, reach.channel, coalesce(wish.mode, 'AT_ONCE') as mode, coalesce(wish.has_quiet_hours, true) as has_quiet_hours
      from noticed join person p on p.id = noticed.person_id join account a on a.person_id = p.id
      left join notification_preference wish on wish.person_id = p.id
      cross join lateral (${sql.join(reaching, ' union all ')}) reach
      where ${REACHABLE} and (${isSecurity} or wish.mode is distinct from 'NEVER')
    ), mailed as (
      insert into mailing (tenant_id, event_id, kind, event_type, payload, needs_approval)
      select o.tenant_id, o.id, ${kind}, o.type, o.payload,
        not ${isSecurity || isPersonal} and (select count(distinct person_id) from reached) > ${MOST_UNAPPROVED}
      from outbox o where o.id = ${eventId} and exists (select from reached)
      returning id, tenant_id, needs_approval
    )
    insert into delivery (tenant_id, mailing_id, person_id, channel, state, is_digest, due_at)
    select m.tenant_id, m.id, r.person_id, r.channel, case when m.needs_approval then 'HELD' else 'QUEUED' end,
      r.mode = 'DAILY' and not ${isSecurity || isSeparate}, ${dueAt('r', now, isSecurity)}
    from mailed m cross join reached r
    returning mailing_id as "mailingId", state`;
}

/** When something for the row under the alias (mode, has_quiet_hours) may go out; `is_security` is never kept back. */
export function dueAt(alias: string, now: Date, isSecurity: boolean): SqlStatement {
  const wish = sql.identifier(alias);
  if (isSecurity) return sql`${now}::timestamptz`;
  return sql`case when ${wish}.mode = 'DAILY' then ${nextDigest(now)}::timestamptz
    when ${wish}.has_quiet_hours then ${afterQuietHours(now)}::timestamptz else ${now}::timestamptz end`;
}
