import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { isShown } from './data/shown.js';
import { type Connection, decodeCursor, encodeCursor, type PageArgs, pageOf } from '@kit/graphql';
import type { Notification } from './notification.types.js';

/** Everything here is about the viewer's own notices; there are no others to ask for. */
@Injectable()
export class NotificationRepository {
  constructor(private readonly database: Database) {}

  /** The newest first. Ids grow with time, so they are the order. */
  async page(viewer: Viewer, { first, after }: PageArgs): Promise<Connection<Notification>> {
    const conditions = [sql`n.tenant_id = ${viewer.tenantId} and n.person_id = ${viewer.personId} and ${isShown('n')}`];
    if (after != null) conditions.push(sql`n.id < ${decodeCursor(after, ['id'])[0]}`);
    const rows = await this.database.rows<Notification>(sql`
      select n.id, n.kind, n.link, n.created_at as "createdAt", n.read_at as "readAt",
        (select coalesce(json_agg(json_build_object('name', p.key, 'value', p.value) order by p.key), '[]')
          from jsonb_each_text(n.params - 'itemId') p) as params
      from notification n
      where ${sql.join(conditions, ' and ')}
      order by n.id desc
      limit ${first + 1}`);
    return pageOf(rows, first, (row) => encodeCursor([row.id]));
  }

  async unread(viewer: Viewer): Promise<number> {
    const row = await this.database.row<{ count: number }>(sql`
      select count(*)::int as count from notification n
      where n.tenant_id = ${viewer.tenantId} and n.person_id = ${viewer.personId} and n.read_at is null and ${isShown('n')}`);
    return row?.count ?? 0;
  }

  /** Answers how many were unread before. */
  markRead(viewer: Viewer, ids: readonly string[]): Promise<number> {
    return this.database.execute(sql`
      update notification n set read_at = clock_timestamp()
      where n.tenant_id = ${viewer.tenantId} and n.person_id = ${viewer.personId} and n.read_at is null and n.id = any (${ids}::uuid[]) and ${isShown('n')}`);
  }
}
