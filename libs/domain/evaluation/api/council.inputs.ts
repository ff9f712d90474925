import { Field, ID, InputType } from '@nestjs/graphql';
import { IsLine, LocalDate } from '@kit/graphql';
import { ArrayMaxSize, ArrayNotEmpty } from 'class-validator';
import { CouncilRole } from '../model/closed-lists.js';

@InputType({ description: 'Somebody appointed to a council.' })
export class CouncilMemberInput {
  @Field(() => ID, { description: 'NOT_FOUND when the ward has no such person. Each person once: COUNCIL_MEMBER_TWICE.' })
  personId: string;

  @Field(() => CouncilRole, { description: 'Exactly one CHAIR and one SECRETARY: COUNCIL_NEEDS_ONE_CHAIR, COUNCIL_NEEDS_ONE_SECRETARY.' })
  role: CouncilRole;

  @Field({ description: 'At least three members vote (COUNCIL_TOO_SMALL), the chair among them (COUNCIL_CHAIR_VOTES).' })
  isVoting: boolean;
}

@InputType({ description: 'A council established by a decision of the head (Decree 13/2012 Art. 8, INV-13).' })
export class CreateCouncilInput {
  @Field({ description: 'At most 500 characters.' })
  @IsLine()
  name: string;

  @Field({ description: 'Such as "12/QĐ-UBND"; at most 100 characters.' })
  @IsLine(100)
  decisionNumber: string;

  @Field(() => LocalDate)
  decisionDate: string;

  @Field(() => LocalDate)
  termFrom: string;

  @Field(() => LocalDate, { description: 'Last day of the term. COUNCIL_TERM_REVERSED.' })
  termTo: string;

  @Field(() => [CouncilMemberInput], { description: 'In the order of the decision, at most 50.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  members: CouncilMemberInput[];
}
