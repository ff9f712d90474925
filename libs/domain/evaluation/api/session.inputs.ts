import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsLine, LocalDate } from '@kit/graphql';
import { ArrayMaxSize } from 'class-validator';
import { MOST_ITEMS } from '../data/session.shapes.js';

@InputType({ description: 'A new session; it begins as a draft without an agenda.' })
export class CreateSessionInput {
  @Field(() => ID, { description: 'NOT_FOUND when the ward has no such council.' })
  councilId: string;

  @Field(() => ID, { description: 'Open, closed, in scoring or in deciding: SESSION_CAMPAIGN_UNFIT. NOT_FOUND when the ward has none such.' })
  campaignId: string;

  @Field({ description: 'At most 500 characters.' })
  @IsLine()
  title: string;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the meeting.' })
  heldOn?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  @IsLine()
  place?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day for sheets, not in the past: SESSION_DUE_DATE_PASSED.' })
  scoringDueOn?: string | null;
}

@InputType({ description: 'When and where a session is held and until when it is scored, complete: what is left out is taken away.' })
export class RescheduleSessionInput {
  @Field(() => ID)
  sessionId: string;

  @Field(() => Int, { description: 'As last read. REVISION_CONFLICT when somebody was faster.' })
  revision: number;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the meeting.' })
  heldOn?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  @IsLine()
  place?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day for sheets, not in the past unless it was so before: SESSION_DUE_DATE_PASSED.' })
  scoringDueOn?: string | null;
}

@InputType({ description: 'The agenda of a session, complete and in order.' })
export class SetAgendaInput {
  @Field(() => ID)
  sessionId: string;

  @Field(() => Int, { description: 'As last read. REVISION_CONFLICT when somebody was faster.' })
  revision: number;

  @Field(() => [ID], {
    description: 'At most 500. Accepted or deferred initiatives of the campaign (AGENDA_INITIATIVE_NOT_READY), each once (AGENDA_INITIATIVE_TWICE), on no other open agenda (AGENDA_INITIATIVE_TAKEN). Items on which the viewer is recused stay without being named.',
  })
  @ArrayMaxSize(MOST_ITEMS)
  initiativeIds: string[];
}

@InputType({ description: 'One step of a session.' })
export class SessionActInput {
  @Field(() => ID)
  sessionId: string;

  @Field(() => Int, { description: 'As last read. REVISION_CONFLICT when somebody was faster.' })
  revision: number;
}
