import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, sql, type SqlStatement } from '@kit/database';
import { notFound } from '@kit/errors';
import { type Connection, decodeCursor, encodeCursor, pageOf } from '@kit/graphql';
import { isId } from '@kit/ids';
import type { DeliveriesArgs, Delivery, DeliveryState, Mailing, MailingsArgs, MailingVerdict } from '../model/outbox.types.js';
import { type MailingFacts, mailingPolicy } from '../policy/mailing.policy.js';
import type { QueuedNotice } from './mail-contents.js';
import { dueAt } from './queueing.js';

/** A mailing that the running transaction holds. */
export interface HeldMailing extends MailingFacts, QueuedNotice {
  readonly verdict: MailingVerdict | null;
}

const IN_TROUBLE = sql`('BOUNCED', 'FAILED')`;

/** Whether this viewer may know of the delivery `d` of the mailing `m`. */
const isVisible = (viewer: Viewer): SqlStatement =>
  sql`(${mailingPolicy.where('mailing.readAll', viewer, 'm')} or d.state in ${IN_TROUBLE})`;

const mailingColumns = (viewer: Viewer): SqlStatement => sql`
  m.id, m.tenant_id as "tenantId", m.needs_approval as "needsApproval", m.verdict, m.created_at as "createdAt", m.decided_at as "decidedAt",
  case when ${mailingPolicy.where('mailing.readAll', viewer, 'm')} then m.kind end as kind,
  (select p.full_name from person p where p.id = m.decided_by_person_id) as "decidedBy",
  (select coalesce(json_agg(json_build_object('state', s.state, 'count', s.count) order by s.state), '[]') from (
    select d.state, count(*)::int as count from delivery d where d.mailing_id = m.id and ${isVisible(viewer)} group by d.state) s) as states`;

const DELIVERY = sql`
  d.id, p.full_name as recipient, d.channel, d.state, d.attempts, case when d.state = 'QUEUED' then d.due_at end as "dueAt", d.sent_at as "sentAt", d.code`;

@Injectable()
export class MailingsRepository {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async page(viewer: Viewer, { first, after, state }: MailingsArgs): Promise<Connection<Mailing>> {
    const conditions = [mailingPolicy.where('mailing.read', viewer, 'm')];
    if (state != null) conditions.push(sql`exists (select from delivery d where d.mailing_id = m.id and d.state = ${state} and ${isVisible(viewer)})`);
    if (after != null) conditions.push(sql`m.id < ${decodeCursor(after, ['id'])[0]}`);
    const rows = await this.database.rows<Mailing>(sql`
      select ${mailingColumns(viewer)} from mailing m where ${sql.join(conditions, ' and ')} order by m.id desc limit ${first + 1}`);
    return pageOf(rows, first, (row) => encodeCursor([row.id]));
  }

  /** @throws NOT_FOUND */
  async get(viewer: Viewer, id: string): Promise<Mailing> {
    const row = isId(id) ? await this.database.row<Mailing>(sql`
      select ${mailingColumns(viewer)} from mailing m where m.id = ${id} and ${mailingPolicy.where('mailing.read', viewer, 'm')}`) : null;
    if (row === null) throw notFound();
    return row;
  }

  /** Messages of one mailing, by id; of an unknown one there are none. */
  async deliveries(viewer: Viewer, { mailingId, state, first, after }: DeliveriesArgs): Promise<Connection<Delivery>> {
    if (!isId(mailingId)) return pageOf<Delivery>([], first, () => '');
    const conditions = [sql`m.id = ${mailingId}`, mailingPolicy.where('mailing.read', viewer, 'm'), isVisible(viewer)];
    if (state != null) conditions.push(sql`d.state = ${state}`);
    if (after != null) conditions.push(sql`d.id > ${decodeCursor(after, ['id'])[0]}`);
    const rows = await this.database.rows<Delivery>(sql`
      select ${DELIVERY} from delivery d join mailing m on m.id = d.mailing_id join person p on p.id = d.person_id
      where ${sql.join(conditions, ' and ')} order by d.id limit ${first + 1}`);
    return pageOf(rows, first, (row) => encodeCursor([row.id]));
  }

