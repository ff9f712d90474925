import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PARENT, TypeAccess } from '@kit/graphql';
import { Outcome } from './closed-lists.js';
import { VoteOutcome } from './meeting.types.js';

@ObjectType({ description: 'An exact average and how it is shown. All points are hundredths.' })
@TypeAccess(PARENT)
export class AverageLine {
  @Field({ description: 'Of the criterion or group; for measures NOVELTY, EFFECTIVENESS, REPLICABILITY or OTHER.' })
  code: string;

  @Field({ description: 'In the client’s language, where the regulation has both.' })
  name: string;

  @Field(() => Int, { description: 'Sum over the sheets counted; with count the exact average (INV-25).' })
  sum: number;

  @Field(() => Int, { description: 'Sheets counted.' })
  count: number;

  @Field(() => Int, { description: 'Rounded half up, only to be shown; 0 without sheets.' })
  average: number;

  @Field(() => Int)
  maxPoints: number;
}

@ObjectType({ description: 'Why an outcome is as it is, or what must be seen before anybody signs.' })
@TypeAccess(PARENT)
export class ResultReason {
  @Field({ description: 'Stable, such as TOTAL_BELOW.' })
  code: string;

  @Field({ description: 'Spelled out in the client’s language: "… 68,50 < 70,00 …".' })
  text: string;
}

@ObjectType({ description: 'What the council found on an item. Provisional, by the sheets alone, from the end of scoring until the session is counted; it never changes afterwards.' })
@TypeAccess(PARENT)
export class ItemResult {
  @Field(() => Outcome)
  outcome: Outcome;

  @Field({ description: 'Whether the council has still to meet, so that sheets of the absent may drop out and the vote is missing.' })
  isProvisional: boolean;

  @Field({ description: 'NOT_REQUIRED, PENDING, NOT_TAKEN, PASSED or FAILED.' })
  voteState: string;

  @Field(() => VoteOutcome, { nullable: true, description: 'Null when no ballot was taken.' })
  vote: VoteOutcome | null;

  @Field(() => Int, { description: 'Sheets counted.' })
  sheetCount: number;

  @Field(() => Int, { description: 'Sum of the totals counted, in hundredths; totalSum / sheetCount is the exact average, which alone is compared with thresholds (INV-25).' })
  totalSum: number;

  @Field(() => Int, { description: 'The average in hundredths, rounded half up, only to be shown: 69,995 shows as 7000 and fails 70. 0 without sheets.' })
  average: number;

  @Field({ description: 'Whether the average also reaches the threshold for a proposal to the city.' })
  isCityCandidate: boolean;

  @Field(() => String, { nullable: true, description: 'Null without grade bands, below the lowest, or when a minimum of the band that fits fails (see warnings).' })
  gradeCode: string | null;

  @Field(() => String, { nullable: true })
  gradeLabel: string | null;

  @Field(() => [AverageLine], { description: 'Scored criteria in the order of the regulation.' })
  criteria: AverageLine[];

  @Field(() => [AverageLine])
  groups: AverageLine[];

  @Field(() => [AverageLine], { description: 'By what the law asks for, whatever the scale of the ward.' })
  measures: AverageLine[];

  @Field(() => [ResultReason], { description: 'All reasons of the outcome, not only the first.' })
  reasons: ResultReason[];

  @Field(() => [ResultReason], { description: 'What does not change the outcome but must be seen, such as a grade whose minimum fails.' })
  warnings: ResultReason[];

  @Field(() => Int, { nullable: true, description: 'Place by exact average among the items of the session that the viewer sees; 1 is best. Null without sheets.' })
  rank: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether another item shares the place after all rules for ties; the chair then decides with a reason.' })
  isTied: boolean | null;
}
