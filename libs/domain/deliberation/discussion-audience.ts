import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { isId } from '@kit/ids';
import { type LiveReader, LiveReaders, type LiveTopic } from '@kit/live';
import { discussionPolicy } from './policy/discussion.policy.js';

const KIND = 'discussion';

/** The live topic that the discussion of an item is. */
export function discussionTopic(itemId: string): LiveTopic {
  return { kind: KIND, id: itemId };
}

/** The part of it that posts are: heard by those alone who read them. */
export function postsOf(itemId: string): string {
  return `posts:${itemId}`;
}

/** Says who may hear of a discussion, with the policy that says who may read it: until the own sheet is in, nothing is heard (INV-18). */
@Injectable()
export class DiscussionAudience implements LiveReader, OnModuleInit {
  constructor(
    private readonly readers: LiveReaders,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.readers.register(KIND, this);
  }

  async audible(viewer: Viewer, id: string): Promise<ReadonlySet<string> | null> {
    const row = isId(id)
      ? await this.database.row<{ reads: boolean }>(sql`
        select ${discussionPolicy.where('discussion.read', viewer, 'a')} as reads from agenda_item a
        where a.id = ${id} and ${discussionPolicy.where('discussion.see', viewer, 'a')}`)
      : null;
    return row && new Set(row.reads ? [postsOf(id)] : []);
  }
}
