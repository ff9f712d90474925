import { Injectable } from '@nestjs/common';
import { findContext } from '@kit/context';
import { Database, sql } from '@kit/database';
import { DomainEvent, EventBus, type EventRecord, OnEvent } from '@kit/events';
import { queueing } from '../data/queueing.js';
import { DeliveriesQueued } from '../events/notification.events.js';
import type { Notice } from '../notice.js';
import { notices } from '../notices/index.js';
import { Notifiers } from '../notifier.js';

/**
 * Writes notices in the transaction of the act they tell of, and what is to be sent of them: a notice and its mail are
 * there together with the act, or not at all. One statement per notice, however many people it reaches.
 */
@Injectable()
export class NotificationListener {
  constructor(
    private readonly database: Database,
    private readonly events: EventBus,
    private readonly notifiers: Notifiers,
  ) {}

  @OnEvent(DomainEvent)
  async tell(event: DomainEvent, record: EventRecord): Promise<void> {
    for (const notice of notices) {
      if (event instanceof notice.event) await this.#write(notice, event, record);
    }
  }

  async #write(notice: Notice, event: DomainEvent, { id: eventId, tenantId, occurredAt }: EventRecord): Promise<void> {
    const { kind, recipients, alsoTellActor = false, isSecurity = false, isPersonal = false, calendar } = notice;
    const silent = alsoTellActor ? null : (findContext()?.viewer?.personId ?? null);
    const noticed = sql`
      insert into notification (tenant_id, person_id, kind, params, link, event_id)
      select ${tenantId}::uuid, told.person_id, ${kind}, jsonb_strip_nulls(told.params), told.link, ${eventId}::uuid
      from (${recipients(event)}) as told (person_id, params, link)
      where told.person_id is distinct from ${silent}::uuid
      on conflict on constraint notification_once do nothing`;
    const channels = this.notifiers.connected();
    if (channels.length === 0) {
      await this.database.execute(noticed);
      return;
    }
    const queued = await this.database.rows<{ mailingId: string; state: string }>(sql`
      with noticed as (${noticed} returning person_id) ${queueing({
        eventId, kind, isSecurity, isPersonal, isSeparate: calendar !== undefined, now: occurredAt, channels,
      })}`);
    const [first] = queued;
    if (first?.state === 'QUEUED') await this.events.publish(new DeliveriesQueued(tenantId, first.mailingId));
  }
}
