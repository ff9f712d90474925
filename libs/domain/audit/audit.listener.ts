import { Injectable } from '@nestjs/common';
import { findContext, isSystemViewer, SYSTEM_ID, type Viewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { DomainEvent, type EventRecord, OnEvent } from '@kit/events';
import { AuditEventEntity } from './audit-event.entity.js';
import { auditedObject } from './audited-object.js';

/** Writes down every event of every feature, in the transaction of the act: no act without its trace, no trace without its act. */
@Injectable()
export class AuditListener {
  constructor(private readonly database: Database) {}

  @OnEvent(DomainEvent)
  async record(event: DomainEvent, { type, tenantId }: EventRecord): Promise<void> {
    const context = findContext();
    const actor = person(context?.viewer ?? null);
    const object = auditedObject(event);
    await this.database.manager.insert(AuditEventEntity, {
      id: newId(),
      tenantId: known(tenantId),
      actorPersonId: actor?.personId ?? null,
      actorAccountId: actor?.accountId ?? null,
      action: type,
      objectType: object.type,
      objectId: known(object.id),
      details: object.details,
      requestId: context?.requestId ?? null,
    });
  }
}

function person(viewer: Viewer | null): Viewer | null {
  return viewer === null || isSystemViewer(viewer) ? null : viewer;
}

function known(id: string | null): string | null {
  return id === SYSTEM_ID ? null : id;
}
