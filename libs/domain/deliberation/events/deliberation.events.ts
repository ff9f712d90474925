import { DomainEvent } from '@kit/events';

/*
 * Ids only. All of them are filed under the item: the audit asks of it whether its reader may know that there is a
 * discussion at all.
 */

/** Something happened in the discussion of one item. Listen to this class to hear of everything. */
export abstract class DiscussionEvent extends DomainEvent {
  static readonly objectType = 'Discussion';

  constructor(readonly tenantId: string, readonly itemId: string) {
    super();
  }
}

export abstract class ThreadEvent extends DiscussionEvent {
  constructor(tenantId: string, itemId: string, readonly threadId: string) {
    super(tenantId, itemId);
  }
}

export abstract class PostEvent extends ThreadEvent {
  constructor(tenantId: string, itemId: string, threadId: string, readonly postId: string) {
    super(tenantId, itemId, threadId);
  }
}

/** `postId`: the post that opens it. */
export class ThreadStarted extends PostEvent {
  static override readonly type = 'deliberation.thread-started';
}

export class ReplyPosted extends PostEvent {
  static override readonly type = 'deliberation.reply-posted';
}

/** The former text is kept. */
export class PostEdited extends PostEvent {
  static override readonly type = 'deliberation.post-edited';
}

export class PostWithdrawn extends PostEvent {
  static override readonly type = 'deliberation.post-withdrawn';
}

export class ThreadResolved extends ThreadEvent {
  static override readonly type = 'deliberation.thread-resolved';
}

/** It takes posts again. */
export class ThreadReopened extends ThreadEvent {
  static override readonly type = 'deliberation.thread-reopened';
}

/** These members may know now that somebody named them; those who have to score first come later. */
export class MembersMentioned extends DiscussionEvent {
  static override readonly type = 'deliberation.members-mentioned';

  constructor(tenantId: string, itemId: string, readonly personIds: readonly string[]) {
    super(tenantId, itemId);
  }
}
