import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, Length, Matches, MaxLength, Min } from 'class-validator';
import { LONGEST_NOTE, LONGEST_POST, MOST_MENTIONS } from '../domain/discussion.js';
import { DiscussionThreadKind } from '../model/closed-lists.js';

@InputType({ isAbstract: true })
class WrittenInput {
  @Field({ description: 'Plain text, 1 to 4,000 characters.' })
  @Length(1, LONGEST_POST)
  @Matches(/\S/)
  body: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Members of the session who are told of it, at most 10; of `Discussion.mentionable`. MENTION_NOT_A_MEMBER. Who has a sheet to hand in first is told afterwards.',
  })
  @ArrayMaxSize(MOST_MENTIONS)
  @ArrayUnique()
  mentionIds?: string[] | null;

  @Field({ description: '8 to 100 letters, digits, hyphens or underscores, made by the client: the same key is one post, however often it is sent.' })
  @Length(8, 100)
  @Matches(/^[\w-]+$/)
  idempotencyKey: string;
}

@InputType({ description: 'A question or remark about an item.' })
export class StartThreadInput extends WrittenInput {
  @Field(() => ID)
  itemId: string;

  @Field(() => DiscussionThreadKind)
  kind: DiscussionThreadKind;
}

@InputType({ description: 'An answer in a thread.' })
export class ReplyInput extends WrittenInput {
  @Field(() => ID)
  threadId: string;
}

@InputType({ description: 'Another text for an own post.' })
export class EditPostInput {
  @Field(() => ID)
  postId: string;

  @Field(() => Int, { description: 'As last read. REVISION_CONFLICT when it was edited elsewhere meanwhile.' })
  @Min(1)
  version: number;

  @Field({ description: 'Plain text, 1 to 4,000 characters. Who is mentioned stays as it was.' })
  @Length(1, LONGEST_POST)
  @Matches(/\S/)
  body: string;
}

@InputType({ description: 'Whether a thread is settled.' })
export class ResolveThreadInput {
  @Field(() => ID)
  threadId: string;

  @Field({ description: 'False opens it again.' })
  isResolved: boolean;
}

@InputType({ description: 'A note to oneself, as far as it is.' })
export class SaveItemNoteInput {
  @Field(() => ID)
  itemId: string;

  @Field(() => Int, { description: '0 for a note not yet begun. REVISION_CONFLICT when it was saved elsewhere meanwhile.' })
  @Min(0)
  revision: number;

  @Field({ description: 'Plain text, at most 20,000 characters; may be empty.' })
  @MaxLength(LONGEST_NOTE)
  body: string;
}
