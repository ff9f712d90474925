import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, sql, type SqlStatement } from '@kit/database';
import { isId } from '@kit/ids';
import { type LiveReader, LiveReaders } from '@kit/live';
import { itemPolicy } from './policy/item.policy.js';
import { sessionPolicy } from './policy/session.policy.js';
import { ITEM_AUDIENCES, type ItemAudience, PREPARERS, SESSION_TOPIC } from './session-signals.js';

const AUDIENCES = Object.keys(ITEM_AUDIENCES) as ItemAudience[];

type Heard = Readonly<Record<ItemAudience, string[]>> & { readonly isPreparer: boolean };

/** Says who may hear of a session, with the policies that say who may read it. */
@Injectable()
export class SessionAudience implements LiveReader, OnModuleInit {
  constructor(
    private readonly readers: LiveReaders,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.readers.register(SESSION_TOPIC, this);
  }

  async audible(viewer: Viewer, id: string, parts: readonly string[]): Promise<ReadonlySet<string> | null> {
    if (!isId(id)) return null;
    const columns = AUDIENCES.map((audience) => sql`${heardItems(viewer, audience, idsOf(parts, audience))} as ${sql.identifier(audience)}`);
    const row = await this.database.row<Heard>(sql`
      select ${sql.join(columns, ', ')}, ${sessionPolicy.where('session.closeScoring', viewer, 's')} as "isPreparer" from evaluation_session s where s.id = ${id} and ${sessionPolicy.where('session.read', viewer, 's')}`);
    if (row === null) return null;
    const own = [`member:${viewer.personId}`, ...(row.isPreparer ? [`${PREPARERS}:${id}`] : [])];
    return new Set([...own, ...AUDIENCES.flatMap((audience) => row[audience].map((itemId) => `${audience}:${itemId}`))]);
  }
}

function heardItems(viewer: Viewer, audience: ItemAudience, ids: readonly string[]): SqlStatement {
  return sql`array(select a.id::text from agenda_item a where a.session_id = s.id and a.id = any (${ids}::uuid[])
    and ${itemPolicy.where(ITEM_AUDIENCES[audience], viewer, 'a')})`;
}

function idsOf(parts: readonly string[], audience: ItemAudience): string[] {
  return parts.map((part) => part.split(':')).filter(([kind]) => kind === audience).map(([, id = '']) => id).filter(isId);
}
