import { Injectable } from '@nestjs/common';
import { findContext } from '@kit/context';
import { Database, sql } from '@kit/database';
import { DomainEvent, type EventRecord, OnEvent } from '@kit/events';
import type { Notice } from './notice.js';
import { notices } from './notices/index.js';

/** Writes notices in the transaction of the act they tell of. */
@Injectable()
export class NotificationListener {
  constructor(private readonly database: Database) {}

  @OnEvent(DomainEvent)
  async tell(event: DomainEvent, record: EventRecord): Promise<void> {
    for (const notice of notices) {
      if (event instanceof notice.event) await this.#write(notice, event, record);
    }
  }

  async #write({ kind, recipients, alsoTellActor }: Notice, event: DomainEvent, record: EventRecord): Promise<void> {
    const silent = alsoTellActor ? null : (findContext()?.viewer?.personId ?? null);
    await this.database.execute(sql`
      insert into notification (tenant_id, person_id, kind, params, link, event_id)
      select ${record.tenantId}::uuid, told.person_id, ${kind}, jsonb_strip_nulls(told.params), told.link, ${record.id}::uuid
      from (${recipients(event)}) as told (person_id, params, link)
      where told.person_id is distinct from ${silent}::uuid
      on conflict on constraint notification_once do nothing`);
  }
}
