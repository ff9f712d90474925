import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '@domain/organisation';
import { connection, DateTime, PageArgs, PARENT, TypeAccess } from '@kit/graphql';
import type { DiscussionFacts } from '../policy/discussion.conditions.js';
import { DiscussionThreadKind } from './closed-lists.js';

@ObjectType({ description: 'What one member said. Its text is gone once it is withdrawn; that there was one stays.' })
@TypeAccess(PARENT)
export class DiscussionPost {
  @Field(() => ID)
  id: string;

  @Field(() => Person)
  author: Person;

  @Field(() => Boolean, { nullable: true, description: 'Whether the author has been recused since (INV-11). Null for whoever may not know who is recused.' })
  isAuthorRecused: boolean | null;

  @Field(() => String, { nullable: true, description: 'Plain text, at most 4,000 characters. Null when it is withdrawn.' })
  body: string | null;

  @Field(() => Int, { description: 'Counts its texts, from 1; name the one last read when you edit. Former texts are kept, and shown to nobody.' })
  version: number;

  @Field(() => DateTime)
  postedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the present text was written; null for the first one.' })
  editedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  withdrawnAt: Date | null;

  @Field(() => [Person], { description: 'Members who are named in it.' })
  mentions: Person[];

  @Field({ description: 'Whether the viewer wrote it.' })
  isMine: boolean;

  @Field(() => DateTime, { nullable: true, description: 'Until when the viewer may edit it; that instant is already late. Null when that is over or was never so.' })
  editableUntil: Date | null;

  @Field({ description: 'Whether the viewer can withdraw it.' })
  canWithdraw: boolean;
}

@ObjectType({ description: 'A question or remark about an agenda item and what was said to it.' })
@TypeAccess(PARENT)
export class DiscussionThread {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  itemId: string;

  @Field(() => DiscussionThreadKind)
  kind: DiscussionThreadKind;

  @Field(() => DateTime, { nullable: true, description: 'When chair, deputy or secretary marked it as settled; it takes no posts then.' })
  resolvedAt: Date | null;

  @Field(() => Person, { nullable: true })
  resolvedBy: Person | null;

  @Field(() => [DiscussionPost], { description: 'The one that opens it first, then by time; at most 100.' })
  posts: DiscussionPost[];

  @Field({ description: 'Whether the viewer can reply.' })
  canReply: boolean;

  @Field({ description: 'Whether the viewer can resolve it, or take that back.' })
  canResolve: boolean;
}

export const DiscussionThreadConnection = connection(DiscussionThread);

@ArgsType()
export class ThreadPageArgs extends PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: 10, description: 'Page size, 1 to 100.' })
  override first: number = 10;
}

@ObjectType({ description: 'Thảo luận: what members say to each other about one agenda item, from the invitation until the council counts.' })
@TypeAccess(PARENT)
export class Discussion {
  @Field(() => ID)
  itemId: string;

  @Field({
    description: 'True while the viewer is a voting member without a submitted sheet of this item and scoring has not closed: members score independently (INV-18), so nothing is shown, not even whether there is something.',
  })
  isHiddenUntilScored: boolean;

  @Field({ description: 'Whether the viewer can write now.' })
  canWrite: boolean;

  @Field(() => [Person], { description: 'Members of the session whom the viewer can mention, by position; for chair and secretary without those who are recused. Empty while hidden.' })
  mentionable: Person[];

  /** For the policy; not part of the schema. */
  facts: DiscussionFacts;
}

@ObjectType({ description: 'That something was said about an item, and nothing of what: ask again what you show.' })
@TypeAccess(PARENT)
export class DiscussionSignal {
  @Field(() => ID)
  itemId: string;
}

@ObjectType({ description: 'Ghi chú riêng: a note to oneself about an agenda item. Only its owner ever reads it.' })
@TypeAccess(PARENT)
export class ItemNote {
  @Field(() => ID)
  itemId: string;

  @Field({ description: 'Plain text, at most 20,000 characters.' })
  body: string;

  @Field(() => Int, { description: 'Counts the saves; name the one last read when you save.' })
  revision: number;

  @Field(() => DateTime)
  updatedAt: Date;
}
