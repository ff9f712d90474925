import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Campaign } from '@domain/campaign';
import { Person } from '@domain/organisation';
import { EvaluationRulesType } from '@domain/regulation';
import { Access, DateTime, LocalDate, PARENT, TypeAccess } from '@kit/graphql';
import type { SessionFacts } from '../policy/session.conditions.js';
import { AgendaItem } from './agenda-item.types.js';
import { SessionAssignment } from './assignment.types.js';
import { CouncilRole, SessionAction, SessionState } from './closed-lists.js';
import { AgendaWarning, ConflictCase } from './conflict.types.js';
import { Council } from './council.types.js';
import { SheetProgress } from './sheet.types.js';

@ObjectType({ description: 'Who sits in a session: the council in force until scoring opens, from then on the copied members (INV-15).' })
@TypeAccess(PARENT)
export class SessionMember {
  @Field(() => Person)
  person: Person;

  @Field(() => CouncilRole)
  role: CouncilRole;

  @Field({ description: 'Whether the member scores and votes.' })
  isVoting: boolean;

  @Field(() => Int, { description: 'From 1.' })
  position: number;
}

@ObjectType({ description: 'Phiên họp đánh giá: a council judges initiatives of a campaign, independently, by the rules fixed when scoring opened.' })
@TypeAccess('session.read')
export class EvaluationSession implements SessionFacts {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field(() => SessionState)
  state: SessionState;

  @Field(() => Int, { description: 'Name the one last read when you change the session.' })
  revision: number;

  @Field(() => Council)
  council: Council;

  @Field(() => Campaign)
  campaign: Campaign;

  @Field(() => LocalDate, { nullable: true })
  heldOn: string | null;

  @Field(() => String, { nullable: true })
  place: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day for sheets; a reminder, the closing itself is an act.' })
  scoringDueOn: string | null;

  @Field(() => DateTime, { nullable: true })
  scoringOpenedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  scoringClosedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  lockedAt: Date | null;

  @Field(() => EvaluationRulesType, { nullable: true, description: 'The rule book of the campaign as it was when scoring opened; null before.' })
  rules: EvaluationRulesType | null;

  @Field(() => Int, { nullable: true, description: 'Submitted sheets an item needs for a result; with fewer it is deferred. Null before scoring opened.' })
  requiredSheets: number | null;

  @Field(() => [SessionMember], { description: 'By position.' })
  members: SessionMember[];

  @Field(() => [AgendaItem], { description: 'By position, at most 500; without the items on which the viewer is recused.' })
  items: AgendaItem[];

  @Field(() => [SheetProgress], { nullable: true, description: 'Who has submitted, never what; for chair and secretary once scoring has opened.' })
  @Access('session.readProgress')
  progress: SheetProgress[] | null;

  @Field(() => SessionAssignment, {
    nullable: true,
    description: 'Who scores what, for chair and secretary, without the items on which they are recused. Null where every member scores every item.',
  })
  @Access('session.assign')
  assignment: SessionAssignment | null;

  @Field(() => [ConflictCase], {
    nullable: true,
    description: 'Conflicts about which the viewer decides, by agenda, decided ones included; until scoring closes. For the chair those of members, for the head those of the chair, and those of items in which no chair or deputy is free of interest.',
  })
  @Access('session.decideConflicts')
  conflictCases: ConflictCase[] | null;

  @Field(() => [AgendaWarning], {
    nullable: true,
    description: 'What must be seen before the agenda is settled, until scoring closes; for chair and secretary, without the items on which they are recused.',
  })
  @Access('session.readWarnings')
  agendaWarnings: AgendaWarning[] | null;

  @Field(() => [SessionAction], { description: 'What the viewer can do now.' })
  actions: SessionAction[];

  // For the policy; not part of the schema.
  tenantId: string;
  seats: SessionFacts['seats'];
}
