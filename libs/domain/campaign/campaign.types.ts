import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EvaluationRegulation, Level } from '@domain/regulation';
import { DateTime, LocalDate, TypeAccess } from '@kit/graphql';
import { CAMPAIGN_STATES, type CampaignState as State } from './campaign.workflow.js';

export type CampaignState = State;
export const CampaignState = Object.fromEntries(CAMPAIGN_STATES.map((state) => [state, state])) as { readonly [S in State]: S };

registerEnumType(CampaignState, {
  name: 'CampaignState',
  description: 'Where a campaign stands.',
  valuesMap: {
    PLANNED: { description: 'Announced; drafts can be begun.' },
    OPEN: { description: 'Accepts submissions from its first day until its deadline.' },
    CLOSED: { description: 'Accepts no more submissions; supplements and formal checks go on.' },
    SCORING: { description: 'The council scores.' },
    DECIDING: { description: 'The authority head decides.' },
    PUBLISHED: { description: 'The result is public.' },
    ARCHIVED: { description: 'Kept for reference.' },
    CANCELLED: { description: 'Given up before a decision.' },
  },
});

@ObjectType({ description: 'Đợt xét: a round in which initiatives are filed, scored and decided under one regulation.' })
@TypeAccess('campaign.read')
export class Campaign {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Unique in the ward, such as "2026-cuoi-nam".' })
  code: string;

  @Field()
  name: string;

  @Field(() => Int)
  year: number;

  @Field(() => Level)
  level: Level;

  @Field(() => EvaluationRegulation, { description: 'The rules that hold for it; frozen when it opens.' })
  regulation: EvaluationRegulation;

  @Field(() => CampaignState)
  state: State;

  @Field(() => LocalDate, { description: 'First day on which files are accepted.' })
  opensOn: string;

  @Field(() => DateTime, { description: 'The first instant that is late.' })
  submissionClosesAt: Date;

  @Field(() => LocalDate, { description: 'Last day on which files are accepted, to the end of that day in Vietnam.' })
  lastSubmissionDay: string;

  @Field({ description: 'Whether a file that arrives now is accepted, by the database’s clock.' })
  acceptsSubmissions: boolean;

  @Field(() => Int, { nullable: true, description: 'How many recognised initiatives the ward plans for.' })
  targetCount: number | null;

  @Field(() => Int, { description: 'Name the one last read when you change the campaign.' })
  revision: number;

  /** For the policy; not part of the schema. */
  tenantId: string;
}
