import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsLine } from '@kit/graphql';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { BallotChoice, RollMark } from '../model/closed-lists.js';

@InputType({ description: 'One line of the roll-call. A member may say of themself that they come or leave; everything else is for whoever runs the meeting.' })
export class CallRollInput {
  @Field(() => ID)
  sessionId: string;

  @Field(() => ID, { description: 'NOT_FOUND when nobody of the session is called so.' })
  personId: string;

  @Field(() => RollMark)
  mark: RollMark;

  @Field(() => String, { nullable: true, description: 'Why somebody is absent, or why a stay was a mistake.' })
  @MaxLength(2000)
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'Of an absent member; not counted (INV-21).' })
  @MaxLength(20_000)
  writtenOpinion?: string | null;
}

@InputType({ description: 'Opens a sitting.' })
export class OpenSittingInput {
  @Field(() => ID)
  sessionId: string;

  @Field(() => Int, { description: 'As last read. REVISION_CONFLICT when somebody was faster.' })
  revision: number;

  @Field(() => ID, { nullable: true, description: 'A deputy chair; the chair when it is left out.' })
  presidingPersonId?: string | null;

  @Field(() => String, { nullable: true, description: 'Number and day of the written authorisation of a deputy.' })
  @IsLine()
  authorisation?: string | null;
}

@InputType({ description: 'Ends a sitting.' })
export class EndSittingInput {
  @Field(() => ID)
  sessionId: string;

  @Field(() => Int, { description: 'As last read. REVISION_CONFLICT when somebody was faster.' })
  revision: number;

  @Field(() => String, { nullable: true, description: 'Why the council adjourns; left out when the meeting is over.' })
  @MaxLength(2000)
  adjournedBecause?: string | null;
}

@InputType({ description: 'Whom the council elected to count.' })
export class NameCountingBoardInput {
  @Field(() => ID)
  sessionId: string;

  @Field(() => Int, { description: 'As last read. REVISION_CONFLICT when somebody was faster.' })
  revision: number;

  @Field(() => [ID], { description: 'Two or three members: COUNTING_BOARD_SIZE.' })
  @ArrayMaxSize(100)
  personIds: string[];
}

@InputType({ description: 'The vote of the viewer on one item.' })
export class CastBallotInput {
  @Field(() => ID)
  itemId: string;

  @Field(() => BallotChoice)
  choice: BallotChoice;
}

@InputType({ description: 'Gives an open vote up.' })
export class AnnulBallotInput {
  @Field(() => ID)
  itemId: string;

  @Field()
  @MaxLength(2000)
  reason: string;
}

@InputType({ description: 'What the secretary writes down about an item.' })
export class SaveProceedingsInput {
  @Field(() => ID)
  itemId: string;

  @Field(() => Int, { description: 'As last read; 0 before anything was written.' })
  revision: number;

  @Field()
  @MaxLength(20_000)
  notes: string;
}

@InputType({ description: 'Drafts the minutes of the meeting.' })
export class DraftMinutesInput {
  @Field(() => ID)
  sessionId: string;

  @Field(() => Int, { description: 'As last read. REVISION_CONFLICT when somebody was faster.' })
  revision: number;

  @Field({ description: 'The conclusion of whoever presided.' })
  @MaxLength(20_000)
  conclusion: string;
}

@InputType({ description: 'Signs minutes as they were read.' })
export class SignMinutesInput {
  @Field(() => ID)
  minutesId: string;

  @Field({ description: 'Of the minutes that were read: MINUTES_CHANGED when they were drafted anew since.' })
  @IsLine()
  sha256: string;
}
