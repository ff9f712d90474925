import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Person } from '@domain/organisation';
import { DateTime, LocalDate, PARENT, TypeAccess } from '@kit/graphql';
import {
  DiffKind, DossierSection, FormalCheckOutcome, InitiativeState, ReasonKind, VersionReason,
} from './closed-lists.js';
import type * as terms from '../domain/terms.js';

@ObjectType({ description: 'Something that is missing or wrong in a dossier. All faults come at once.' })
@TypeAccess(PARENT)
export class DossierFault {
  @Field({ description: 'Stable code of the error catalogue.' })
  code: string;

  @Field(() => DossierSection)
  section: terms.DossierSection;

  @Field(() => [String], { description: 'The field of the dossier, such as ["authors", "1", "shareBp"].' })
  path: string[];

  @Field({ description: 'False for a warning: the dossier can be submitted all the same.' })
  isBlocking: boolean;

  @Field(() => String, { nullable: true, description: 'Facts of the fault as JSON, such as {"lastDay":"2026-05-08"}.' })
  details: string | null;
}

@ObjectType({ description: 'Giấy biên nhận: proof of a submission (Circular 18/2013 Art. 6, Annex II).' })
@TypeAccess(PARENT)
export class Receipt {
  @Field({ description: 'Such as "BN-2026-0001"; from a gapless yearly series, never reused (INV-08).' })
  number: string;

  @Field(() => DateTime, { description: 'When the first version arrived, by the database’s clock.' })
  at: Date;

  @Field({ description: 'SHA-256 of the canonical JSON of the first version, in hexadecimal.' })
  versionSha256: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the consideration; null until the request is accepted.' })
  resultDueOn: string | null;

  @Field(() => LocalDate, { description: 'Last day of the formal check (Decree 13/2012 Art. 6).' })
  formalCheckDueOn: string;

  @Field(() => Person)
  submittedBy: Person;
}

@ObjectType({ description: 'A fault or ground in a formal check.' })
@TypeAccess(PARENT)
export class FormalFault {
  @Field({ description: 'Code of the reason library.' })
  code: string;

  @Field(() => DossierSection)
  section: terms.DossierSection;

  @Field({ description: 'The reason spelled out in the client’s language.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'What exactly is wrong in this dossier, in the officer’s words.' })
  note: string | null;
}

@ObjectType({ description: 'The formal check of one version.' })
@TypeAccess(PARENT)
export class FormalCheck {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  versionNumber: number;

  @Field(() => FormalCheckOutcome)
  outcome: terms.FormalCheckOutcome;

  @Field(() => [FormalFault])
  faults: FormalFault[];

  @Field({ description: 'The officer’s message to the authors.' })
  message: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day for the supplement, when one was asked for.' })
  dueOn: string | null;

  @Field(() => DateTime)
  checkedAt: Date;

  @Field(() => Person)
  checkedBy: Person;
}

@ObjectType({ description: 'One step of the procedure.' })
@TypeAccess(PARENT)
export class InitiativeStep {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Name of the transition, such as "submit" or "accept".' })
  transition: string;

  @Field(() => InitiativeState, { nullable: true })
  fromState: terms.InitiativeState | null;

  @Field(() => InitiativeState)
  toState: terms.InitiativeState;

  @Field(() => Person, { nullable: true, description: 'Null when the system acted.' })
  actor: Person | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => DateTime)
  at: Date;
}

@ObjectType({ description: 'A piece of text and what became of it.' })
@TypeAccess(PARENT)
export class DiffSegment {
  @Field(() => DiffKind)
  kind: 'SAME' | 'ADDED' | 'REMOVED';

  @Field()
  text: string;
}

@ObjectType({ description: 'A field that differs from the version before.' })
@TypeAccess(PARENT)
export class VersionChange {
  @Field({ description: 'The field, such as "content" or "authors".' })
  path: string;

  @Field(() => DossierSection)
  section: terms.DossierSection;

  @Field(() => [DiffSegment])
  segments: DiffSegment[];
}

@ObjectType({ description: 'What was handed in, word for word (INV-07).' })
@TypeAccess(PARENT)
export class InitiativeVersion {
  @Field(() => Int, { description: 'From 1.' })
  number: number;

  @Field(() => VersionReason)
  reason: terms.VersionReason;

  @Field({ description: 'SHA-256 of the canonical JSON of the version, in hexadecimal.' })
  sha256: string;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => Person)
  createdBy: Person;

  @Field(() => [VersionChange], {
    nullable: true,
    description: 'Differences from the version before; null for the first. Without author-secret parts for whoever may not read them.',
  })
  changes: VersionChange[] | null;
}

@ObjectType({ description: 'Advisory: another initiative of the ward with a similar title. A person decides what it means.' })
@TypeAccess(PARENT)
export class SimilarInitiative {
  @Field(() => ID)
  id: string;

  @Field()
  code: string;

  @Field()
  title: string;

  @Field(() => InitiativeState)
  state: terms.InitiativeState;

  @Field(() => Int, { description: 'Likeness of the titles in percent, without regard to case and marks.' })
  similarity: number;
}

@ObjectType({ description: 'A formal fault or ground of refusal that can be picked; the texts are in the client’s language.' })
@TypeAccess(PARENT)
export class ReasonTemplate {
  @Field({ description: 'Stable code, kept with the answer.' })
  code: string;

  @Field(() => ReasonKind)
  kind: terms.ReasonKind;

  @Field(() => DossierSection)
  section: terms.DossierSection;

  @Field()
  text: string;

  @Field(() => String, { nullable: true, description: 'How the authors can mend it; only of formal faults.' })
  fix: string | null;

  @Field(() => String, { nullable: true, description: 'The rule behind it, as Vietnamese documents cite it.' })
  legalBasis: string | null;
}

@ObjectType({ description: 'Counts of the intake queue; each equals the list of its view.' })
@TypeAccess(PARENT)
export class IntakeCounts {
  @Field(() => Int, { description: 'states: [SUBMITTED].' })
  waiting: number;

  @Field(() => Int, { description: 'states: [SUPPLEMENT_REQUIRED].' })
  supplement: number;

  @Field(() => Int, { description: 'isOverdue: true.' })
  overdue: number;

  @Field(() => Int, { description: 'states: [ACCEPTED, WAITING_APPLICATION].' })
  accepted: number;
}
