import { Injectable } from '@nestjs/common';
import { mayKnowOfDiscussion } from '@domain/deliberation';
import { personJsonOf } from '@domain/organisation';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { type Connection, decodeCursor, encodeCursor, pageOf } from '@kit/graphql';
import { auditPolicy } from './audit.policy.js';
import type { AuditEvent, AuditEventsArgs } from './audit.types.js';

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** The newest first. Ids grow with time, so they are the order. */
  async page(viewer: Viewer, { objectType, objectId, first, after }: AuditEventsArgs): Promise<Connection<AuditEvent>> {
    const conditions = [auditPolicy.where('audit.read', viewer, 'e'), sql`(e.object_type <> 'Discussion' or exists (
      select from agenda_item a where a.id = e.object_id and ${mayKnowOfDiscussion(viewer, 'a')}))`];
    if (objectType != null) conditions.push(sql`e.object_type = ${objectType}`);
    if (objectId != null) conditions.push(sql`e.object_id = ${objectId}`);
    if (after != null) conditions.push(sql`e.id < ${decodeCursor(after, ['id'])[0]}`);
    const rows = await this.database.rows<AuditEvent>(sql`
      select e.id, e.at, e.action, e.object_type as "objectType", e.object_id as "objectId", e.details::text as details,
        ${personJsonOf(sql`e.actor_person_id`)} as actor
      from audit_event e
      where ${sql.join(conditions, ' and ')}
      order by e.id desc
      limit ${first + 1}`);
    return pageOf(rows, first, (row) => encodeCursor([row.id]));
  }
}
