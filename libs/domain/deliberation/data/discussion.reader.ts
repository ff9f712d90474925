import { Injectable } from '@nestjs/common';
import { itemPolicy } from '@domain/evaluation';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { notFound } from '@kit/errors';
import { type Connection, decodeCursor, encodeCursor, type PageArgs, pageOf, type Selection } from '@kit/graphql';
import { isId } from '@kit/ids';
import type { Discussion, DiscussionThread, ItemNote } from '../model/discussion.types.js';
import type { DiscussionFacts } from '../policy/discussion.conditions.js';
import { discussionPolicy } from '../policy/discussion.policy.js';
import { notePolicy } from '../policy/note.policy.js';
import { discussionFacts, type DiscussionRights, mentionableJson, threadJson } from './discussion.shapes.js';

/** What members read. Everything that is not for the viewer is left out by the statements themselves. */
@Injectable()
export class DiscussionReader {
  constructor(private readonly database: Database) {}

  /** @throws NOT_FOUND alike for unknown items and those in whose discussion the viewer has no part */
  async ofItem(viewer: Viewer, itemId: string, selected: Selection): Promise<Discussion> {
    const row = isId(itemId)
      ? await this.database.row<DiscussionFacts & Pick<Discussion, 'itemId' | 'mentionable'>>(sql`
        select a.id as "itemId", ${discussionFacts('a', 's')}, ${selected.has('mentionable') ? mentionableJson('a', viewer) : sql`'[]'::json`} as mentionable
        from agenda_item a join evaluation_session s on s.id = a.session_id
        where a.id = ${itemId} and ${discussionPolicy.where('discussion.see', viewer, 'a')}`)
      : null;
    if (row === null) throw notFound();
    const { itemId: found, mentionable, ...facts } = row;
    return {
      itemId: found, mentionable, facts,
      isHiddenUntilScored: !discussionPolicy.can('discussion.read', viewer, facts),
      canWrite: discussionPolicy.can('discussion.write', viewer, facts),
    };
  }

  /** The newest thread first; none while the discussion is hidden from the viewer. Ids grow with time, so they are the order. */
  async threads(viewer: Viewer, { itemId, facts }: Discussion, { first, after }: PageArgs): Promise<Connection<DiscussionThread>> {
    const beyond = after == null ? sql`true` : sql`t.id < ${decodeCursor(after, ['id'])[0]}`;
    const rows = await this.database.rows<{ thread: DiscussionThread }>(sql`
      select ${threadJson('t', viewer, rightsOf(viewer, facts))} as thread
      from discussion_thread t
      where t.item_id = ${itemId} and ${beyond}
        and exists (select from agenda_item a where a.id = ${itemId} and ${discussionPolicy.where('discussion.read', viewer, 'a')})
      order by t.id desc limit ${first + 1}`);
    return pageOf(rows.map(({ thread }) => thread), first, (thread) => encodeCursor([thread.id]));
  }

  /** @throws NOT_FOUND alike for unknown threads and those hidden from the viewer */
  async thread(viewer: Viewer, id: string): Promise<DiscussionThread> {
    const facts = await this.database.row<DiscussionFacts>(sql`
      select ${discussionFacts('a', 's')} from discussion_thread t join agenda_item a on a.id = t.item_id join evaluation_session s on s.id = a.session_id
      where t.id = ${id} and ${discussionPolicy.where('discussion.read', viewer, 'a')}`);
    const row = facts && await this.database.row<{ thread: DiscussionThread }>(sql`
      select ${threadJson('t', viewer, rightsOf(viewer, facts))} as thread from discussion_thread t where t.id = ${id}`);
    if (row === null) throw notFound();
    return row.thread;
  }

  /** @throws NOT_FOUND when there is none, or the item is not for the viewer any more */
  async note(viewer: Viewer, itemId: string): Promise<ItemNote> {
    const note = (await this.notes(viewer, [itemId])).get(itemId);
    if (note === undefined) throw notFound();
    return note;
  }

  /** The viewer's own notes, by item. */
  async notes(viewer: Viewer, itemIds: readonly string[]): Promise<Map<string, ItemNote>> {
    const rows = await this.database.rows<ItemNote>(sql`
      select n.item_id as "itemId", n.body, n.revision, n.updated_at as "updatedAt" from item_note n join agenda_item a on a.id = n.item_id
      where n.item_id = any (${itemIds}::uuid[]) and ${notePolicy.where('note.read', viewer, 'n')} and ${itemPolicy.where('item.read', viewer, 'a')}`);
    return new Map(rows.map((row) => [row.itemId, row]));
  }
}

function rightsOf(viewer: Viewer, facts: DiscussionFacts): DiscussionRights {
  return {
    mayWrite: discussionPolicy.can('discussion.write', viewer, facts),
    mayResolve: discussionPolicy.can('discussion.resolve', viewer, facts),
    mayKnowRecusals: itemPolicy.can('item.readConflicts', viewer, facts),
  };
}
