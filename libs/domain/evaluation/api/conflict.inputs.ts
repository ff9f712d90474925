import { Field, ID, InputType } from '@nestjs/graphql';
import { IsLine, LocalDate } from '@kit/graphql';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, Length, Matches, MaxLength } from 'class-validator';
import { ConflictVerdictDecision } from '../model/closed-lists.js';

const LONGEST_REASON = 2000;

@InputType({ description: 'What follows from one or more conflicts of a session.' })
export class DecideConflictsInput {
  @Field(() => ID)
  sessionId: string;

  @Field(() => [ID], { description: 'Of `EvaluationSession.conflictCases`, at most 200. All or none are decided about.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ArrayUnique()
  conflictIds: string[];

  @Field(() => ConflictVerdictDecision, { description: 'What law or regulation bar cannot be allowed: CONFLICT_CANNOT_BE_ALLOWED.' })
  decision: ConflictVerdictDecision;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters; needed to allow: CONFLICT_REASON_REQUIRED.' })
  @MaxLength(LONGEST_REASON)
  reason?: string | null;
}

@InputType({ description: 'An objection to somebody as a judge of an initiative, as an officer writes it down.' })
export class RecordObjectionInput {
  @Field(() => ID, { description: 'Submitted. NOT_FOUND otherwise.' })
  initiativeId: string;

  @Field(() => ID, { description: 'Anybody of the ward (NOT_FOUND) but the officer (OBJECTION_TO_ONESELF).' })
  personId: string;

  @Field({ description: 'In the words of whoever objects, at most 2,000 characters. Chair and secretary read it, and nobody else.' })
  @Length(1, LONGEST_REASON)
  @Matches(/\S/)
  reason: string;
}

@InputType({ description: 'Who presides over an item instead of its chair.' })
export class ChoosePresiderInput {
  @Field(() => ID)
  itemId: string;

  @Field(() => ID, { description: 'A voting member of the session without an interest in the item: PRESIDER_UNFIT.' })
  personId: string;
}

@InputType({ description: 'Somebody takes the place of a member, with the same office and vote.' })
export class ReplaceCouncilMemberInput {
  @Field(() => ID)
  councilId: string;

  @Field(() => ID, { description: 'The `CouncilMember` that leaves. COUNCIL_MEMBER_HAS_LEFT.' })
  memberId: string;

  @Field(() => ID, { description: 'NOT_FOUND when the ward has no such person; COUNCIL_MEMBER_TWICE for a member.' })
  personId: string;

  @Field(() => LocalDate, { description: 'First day of the new member, from today on: COUNCIL_REPLACEMENT_TOO_EARLY. The day before is the last of the old one.' })
  from: string;

  @Field({ description: 'Of the decision that replaces; at most 100 characters.' })
  @IsLine(100)
  decisionNumber: string;

  @Field(() => LocalDate)
  decisionDate: string;
}
