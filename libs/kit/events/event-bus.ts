import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import { newId } from '@kit/ids';
import { type DomainEvent, type EventRecord, payloadOf, typeOf } from './domain-event.js';
import { HandlerRegistry } from './handler-registry.js';

/** Where use cases say what happened. */
@Injectable()
export class EventBus {
  constructor(
    private readonly database: Database,
    private readonly handlers: HandlerRegistry,
  ) {}

  /**
   * Writes the event into the outbox of the running transaction and lets the listeners inside
   * the transaction act. Whoever listens afterwards hears of it if, and only if, the commit succeeds.
   */
  async publish(event: DomainEvent): Promise<void> {
    if (!this.database.inTransaction) throw new Error('publish needs a transaction: an event without its act is a rumour');
    const record = await this.#record(event);
    for (const listener of this.handlers.listenersOf(event)) await listener.run(event, record);
  }

  /** Publishes several events in order. */
  async publishAll(events: Iterable<DomainEvent>): Promise<void> {
    for (const event of events) await this.publish(event);
  }

  async #record(event: DomainEvent): Promise<EventRecord> {
    const id = newId();
    const type = typeOf(event);
    const { tenantId } = event;
    // Nobody would ever take a row that no handler waits for, so it is born as done.
    const doneAt = this.handlers.hasAsyncHandler(type) ? sql`null` : sql`clock_timestamp()`;
    const row = await this.database.row<{ occurredAt: Date }>(sql`
      insert into outbox (id, tenant_id, type, payload, dispatched_at, done_at)
      values (${id}, ${tenantId}, ${type}, ${JSON.stringify(payloadOf(event))}, ${doneAt}, ${doneAt})
      returning occurred_at as "occurredAt"`);
    if (row === null) throw new Error('the outbox took no row');
    return { id, type, tenantId, occurredAt: row.occurredAt };
  }
}
