import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { revisionConflict } from '@kit/errors';
import { EventBus } from '@kit/events';
import { ThreadsRepository } from '../data/threads.repository.js';
import { postEditOver, postWithdrawn } from '../deliberation.errors.js';
import { mayStillEdit } from '../domain/discussion.js';
import { PostEdited } from '../events/deliberation.events.js';
import { DiscussionDesk } from './discussion-desk.js';

export interface EditedPost {
  readonly postId: string;
  /** The one last read. */
  readonly version: number;
  readonly body: string;
}

/** The author puts another text in place of the last one, for fifteen minutes by the clock of the database. The former text is kept. */
@Injectable()
export class EditPost {
  constructor(
    private readonly database: Database,
    private readonly desk: DiscussionDesk,
    private readonly threads: ThreadsRepository,
    private readonly events: EventBus,
  ) {}

  /**
   * Answers the id of the thread.
   * @throws NOT_FOUND, FORBIDDEN, DISCUSSION_CLOSED, POST_WITHDRAWN, POST_EDIT_OVER, REVISION_CONFLICT
   */
  execute({ postId, version, body }: EditedPost): Promise<string> {
    return this.database.transaction(async () => {
      const { viewer: { tenantId }, itemId, post } = await this.desk.holdOwnPost(postId);
      if (post.isWithdrawn) throw postWithdrawn();
      if (!mayStillEdit(post.postedAt, await this.database.now())) throw postEditOver();
      if (post.version !== version) throw revisionConflict({ current: post.version }, ['input', 'version']);
      await this.threads.addVersion(tenantId, postId, version + 1, body);
      await this.events.publish(new PostEdited(tenantId, itemId, post.threadId, postId));
      return post.threadId;
    });
  }
}
