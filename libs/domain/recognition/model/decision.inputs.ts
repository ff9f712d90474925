import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsLine } from '@kit/graphql';
import { ArrayMaxSize, ArrayUnique, MaxLength } from 'class-validator';
import { EffectivenessOutcome, RecognitionOutcome } from './closed-lists.js';

@InputType({ description: 'The draft of a decision on the results of a locked session.' })
export class ProposeDecisionInput {
  @Field(() => ID)
  sessionId: string;

  @Field({ description: 'Trích yếu, at most 500 characters.' })
  @IsLine()
  summary: string;
}

@InputType({ description: 'The decision on one initiative.' })
export class DecideItemInput {
  @Field(() => ID)
  itemId: string;

  @Field(() => Int, { description: 'The revision of the decision as last read. REVISION_CONFLICT.' })
  decisionRevision: number;

  @Field(() => RecognitionOutcome)
  outcome: RecognitionOutcome;

  @Field(() => EffectivenessOutcome)
  effectiveness: EffectivenessOutcome;

  @Field(() => [String], { description: 'Codes of the legal list (Decree 13/2012 Art. 3–4); at least one when refusing, none otherwise.' })
  @ArrayMaxSize(10)
  @ArrayUnique()
  @MaxLength(60, { each: true })
  refusalReasons: string[];

  @Field({ description: 'Needed when refusing and when deciding against the council; otherwise may be empty. At most 4,000 characters.' })
  @MaxLength(4_000)
  reason: string;
}

@InputType({ description: 'Gives the decision its number and date.' })
export class IssueDecisionInput {
  @Field(() => ID)
  decisionId: string;

  @Field(() => Int, { description: 'As last read. REVISION_CONFLICT.' })
  revision: number;

  @Field({ description: 'Made by the client, 8 to 100 characters; repeating it changes nothing.' })
  idempotencyKey: string;

  @Field(() => String, { nullable: true, description: 'Under the signature; the title of the head when left out.' })
  @IsLine()
  signerTitle?: string | null;
}
