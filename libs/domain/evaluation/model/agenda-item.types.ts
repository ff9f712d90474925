import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ApplicationMeasure, ApplicationStatus, Attachment, AuthorRole, BenefitKind, FirstAppliedKind, InitiativeKind } from '@domain/initiative';
import { Access, DateTime, LocalDate, PARENT, TypeAccess, Vnd } from '@kit/graphql';
import type { ItemFacts } from '../policy/item.conditions.js';
import { Conflict, OwnInterest } from './conflict.types.js';
import { ItemResult } from './result.types.js';
import { ScoreSheet } from './sheet.types.js';

@ObjectType({ description: 'An author as submitted.' })
@TypeAccess(PARENT)
export class JudgedAuthor {
  @Field()
  fullName: string;

  @Field(() => String, { nullable: true })
  unitName: string | null;

  @Field(() => String, { nullable: true, description: 'Chức vụ.' })
  position: string | null;

  @Field(() => Int, { description: 'Hundredths of a percent.' })
  shareBp: number;

  @Field(() => AuthorRole)
  role: AuthorRole;
}

@ObjectType({ description: 'An application of the initiative as submitted.' })
@TypeAccess(PARENT)
export class JudgedApplication {
  @Field()
  place: string;

  @Field(() => LocalDate)
  appliedFrom: string;

  @Field(() => LocalDate, { nullable: true })
  appliedTo: string | null;

  @Field(() => ApplicationStatus)
  status: ApplicationStatus;

  @Field({ description: 'Whether it is the first application.' })
  isFirst: boolean;

  @Field(() => BenefitKind)
  benefitKind: BenefitKind;

  @Field(() => Vnd, { nullable: true })
  benefitAmount: number | null;

  @Field(() => [ApplicationMeasure])
  measures: ApplicationMeasure[];

  @Field(() => DateTime, { nullable: true, description: 'When the head of the unit confirmed it; also after the submission.' })
  confirmedAt: Date | null;
}

@ObjectType({ description: 'The version that is judged, word for word (INV-07): what was accepted, not what the row says today.' })
@TypeAccess(PARENT)
export class JudgedDossier {
  @Field(() => Int)
  versionNumber: number;

  @Field({ description: 'SHA-256 of the version, as on the receipt of its submission.' })
  sha256: string;

  @Field()
  title: string;

  @Field(() => InitiativeKind)
  kind: InitiativeKind;

  @Field()
  fieldName: string;

  @Field({ description: 'The unit through which it was submitted.' })
  unitName: string;

  @Field(() => [JudgedAuthor])
  authors: JudgedAuthor[];

  @Field(() => LocalDate, { nullable: true })
  firstAppliedOn: string | null;

  @Field(() => FirstAppliedKind, { nullable: true })
  firstAppliedKind: FirstAppliedKind | null;

  @Field()
  summary: string;

  @Field()
  stateBefore: string;

  @Field()
  content: string;

  @Field()
  novelty: string;

  @Field()
  conditions: string;

  @Field()
  benefitAuthor: string;

  @Field()
  benefitAdopters: string;

  @Field(() => String, { nullable: true, description: 'Author-secret: for the council and officers only, never public (INV-09). Null when there is none.' })
  confidentialParts: string | null;

  @Field(() => [JudgedApplication])
  applicationRecords: JudgedApplication[];

  @Field(() => [Attachment], { description: 'The files of the version, author-secret ones included.' })
  attachments: Attachment[];
}

@ObjectType({ description: 'One initiative on the agenda of a session. For a recused member it does not exist (NOT_FOUND).' })
@TypeAccess('item.read')
export class AgendaItem implements ItemFacts {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'Place on the agenda as the viewer sees it, from 1, without gaps.' })
  position: number;

  @Field(() => ID)
  sessionId: string;

  @Field(() => ID)
  initiativeId: string;

  @Field({ description: 'Such as "SK-2026-0001".' })
  code: string;

  @Field()
  title: string;

  @Field()
  unitName: string;

  @Field()
  fieldName: string;

  @Field(() => JudgedDossier)
  dossier: JudgedDossier;

  @Field(() => ScoreSheet, { nullable: true, description: 'Null before the viewer begins one.' })
  mySheet: ScoreSheet | null;

  @Field(() => [ScoreSheet], {
    nullable: true,
    description: 'Named submitted sheets of all members. Empty until scoring has closed (INV-18); for the head until the lock. Drafts are never shown.',
  })
  @Access('item.readResult')
  sheets: ScoreSheet[] | null;

  @Field(() => ItemResult, { nullable: true, description: 'Null until scoring has closed (INV-18); for the head until the lock.' })
  @Access('item.readResult')
  result: ItemResult | null;

  @Field(() => [Conflict], { nullable: true, description: 'For chair and secretary; empty for everybody else.' })
  @Access('item.readConflicts')
  conflicts: Conflict[] | null;

  @Field({ description: 'Whether the viewer scores it: votes, is not recused nor waits for a decision about an interest, and is assigned where the regulation has items scored by some of the members.' })
  mayScore: boolean;

  @Field(() => [OwnInterest], { description: 'Interests of the viewer in the item that do not recuse. While one is PENDING the viewer cannot score: CONFLICT_UNDECIDED.' })
  myInterests: OwnInterest[];

  @Field(() => ID, {
    nullable: true,
    description: 'Who presides over the item: chair, for a recused chair a deputy, or else whom the head chose; null when somebody must be chosen. For chair, secretary and head.',
  })
  @Access('item.readPresider')
  presiderId: string | null;

  // What the policy decides by; not part of the schema.
  tenantId: string;
  state: ItemFacts['state'];
  seats: ItemFacts['seats'];
  recusedIds: string[];
  undecidedIds: string[];
  assignedIds: string[];
}
