import { Injectable } from '@nestjs/common';
import { EventBus } from '@kit/events';
import { Idempotency } from '@kit/idempotency';
import { ThreadsRepository } from '../data/threads.repository.js';
import { ThreadStarted } from '../events/deliberation.events.js';
import type { DiscussionThreadKind } from '../model/closed-lists.js';
import { DiscussionDesk } from './discussion-desk.js';

export interface NewThread {
  readonly itemId: string;
  readonly kind: DiscussionThreadKind;
  readonly body: string;
  /** Members of the session who are told of it. */
  readonly mentionIds: readonly string[];
}

/** A member asks or remarks something about an item. Pressed twice, it happens once. */
@Injectable()
export class StartThread {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly desk: DiscussionDesk,
    private readonly threads: ThreadsRepository,
    private readonly events: EventBus,
  ) {}

  /**
   * Answers the id of the thread.
   * @throws NOT_FOUND, DISCUSSION_CLOSED, DISCUSSION_HIDDEN, VALIDATION_FAILED with MENTION_NOT_A_MEMBER, IDEMPOTENCY_KEY_REUSED
   */
  async execute({ idempotencyKey, ...input }: NewThread & { readonly idempotencyKey: string }): Promise<string> {
    return (await this.idempotency.once('startThread', idempotencyKey, input, () => this.#start(input))).threadId;
  }

  async #start({ itemId, kind, body, mentionIds }: NewThread): Promise<{ threadId: string }> {
    const held = await this.desk.holdItem(itemId);
    const { tenantId, personId } = held.viewer;
    this.desk.requireMembers(held, mentionIds);
    const threadId = await this.threads.addThread(tenantId, itemId, kind);
    const postId = await this.threads.addPost({ tenantId, threadId, personId, body, mentionIds });
    await this.events.publish(new ThreadStarted(tenantId, itemId, threadId, postId));
    await this.desk.tellMentioned(tenantId, { itemId });
    return { threadId };
  }
}
