import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Level } from '@domain/regulation';
import { IsLine, LocalDate } from '@kit/graphql';
import { Matches, Max, Min } from 'class-validator';
import { CampaignState } from './campaign.types.js';
import type { CampaignState as State } from './campaign.workflow.js';

@InputType({ description: 'A new campaign; it begins as PLANNED.' })
export class CreateCampaignInput {
  @Field({ description: 'Small letters, digits and hyphens, 2 to 60, unique in the ward. CAMPAIGN_CODE_TAKEN.' })
  @Matches(/^[a-z0-9-]{2,60}$/)
  code: string;

  @Field({ description: 'At most 500 characters.' })
  @IsLine()
  name: string;

  @Field(() => Int, { description: '2000 to 2200.' })
  @Min(2000)
  @Max(2200)
  year: number;

  @Field(() => Level)
  level: Level;

  @Field(() => ID, { description: 'NOT_FOUND when the ward has no such regulation. It need not be in force yet.' })
  regulationId: string;

  @Field(() => LocalDate, { description: 'First day on which files are accepted.' })
  opensOn: string;

  @Field(() => LocalDate, { description: 'Last day on which files are accepted, to the end of that day in Vietnam. CAMPAIGN_DATES_REVERSED.' })
  lastSubmissionDay: string;

  @Field(() => Int, { nullable: true, description: 'How many recognised initiatives the ward plans for.' })
  @Min(1)
  @Max(100_000)
  targetCount?: number | null;
}

@InputType({ description: 'One step in the life of a campaign.' })
export class ChangeCampaignStateInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'As last read. REVISION_CONFLICT when somebody was faster.' })
  revision: number;

  @Field(() => CampaignState, { description: 'CAMPAIGN_WRONG_STATE when no step leads there; opening needs a regulation in force (REGULATION_NOT_IN_FORCE).' })
  state: State;
}
