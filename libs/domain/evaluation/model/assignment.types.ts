import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '@domain/organisation';
import { DateTime, PARENT, TypeAccess } from '@kit/graphql';
import { AssignmentChange, AssignmentPlanKind } from './closed-lists.js';

@ObjectType({ description: 'One member scores one item.' })
@TypeAccess(PARENT)
export class AssignedMember {
  @Field(() => ID)
  itemId: string;

  @Field(() => ID)
  personId: string;
}

@ObjectType({ description: 'How many items a member scores, of those the viewer sees.' })
@TypeAccess(PARENT)
export class AssignedLoad {
  @Field(() => ID)
  personId: string;

  @Field(() => Int)
  items: number;
}

@ObjectType({ description: 'An item that fewer members score than the regulation asks for.' })
@TypeAccess(PARENT)
export class AssignmentShortage {
  @Field(() => ID)
  itemId: string;

  @Field(() => Int, { description: 'Members who score it.' })
  assigned: number;

  @Field(() => Int, { description: 'Members the regulation asks for.' })
  needed: number;

  @Field(() => Int, { description: 'Voting members who are not recused. Where they are fewer than needed, the item is complete with them.' })
  eligible: number;
}

@ObjectType({ description: 'A change of the assignment: who made it and when. It is kept also when it was undone.' })
@TypeAccess(PARENT)
export class AssignmentPlan {
  @Field(() => ID)
  id: string;

  @Field(() => AssignmentPlanKind)
  kind: AssignmentPlanKind;

  @Field(() => Person)
  by: Person;

  @Field(() => DateTime)
  at: Date;

  @Field(() => Int, { description: 'Rows that came, on items the viewer sees.' })
  added: number;

  @Field(() => Int, { description: 'Rows that went, on items the viewer sees.' })
  removed: number;

  @Field()
  isUndone: boolean;
}

@ObjectType({ description: 'Phân công chấm điểm: who scores what, where the regulation has each item scored by some of the members.' })
@TypeAccess(PARENT)
export class SessionAssignment {
  @Field(() => Int, { description: 'How many members score each item, or all who may where they are fewer.' })
  perItem: number;

  @Field({ description: 'Whether scoring has opened: from then on members are only added, in place of recused ones.' })
  isFixed: boolean;

  @Field(() => [AssignedMember], { description: 'By agenda, then by council; without members who were recused since. Items without rows have nobody yet.' })
  rows: AssignedMember[];

  @Field(() => [AssignedLoad], { description: 'Of every voting member, by council.' })
  loads: AssignedLoad[];

  @Field(() => [AssignmentShortage], { description: 'By agenda.' })
  shortages: AssignmentShortage[];

  @Field({ description: 'Whether the latest applied change can be taken back.' })
  canUndo: boolean;

  @Field(() => [AssignmentPlan], { description: 'The latest 50 changes, the newest first.' })
  plans: AssignmentPlan[];
}

@ObjectType({ description: 'What a proposal does with one row of the assignment.' })
@TypeAccess(PARENT)
export class ProposedRow {
  @Field(() => ID)
  itemId: string;

  @Field(() => ID)
  personId: string;

  @Field(() => AssignmentChange)
  change: AssignmentChange;
}

@ObjectType({ description: 'How many items a member scores now and after the proposal, of those the viewer sees.' })
@TypeAccess(PARENT)
export class ProposedLoad {
  @Field(() => ID)
  personId: string;

  @Field(() => Int)
  before: number;

  @Field(() => Int)
  after: number;
}

@ObjectType({ description: 'Who could score what: as even as conflicts allow, with as few changes as possible. Nothing is changed by asking.' })
@TypeAccess(PARENT)
export class AssignmentProposal {
  @Field(() => ID)
  sessionId: string;

  @Field(() => Int, { description: 'Of the session; name it when you apply the proposal.' })
  revision: number;

  @Field(() => Int, { description: 'How many members score each item, or all who may where they are fewer.' })
  perItem: number;

  @Field(() => [ProposedRow], { description: 'By agenda, then by council; rows that would go are among them.' })
  rows: ProposedRow[];

  @Field(() => [ProposedLoad], { description: 'Of every voting member, by council.' })
  loads: ProposedLoad[];

  @Field(() => [AssignmentShortage], { description: 'What would still be short after it, by agenda.' })
  shortages: AssignmentShortage[];
}
