import { Injectable } from '@nestjs/common';
import { EventBus } from '@kit/events';
import { Idempotency } from '@kit/idempotency';
import { ThreadsRepository } from '../data/threads.repository.js';
import { threadFull, threadResolved } from '../deliberation.errors.js';
import { MOST_POSTS } from '../domain/discussion.js';
import { ReplyPosted } from '../events/deliberation.events.js';
import { DiscussionDesk } from './discussion-desk.js';

export interface NewReply {
  readonly threadId: string;
  readonly body: string;
  readonly mentionIds: readonly string[];
}

/** A member answers in a thread. Pressed twice, it happens once. */
@Injectable()
export class Reply {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly desk: DiscussionDesk,
    private readonly threads: ThreadsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws NOT_FOUND, DISCUSSION_CLOSED, THREAD_RESOLVED, THREAD_FULL, VALIDATION_FAILED with MENTION_NOT_A_MEMBER, IDEMPOTENCY_KEY_REUSED */
  async execute({ idempotencyKey, ...input }: NewReply & { readonly idempotencyKey: string }): Promise<void> {
    await this.idempotency.once('replyToThread', idempotencyKey, input, () => this.#post(input));
  }

  async #post({ threadId, body, mentionIds }: NewReply): Promise<{ postId: string }> {
    const held = await this.desk.hold({ threadId });
    const { tenantId, personId } = held.viewer;
    const thread = await this.threads.lockThread(threadId);
    if (thread.isResolved) throw threadResolved();
    if (thread.postCount >= MOST_POSTS) throw threadFull({ most: MOST_POSTS });
    this.desk.requireMembers(held, mentionIds);
    const postId = await this.threads.addPost({ tenantId, threadId, personId, body, mentionIds });
    await this.events.publish(new ReplyPosted(tenantId, held.itemId, threadId, postId));
    await this.desk.tellMentioned(tenantId, { itemId: held.itemId });
    return { postId };
  }
}
