import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { File } from '@domain/file';
import { OrgUnit, Person } from '@domain/organisation';
import { DateTime, LocalDate, PARENT, TypeAccess, Vnd } from '@kit/graphql';
import { ApplicationStatus, AttachmentKind, AuthorRole, BenefitKind, Confidentiality, DossierSection } from './closed-lists.js';
import type * as terms from '../domain/terms.js';

@ObjectType({ description: 'One author of an initiative. The shares of all authors sum to 10000 when it is submitted (INV-01).' })
@TypeAccess(PARENT)
export class InitiativeAuthor {
  @Field(() => ID)
  id: string;

  @Field(() => Person)
  person: Person;

  @Field(() => AuthorRole)
  role: terms.AuthorRole;

  @Field(() => Int, { description: 'Place in the list, from 1.' })
  position: number;

  @Field(() => Int, { description: 'Share of the creation in hundredths of a percent, 1 to 10000.' })
  shareBp: number;

  @Field(() => DateTime, { nullable: true, description: 'When the author consented to the present share; null while unanswered or declined.' })
  confirmedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the person refused to be named; a new share asks again.' })
  declinedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why, in the words of the person.' })
  declineReason: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Personal data: null for whoever may not read it.' })
  birthDate: string | null;

  @Field(() => String, { nullable: true, description: 'Trình độ chuyên môn. Personal data: null for whoever may not read it.' })
  qualification: string | null;
}

@ObjectType({ description: 'Somebody who took part in the first application (Circular 18/2013, Annex I).' })
@TypeAccess(PARENT)
export class FirstAdopter {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'Place in the list, from 1.' })
  position: number;

  @Field(() => ID, { nullable: true, description: 'The person of the ward, when it is one.' })
  personId: string | null;

  @Field()
  fullName: string;

  @Field(() => LocalDate, { nullable: true, description: 'Personal data: null for whoever may not read it.' })
  birthDate: string | null;

  @Field(() => String, { nullable: true, description: 'Nơi công tác hoặc nơi thường trú.' })
  workplace: string | null;

  @Field(() => String, { nullable: true, description: 'Chức danh.' })
  jobTitle: string | null;

  @Field(() => String, { nullable: true, description: 'Trình độ chuyên môn. Personal data: null for whoever may not read it.' })
  qualification: string | null;

  @Field({ description: 'Nội dung công việc hỗ trợ.' })
  workDone: string;
}

@ObjectType({ description: 'A figure before and after the application. Values are decimals as text, e.g. "12.5".' })
@TypeAccess(PARENT)
export class ApplicationMeasure {
  @Field({ description: 'What is measured, such as "Thời gian xử lý một hồ sơ".' })
  name: string;

  @Field({ description: 'Such as "phút".' })
  unit: string;

  @Field({ description: 'Decimal with a point, at most 4 digits after it.' })
  before: string;

  @Field({ description: 'Decimal with a point, at most 4 digits after it.' })
  after: string;

  @Field(() => String, { nullable: true, description: 'The time the figures are about.' })
  period: string | null;

  @Field(() => String, { nullable: true, description: 'Where the figures come from.' })
  source: string | null;
}

@ObjectType({ description: 'Where and how the initiative was applied: the facts behind "effectively applied" (INV-05).' })
@TypeAccess(PARENT)
export class ApplicationRecord {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'Place in the list, from 1.' })
  position: number;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit that applied it; its head can confirm. Null outside the ward’s units.' })
  unit: OrgUnit | null;

  @Field({ description: 'The place in words.' })
  place: string;

  @Field(() => LocalDate)
  appliedFrom: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; null while it goes on.' })
  appliedTo: string | null;

  @Field(() => ApplicationStatus)
  status: terms.ApplicationStatus;

  @Field({ description: 'Whether it is the place of the first application; at most one is.' })
  isFirst: boolean;

  @Field(() => BenefitKind)
  benefitKind: terms.BenefitKind;

  @Field(() => Vnd, { nullable: true, description: 'Integer VND; null exactly when the benefit is not countable.' })
  benefitAmount: number | null;

  @Field(() => [ApplicationMeasure])
  measures: ApplicationMeasure[];

  @Field(() => Person, { nullable: true, description: 'Head of the unit who confirmed the application.' })
  confirmedBy: Person | null;

  @Field(() => DateTime, { nullable: true })
  confirmedAt: Date | null;

  @Field(() => String, { nullable: true })
  confirmationNote: string | null;
}

@ObjectType({ description: 'A file of the dossier and what it proves. Author-secret ones are left out for whoever may not read secrets.' })
@TypeAccess(PARENT)
export class Attachment {
  @Field(() => ID)
  id: string;

  @Field(() => File)
  file: File;

  @Field(() => AttachmentKind)
  kind: terms.AttachmentKind;

  @Field({ description: 'What can be seen in it.' })
  caption: string;

  @Field(() => DossierSection, { description: 'The part of the form it proves.' })
  supports: terms.DossierSection;

  @Field(() => Confidentiality)
  confidentiality: terms.Confidentiality;

  @Field(() => Int, { description: 'Place in the list, from 1.' })
  position: number;
}
