import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '@domain/organisation';
import { DateTime, PARENT, TypeAccess } from '@kit/graphql';
import { AgendaWarningCode, ConflictDecision, ConflictKind, ConflictSource } from './closed-lists.js';

@ObjectType({ description: 'A conflict of interest between a member and an item (INV-11).' })
@TypeAccess(PARENT)
export class Conflict {
  @Field(() => ID)
  id: string;

  @Field(() => Person)
  person: Person;

  @Field(() => ConflictKind)
  kind: ConflictKind;

  @Field(() => ConflictSource)
  source: ConflictSource;

  @Field(() => ConflictDecision)
  decision: ConflictDecision;

  @Field({ description: 'Whether law or regulation leave nothing to decide: it can never be allowed.' })
  isAbsolute: boolean;

  @Field(() => String, { nullable: true, description: 'What the member declared, or who objected wrote.' })
  reason: string | null;

  @Field(() => Person, { nullable: true, description: 'Null while nobody has decided, and for what recuses by itself.' })
  decidedBy: Person | null;

  @Field(() => DateTime, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the member may score, or may not.' })
  decisionReason: string | null;
}

@ObjectType({ description: 'An interest of the viewer in an item that the viewer can see.' })
@TypeAccess(PARENT)
export class OwnInterest {
  @Field(() => ConflictKind)
  kind: ConflictKind;

  @Field(() => ConflictSource)
  source: ConflictSource;

  @Field(() => ConflictDecision)
  decision: ConflictDecision;
}

@ObjectType({ description: 'A conflict about which the viewer decides, with the item it is about.' })
@TypeAccess(PARENT)
export class ConflictCase {
  @Field(() => ID)
  itemId: string;

  @Field({ description: 'Of the initiative, such as "SK-2026-0001".' })
  code: string;

  @Field()
  title: string;

  @Field(() => Conflict)
  conflict: Conflict;
}

@ObjectType({ description: 'Something that must be seen before an agenda is settled, with the counts that explain it; all of members with a vote.' })
@TypeAccess(PARENT)
export class AgendaWarning {
  @Field(() => AgendaWarningCode)
  code: AgendaWarningCode;

  @Field(() => ID, { nullable: true, description: 'Null for what concerns the whole session.' })
  itemId: string | null;

  @Field(() => Int)
  appointed: number;

  @Field(() => Int, { description: 'Not recused from the item; for the quorum those in office on the day of the meeting.' })
  eligible: number;

  @Field(() => Int, { description: 'Eligible members whose interest waits for a decision.' })
  undecided: number;

  @Field(() => Int, { nullable: true, description: 'How many votes, sheets or members it takes; null where nothing is counted.' })
  needed: number | null;
}

@ObjectType({ description: 'Somebody who could replace a member: of the ward, once on one of its councils, not barred from any item of the agenda the viewer sees.' })
@TypeAccess(PARENT)
export class ReplacementCandidate {
  @Field(() => Person)
  person: Person;

  @Field(() => Int, { description: 'Items in which an interest of the person would have to be decided about.' })
  undecidedItems: number;
}
