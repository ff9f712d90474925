import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { ThreadsRepository } from '../data/threads.repository.js';
import { PostWithdrawn } from '../events/deliberation.events.js';
import { DiscussionDesk } from './discussion-desk.js';

/** The author takes a post back: its text is shown to nobody any more, its place stays ("đã rút lại"). Doing it again changes nothing. */
@Injectable()
export class WithdrawPost {
  constructor(
    private readonly database: Database,
    private readonly desk: DiscussionDesk,
    private readonly threads: ThreadsRepository,
    private readonly events: EventBus,
  ) {}

  /** Answers the id of the thread. @throws NOT_FOUND, FORBIDDEN, DISCUSSION_CLOSED */
  execute(postId: string): Promise<string> {
    return this.database.transaction(async () => {
      const { viewer: { tenantId }, itemId, post } = await this.desk.holdOwnPost(postId);
      if (!post.isWithdrawn) {
        await this.threads.withdraw(postId);
        await this.events.publish(new PostWithdrawn(tenantId, itemId, post.threadId, postId));
      }
      return post.threadId;
    });
  }
}
