import { Injectable } from '@nestjs/common';
import { currentViewer, type Viewer } from '@kit/context';
import { forbidden, notFound, ValidationFailed } from '@kit/errors';
import { EventBus } from '@kit/events';
import { isId } from '@kit/ids';
import { type HeldPost, ThreadsRepository } from '../data/threads.repository.js';
import { discussionClosed, discussionHidden, mentionNotAMember } from '../deliberation.errors.js';
import { MembersMentioned } from '../events/deliberation.events.js';
import type { DiscussionFacts } from '../policy/discussion.conditions.js';
import { discussionPolicy } from '../policy/discussion.policy.js';

/** The discussion of one item, whose session takes no step until the running transaction ends. */
export interface HeldDiscussion {
  readonly viewer: Viewer;
  readonly itemId: string;
  readonly facts: DiscussionFacts;
}

/** What all acts in a discussion share. Runs inside the act's transaction. */
@Injectable()
export class DiscussionDesk {
  constructor(
    private readonly threads: ThreadsRepository,
    private readonly events: EventBus,
  ) {}

  /** To start a thread. @throws NOT_FOUND (also for a recused member), DISCUSSION_CLOSED, DISCUSSION_HIDDEN */
  async holdItem(itemId: string): Promise<HeldDiscussion> {
    const viewer = currentViewer();
    const facts = isId(itemId) ? await this.threads.hold(viewer.tenantId, itemId, viewer.personId) : null;
    if (facts === null || !discussionPolicy.can('discussion.see', viewer, facts)) throw notFound();
    if (discussionPolicy.can('discussion.write', viewer, facts)) return { viewer, itemId, facts };
    throw discussionPolicy.can('discussion.read', viewer, facts) ? discussionClosed({ state: facts.state }) : discussionHidden();
  }

  /** To act on what is there. @throws NOT_FOUND, also while the discussion is hidden from the viewer; DISCUSSION_CLOSED */
  async hold(named: { readonly threadId: string } | { readonly postId: string }): Promise<HeldDiscussion> {
    const viewer = currentViewer();
    const itemId = Object.values(named).every(isId) ? await this.threads.itemOf(viewer.tenantId, named) : null;
    const facts = itemId === null ? null : await this.threads.hold(viewer.tenantId, itemId, viewer.personId);
    if (itemId === null || facts === null || !discussionPolicy.can('discussion.read', viewer, facts)) throw notFound();
    if (!discussionPolicy.can('discussion.write', viewer, facts)) throw discussionClosed({ state: facts.state });
    return { viewer, itemId, facts };
  }

  /** The viewer's own post. @throws what `hold` throws, FORBIDDEN for a post of somebody else */
  async holdOwnPost(postId: string): Promise<HeldDiscussion & { readonly post: HeldPost }> {
    const held = await this.hold({ postId });
    const post = await this.threads.lockPost(postId);
    if (post.personId !== held.viewer.personId) throw forbidden();
    return { ...held, post };
  }

  /** Members of the session, recused or not: whom it may reach is decided when they are told. @throws VALIDATION_FAILED with MENTION_NOT_A_MEMBER */
  requireMembers({ facts }: HeldDiscussion, mentionIds: readonly string[]): void {
    const seated = new Set(facts.seats.map(({ personId }) => personId));
    const faults = mentionIds.flatMap((id, index) => (seated.has(id) ? [] : [{ code: mentionNotAMember.code, path: ['input', 'mentionIds', index], details: {} }]));
    ValidationFailed.throwIfAny(faults);
  }

  /** Tells those who were mentioned and may know it now. */
  async tellMentioned(tenantId: string, where: { readonly itemId: string } | { readonly sessionId: string }): Promise<void> {
    const told = await this.threads.tellMentioned(where);
    await this.events.publishAll(told.map(({ itemId, personIds }) => new MembersMentioned(tenantId, itemId, personIds)));
  }
}
