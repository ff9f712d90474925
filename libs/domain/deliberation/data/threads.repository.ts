import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import type { DiscussionFacts } from '../policy/discussion.conditions.js';
import { OPEN_STATES } from '../domain/discussion.js';
import type { DiscussionThreadKind } from '../model/closed-lists.js';
import { discussionFacts, readsDiscussion } from './discussion.shapes.js';

export interface HeldThread {
  readonly id: string;
  readonly isResolved: boolean;
  readonly postCount: number;
}

export interface HeldPost {
  readonly id: string;
  readonly threadId: string;
  readonly personId: string;
  readonly postedAt: Date;
  readonly isWithdrawn: boolean;
  /** Number of its last text. */
  readonly version: number;
}

export interface NewPost {
  readonly tenantId: string;
  readonly threadId: string;
  readonly personId: string;
  readonly body: string;
  readonly mentionIds: readonly string[];
}

/** Members who may know now that they were mentioned in the discussion of an item. */
export interface Told {
  readonly itemId: string;
  readonly personIds: readonly string[];
}

/** The write side. Ids are drawn by the database, so that they grow in the order of writing whichever process writes. */
@Injectable()
export class ThreadsRepository {
  constructor(private readonly database: Database) {}

  /** The item a thread or post is about. */
  async itemOf(tenantId: string, { threadId, postId }: { readonly threadId?: string; readonly postId?: string }): Promise<string | null> {
    const row = await this.database.row<{ itemId: string }>(sql`
      select t.item_id as "itemId" from discussion_thread t where t.tenant_id = ${tenantId}
        and t.id = ${threadId === undefined ? sql`(select p.thread_id from discussion_post p where p.id = ${postId ?? null})` : sql`${threadId}`}`);
    return row?.itemId ?? null;
  }

  /**
   * Keeps the session of an item from taking a step until the transaction ends, lets the acts of one member in it follow
   * one another, and answers what the policy decides by.
   */
  async hold(tenantId: string, itemId: string, personId: string): Promise<DiscussionFacts | null> {
    const session = await this.database.row<{ id: string }>(sql`
      select s.id from agenda_item a join evaluation_session s on s.id = a.session_id where a.id = ${itemId} and a.tenant_id = ${tenantId} for share of s`);
    if (session === null) return null;
    await this.database.rows(sql`select m.id from session_member m where m.session_id = ${session.id} and m.person_id = ${personId} for update`);
    return this.database.row<DiscussionFacts>(sql`
      select ${discussionFacts('a', 's')} from agenda_item a join evaluation_session s on s.id = a.session_id where a.id = ${itemId}`);
  }

  /** Nobody else writes in the thread until the transaction ends. */
  async lockThread(id: string): Promise<HeldThread> {
    await this.database.rows(sql`select t.id from discussion_thread t where t.id = ${id} for update`);
    const row = await this.database.row<HeldThread>(sql`
      select t.id, t.resolved_at is not null as "isResolved", (select count(*)::int from discussion_post p where p.thread_id = t.id) as "postCount"
      from discussion_thread t where t.id = ${id}`);
    if (row === null) throw new Error('the thread vanished while it was held');
    return row;
  }

  async lockPost(id: string): Promise<HeldPost> {
    await this.database.rows(sql`select p.id from discussion_post p where p.id = ${id} for update`);
    const row = await this.database.row<HeldPost>(sql`
      select p.id, p.thread_id as "threadId", p.person_id as "personId", p.posted_at as "postedAt", p.withdrawn_at is not null as "isWithdrawn",
        (select max(v.number) from discussion_post_version v where v.post_id = p.id) as version
      from discussion_post p where p.id = ${id}`);
    if (row === null) throw new Error('the post vanished while it was held');
    return row;
  }

  addThread(tenantId: string, itemId: string, kind: DiscussionThreadKind): Promise<string> {
    return this.#idOf(sql`insert into discussion_thread (tenant_id, item_id, kind) values (${tenantId}, ${itemId}, ${kind}) returning id`);
  }

  async addPost({ tenantId, threadId, personId, body, mentionIds }: NewPost): Promise<string> {
    const id = await this.#idOf(sql`
      insert into discussion_post (tenant_id, thread_id, person_id) values (${tenantId}, ${threadId}, ${personId}) returning id`);
    await this.addVersion(tenantId, id, 1, body);
    if (mentionIds.length > 0) {
      await this.database.execute(sql`
        insert into discussion_mention (tenant_id, post_id, person_id) select ${tenantId}, ${id}, named.id from unnest(${mentionIds}::uuid[]) named (id)`);
    }
    return id;
  }

  async addVersion(tenantId: string, postId: string, number: number, body: string): Promise<void> {
    await this.database.execute(sql`
      insert into discussion_post_version (tenant_id, post_id, number, body) values (${tenantId}, ${postId}, ${number}, ${body})`);
  }

  async withdraw(postId: string): Promise<void> {
    await this.database.execute(sql`update discussion_post set withdrawn_at = clock_timestamp() where id = ${postId}`);
  }

  async resolve(threadId: string, personId: string | null): Promise<void> {
    await this.database.execute(sql`
      update discussion_thread set resolved_at = case when ${personId}::uuid is not null then clock_timestamp() end, resolved_by_person_id = ${personId}
      where id = ${threadId}`);
  }

  /** Marks the mentions of the item, or of all items of the session, of which their members may know now, and answers those members. */
  async tellMentioned({ itemId, sessionId }: { readonly itemId?: string; readonly sessionId?: string }): Promise<Told[]> {
    const where = itemId === undefined ? sql`a.session_id = ${sessionId ?? null}` : sql`a.id = ${itemId}`;
    return this.database.rows<Told>(sql`
      with told as (
        update discussion_mention m set told_at = clock_timestamp()
        from discussion_post p, discussion_thread t, agenda_item a, evaluation_session s
        where p.id = m.post_id and t.id = p.thread_id and a.id = t.item_id and s.id = a.session_id and ${where} and s.state = any (${OPEN_STATES}::text[])
          and m.told_at is null and p.withdrawn_at is null and ${readsDiscussion(sql`m.person_id`, 'a')}
        returning a.id as item_id, m.person_id)
      select item_id as "itemId", json_agg(distinct person_id) as "personIds" from told group by item_id order by item_id`);
  }

  async #idOf(insert: ReturnType<typeof sql>): Promise<string> {
    const row = await this.database.row<{ id: string }>(insert);
    if (row === null) throw new Error('the database took no row');
    return row.id;
  }
}
