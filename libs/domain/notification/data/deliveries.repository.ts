import { Injectable } from '@nestjs/common';
import { Database, sql, type SqlStatement } from '@kit/database';
import type { EventPayload } from '@kit/events';
import type { MailLocale } from '../domain/wording.js';
import type { Channel, Notifier } from '../notifier.js';
import { REACHABLE } from './queueing.js';

/** A delivery that this worker has taken, with the notice it is about. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly messageId: string;
  readonly tenantId: string;
  readonly personId: string;
  readonly channel: Channel;
  readonly isDigest: boolean;
  readonly attempts: number;
  readonly firstTriedAt: Date;
  readonly mailingId: string;
  readonly kind: string;
  readonly eventType: string;
  readonly payload: EventPayload;
  /** The database clock at the claim. */
  readonly now: Date;
}

/** Whom a message goes to, as things stand when it goes out. */
export interface Recipient {
  readonly personId: string;
  readonly fullName: string;
  /** `null`: cannot be reached on this channel any more. */
  readonly address: string | null;
  readonly locale: MailLocale;
  readonly tenantName: string;
}

/** What becomes of deliveries after an attempt. */
export type Settlement =
  | { readonly state: 'SENT'; readonly code: string }
  | { readonly state: 'BOUNCED' | 'FAILED' | 'CANCELLED'; readonly code: string }
  | { readonly state: 'QUEUED'; readonly code: string; readonly dueAt: Date };

/** For so long nobody else sends what one worker has taken: a batch at ten seconds a mail, five at a time, with room to spare. */
const CLAIM_SECONDS = 120;

@Injectable()
export class DeliveriesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Takes messages that are due, oldest first, together with everything that goes into them: the other notices of a digest, or
   * what went out with the first attempt. Two workers never take the same; what a worker that died had taken is free again
   * after two minutes, under the same message id.
   */
  claim(claimId: string, most: number): Promise<ClaimedDelivery[]> {
    return this.database.rows<ClaimedDelivery>(sql`
      with leader as (
        select d.id, d.person_id, d.channel, d.is_digest, d.message_id from delivery d
        where ((d.state = 'QUEUED' and d.due_at <= clock_timestamp()) or (d.state = 'SENDING' and d.claimed_until < clock_timestamp()))
          and (d.message_id = d.id or (d.message_id is null and (not d.is_digest or not exists (
            select from delivery earlier where earlier.person_id = d.person_id and earlier.channel = d.channel and earlier.id < d.id
              and earlier.state = 'QUEUED' and earlier.is_digest and earlier.message_id is null and earlier.due_at <= clock_timestamp()))))
        order by d.due_at, d.id limit ${most} for update skip locked
      ), member as (
        select l.id as message_id, l.id from leader l
        union select l.id, d.id from leader l join delivery d on d.message_id = l.id where d.state in ('QUEUED', 'SENDING')
        union select l.id, d.id from leader l join delivery d on d.person_id = l.person_id and d.channel = l.channel
          where l.message_id is null and l.is_digest and d.state = 'QUEUED' and d.is_digest and d.message_id is null and d.due_at <= clock_timestamp()
      )
      update delivery d set state = 'SENDING', message_id = member.message_id, attempts = d.attempts + 1, claim_id = ${claimId},
        claimed_until = clock_timestamp() + make_interval(secs => ${CLAIM_SECONDS}), first_tried_at = coalesce(d.first_tried_at, clock_timestamp())
      from member, mailing m
      where d.id = member.id and m.id = d.mailing_id and d.state in ('QUEUED', 'SENDING')
      returning d.id, d.message_id as "messageId", d.tenant_id as "tenantId", d.person_id as "personId", d.channel, d.is_digest as "isDigest",
        d.attempts, d.first_tried_at as "firstTriedAt", m.id as "mailingId", m.kind, m.event_type as "eventType", m.payload, clock_timestamp() as now`);
  }

  /** Writes down what became of deliveries, if this worker still holds them; answers how many it held. */
  settle(claimId: string, ids: readonly string[], settlement: Settlement): Promise<number> {
    const sentAt = settlement.state === 'SENT' ? sql`clock_timestamp()` : sql`null`;
    const dueAt = settlement.state === 'QUEUED' ? sql`${settlement.dueAt}` : sql`due_at`;
    return this.database.execute(sql`
      update delivery set state = ${settlement.state}, code = ${settlement.code}, sent_at = ${sentAt}, due_at = ${dueAt}, claim_id = null, claimed_until = null
      where id = any (${ids}::uuid[]) and claim_id = ${claimId} and state = 'SENDING'`);
  }

  /** Those of the people who may still be written to on a channel. */
  recipients(notifier: Notifier, personIds: readonly string[]): Promise<Recipient[]> {
    return this.database.rows<Recipient>(sql`
      select p.id as "personId", p.full_name as "fullName", ${notifier.addressOf('p')} as address, coalesce(wish.locale, 'vi') as locale, t.name as "tenantName"
      from person p join account a on a.person_id = p.id join tenant t on t.id = p.tenant_id
      left join notification_preference wish on wish.person_id = p.id
      where p.id = any (${personIds}::uuid[]) and t.status = 'ACTIVE' and ${REACHABLE}`);
  }

  /** What a notice says to these people at this moment: rows in order. Whoever gets none may no longer be told. */
  parts(statement: SqlStatement, personIds: readonly string[]): Promise<{ personId: string; kind: string; params: Record<string, unknown>; link: string | null }[]> {
    return this.database.rows(sql`
      select told.person_id as "personId", told.kind, jsonb_strip_nulls(told.params) as params, told.link
      from (${statement}) as told (person_id, kind, params, link) where told.person_id = any (${personIds}::uuid[])`);
  }

  /** A session as its invitation names it. */
  session(sessionId: string): Promise<{ id: string; title: string; heldOn: string | null; place: string | null; revision: number } | null> {
    return this.database.row(sql`
      select s.id, s.title, s.held_on as "heldOn", s.place, s.revision from evaluation_session s where s.id = ${sessionId}`);
  }
}
