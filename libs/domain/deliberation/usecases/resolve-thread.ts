import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { ThreadsRepository } from '../data/threads.repository.js';
import { ThreadReopened, ThreadResolved } from '../events/deliberation.events.js';
import { discussionPolicy } from '../policy/discussion.policy.js';
import { DiscussionDesk } from './discussion-desk.js';

/** Chair, deputy or secretary say that a thread is settled, or that it is not. Saying it again changes nothing. */
@Injectable()
export class ResolveThread {
  constructor(
    private readonly database: Database,
    private readonly desk: DiscussionDesk,
    private readonly threads: ThreadsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, DISCUSSION_CLOSED */
  execute({ threadId, isResolved }: { readonly threadId: string; readonly isResolved: boolean }): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, facts, itemId } = await this.desk.hold({ threadId });
      discussionPolicy.require('discussion.resolve', viewer, facts);
      const thread = await this.threads.lockThread(threadId);
      if (thread.isResolved === isResolved) return;
      await this.threads.resolve(threadId, isResolved ? viewer.personId : null);
      const event = isResolved ? ThreadResolved : ThreadReopened;
      await this.events.publish(new event(viewer.tenantId, itemId, threadId));
    });
  }
}