  /** Locks a mailing. @throws NOT_FOUND */
  async lock(tenantId: string, id: string): Promise<HeldMailing> {
    const row = isId(id) ? await this.#held(sql`m.tenant_id = ${tenantId} and m.id = ${id} for update of m`) : null;
    if (row === null) throw notFound();
    return row;
  }

  /** Whom a preview shows: the first recipient, or the one of this delivery. @throws NOT_FOUND */
  async recipientOf(viewer: Viewer, mailingId: string, deliveryId: string | null): Promise<{ held: HeldMailing; deliveryId: string; personId: string }> {
    if (!isId(mailingId) || (deliveryId !== null && !isId(deliveryId))) throw notFound();
    const held = await this.#held(sql`m.id = ${mailingId} and ${mailingPolicy.where('mailing.read', viewer, 'm')}`);
    const row = held === null ? null : await this.database.row<{ deliveryId: string; personId: string }>(sql`
      select d.id as "deliveryId", d.person_id as "personId" from delivery d join mailing m on m.id = d.mailing_id
      where m.id = ${mailingId} and ${isVisible(viewer)} ${deliveryId === null ? sql.empty : sql`and d.id = ${deliveryId}`} order by d.id limit 1`);
    if (held === null || row === null) throw notFound();
    return { held, ...row };
  }

  /** Lets a mailing that waits go or not; what goes, goes at the time its recipients chose. */
  async decide(mailing: HeldMailing, verdict: MailingVerdict, personId: string): Promise<void> {
    await this.database.execute(sql`
      update mailing set verdict = ${verdict}, decided_by_person_id = ${personId}, decided_at = clock_timestamp() where id = ${mailing.mailingId}`);
    if (verdict === 'CANCELLED') {
      await this.database.execute(sql`update delivery set state = 'CANCELLED' where mailing_id = ${mailing.mailingId} and state = 'HELD'`);
      return;
    }
    const now = await this.database.now();
    await this.database.execute(sql`
      update delivery d set state = 'QUEUED', due_at = ${dueAt('wish', now, false)}
      from (select p.id as person_id, coalesce(chosen.mode, 'AT_ONCE') as mode, coalesce(chosen.has_quiet_hours, true) as has_quiet_hours
        from person p left join notification_preference chosen on chosen.person_id = p.id) wish
      where d.mailing_id = ${mailing.mailingId} and d.state = 'HELD' and wish.person_id = d.person_id`);
  }

  /** Locks a delivery, with the facts of its mailing. @throws NOT_FOUND */
  async lockDelivery(tenantId: string, id: string): Promise<{ state: DeliveryState; mailing: HeldMailing }> {
    const row = isId(id) ? await this.database.row<{ state: DeliveryState; mailingId: string }>(sql`
      select d.state, d.mailing_id as "mailingId" from delivery d where d.tenant_id = ${tenantId} and d.id = ${id} for update`) : null;
    const mailing = row === null ? null : await this.#held(sql`m.id = ${row.mailingId}`);
    if (row === null || mailing === null) throw notFound();
    return { state: row.state, mailing };
  }

  /** Begins anew with a message of its own. */
  async retry(id: string): Promise<void> {
    await this.database.execute(sql`
      update delivery set state = 'QUEUED', is_digest = false, message_id = null, attempts = 0, first_tried_at = null, due_at = clock_timestamp() where id = ${id}`);
  }

  async delivery(id: string): Promise<Delivery> {
    const row = await this.database.row<Delivery>(sql`select ${DELIVERY} from delivery d join person p on p.id = d.person_id where d.id = ${id}`);
    if (row === null) throw notFound();
    return row;
  }

  #held(where: SqlStatement): Promise<HeldMailing | null> {
    return this.database.row<HeldMailing>(sql`
      select m.id as "mailingId", m.tenant_id as "tenantId", m.kind, m.event_type as "eventType", m.payload, m.needs_approval as "needsApproval", m.verdict,
        exists (select from delivery d where d.mailing_id = m.id and d.state in ${IN_TROUBLE}) as "isInTrouble"
      from mailing m where ${where}`);
  }
}

