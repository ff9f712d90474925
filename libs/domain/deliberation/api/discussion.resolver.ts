import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AgendaItem } from '@domain/evaluation';
import { currentViewer } from '@kit/context';
import { Access, type Connection, loader, selection } from '@kit/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DiscussionReader } from '../data/discussion.reader.js';
import { Discussion, DiscussionThread, DiscussionThreadConnection, ItemNote, ThreadPageArgs } from '../model/discussion.types.js';
import { EditPost } from '../usecases/edit-post.js';
import { Reply } from '../usecases/reply.js';
import { ResolveThread } from '../usecases/resolve-thread.js';
import { SaveItemNote } from '../usecases/save-item-note.js';
import { StartThread } from '../usecases/start-thread.js';
import { WithdrawPost } from '../usecases/withdraw-post.js';
import { EditPostInput, ReplyInput, ResolveThreadInput, SaveItemNoteInput, StartThreadInput } from './discussion.inputs.js';

/** What the members of a session say to each other about an item. */
@Resolver(() => Discussion)
export class DiscussionResolver {
  constructor(
    private readonly reader: DiscussionReader,
    private readonly start: StartThread,
    private readonly answer: Reply,
    private readonly edit: EditPost,
    private readonly takeBack: WithdrawPost,
    private readonly settle: ResolveThread,
  ) {}

  @Query(() => Discussion, { description: 'NOT_FOUND alike for what does not exist, sessions the viewer does not sit in, and items the viewer is recused from.' })
  @Access('discussion.see')
  discussion(@Args('itemId', { type: () => ID }) itemId: string, @Info() info: GraphQLResolveInfo): Promise<Discussion> {
    return this.reader.ofItem(currentViewer(), itemId, selection(info));
  }

  @ResolveField(() => DiscussionThreadConnection, { description: 'The newest first. Empty while hidden.' })
  threads(@Parent() discussion: Discussion, @Args() page: ThreadPageArgs): Promise<Connection<DiscussionThread>> {
    return this.reader.threads(currentViewer(), discussion, page);
  }

  @Mutation(() => DiscussionThread, {
    description: 'Starts a thread; the same key answers the same. DISCUSSION_HIDDEN before the own sheet is in, DISCUSSION_CLOSED, MENTION_NOT_A_MEMBER, IDEMPOTENCY_KEY_REUSED, NOT_FOUND.',
  })
  @Access('discussion.write')
  async startThread(@Args('input') input: StartThreadInput): Promise<DiscussionThread> {
    return this.reader.thread(currentViewer(), await this.start.execute({ ...input, mentionIds: input.mentionIds ?? [] }));
  }

  @Mutation(() => DiscussionThread, {
    description: 'Answers in a thread; the same key answers the same. THREAD_RESOLVED, THREAD_FULL after 100 posts, DISCUSSION_CLOSED, MENTION_NOT_A_MEMBER, IDEMPOTENCY_KEY_REUSED, NOT_FOUND.',
  })
  @Access('discussion.write')
  async reply(@Args('input') input: ReplyInput): Promise<DiscussionThread> {
    await this.answer.execute({ ...input, mentionIds: input.mentionIds ?? [] });
    return this.reader.thread(currentViewer(), input.threadId);
  }

  @Mutation(() => DiscussionThread, {
    description: 'Changes the text of an own post within fifteen minutes; the former one is kept. POST_EDIT_OVER, POST_WITHDRAWN, REVISION_CONFLICT, DISCUSSION_CLOSED, FORBIDDEN, NOT_FOUND.',
  })
  @Access('discussion.write')
  async editPost(@Args('input') input: EditPostInput): Promise<DiscussionThread> {
    return this.reader.thread(currentViewer(), await this.edit.execute(input));
  }

  @Mutation(() => DiscussionThread, { description: 'Takes an own post back: its text is shown to nobody any more. DISCUSSION_CLOSED, FORBIDDEN, NOT_FOUND.' })
  @Access('discussion.write')
  async withdrawPost(@Args('postId', { type: () => ID }) postId: string): Promise<DiscussionThread> {
    return this.reader.thread(currentViewer(), await this.takeBack.execute(postId));
  }

  @Mutation(() => DiscussionThread, { description: 'For chair, deputy and secretary. A resolved thread takes no posts. DISCUSSION_CLOSED, FORBIDDEN, NOT_FOUND.' })
  @Access('discussion.resolve')
  async resolveThread(@Args('input') input: ResolveThreadInput): Promise<DiscussionThread> {
    await this.settle.execute(input);
    return this.reader.thread(currentViewer(), input.threadId);
  }
}

/** What somebody notes about an item for themselves. */
@Resolver(() => AgendaItem)
export class ItemNoteResolver {
  constructor(
    private readonly reader: DiscussionReader,
    private readonly save: SaveItemNote,
  ) {}

  @ResolveField(() => ItemNote, { nullable: true, description: 'The viewer’s own; null before it is begun.' })
  myNote(@Parent() item: AgendaItem): Promise<ItemNote | null> {
    const viewer = currentViewer();
    return loader<string, ItemNote>('deliberation.notes', (ids) => this.reader.notes(viewer, ids)).load(item.id);
  }

  @Mutation(() => ItemNote, { description: 'Saves the own note, until the session is locked. REVISION_CONFLICT, DISCUSSION_CLOSED, NOT_FOUND.' })
  @Access('item.read')
  async saveItemNote(@Args('input') input: SaveItemNoteInput): Promise<ItemNote> {
    await this.save.execute(input);
    return this.reader.note(currentViewer(), input.itemId);
  }
}
