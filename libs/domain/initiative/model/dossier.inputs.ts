import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsLine, LocalDate, Vnd } from '@kit/graphql';
import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min } from 'class-validator';
import {
  ApplicationStatus, AttachmentKind, BenefitKind, Confidentiality, DossierSection, FirstAppliedKind, InitiativeKind,
} from './closed-lists.js';
import type * as terms from '../domain/terms.js';
import { WHOLE_BP } from '../domain/shares.js';

/** Characters of a long text; the bound of `long_text` in the database. */
const LONGEST_TEXT = 20_000;

@InputType({ description: 'A new draft. The viewer becomes its lead with the whole share.' })
export class CreateInitiativeInput {
  @Field(() => ID, { description: 'NOT_FOUND, CAMPAIGN_CLOSED.' })
  campaignId: string;

  @Field({ description: 'At most 500 characters; 10 to 300 when it is submitted.' })
  @IsLine()
  title: string;
}

@InputType({ description: 'Only given fields change; null empties one (a title cannot be emptied). Every long text has at most 20,000 characters.' })
export class SaveInitiativeInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The one last read. REVISION_CONFLICT tells the current one, who made it and when.' })
  revision: number;

  @Field(() => String, { nullable: true, description: 'At most 500 characters; 10 to 300 when it is submitted.' })
  @IsLine()
  title?: string | null;

  @Field(() => InitiativeKind, { nullable: true })
  kind?: terms.InitiativeKind | null;

  @Field(() => ID, { nullable: true, description: 'NOT_FOUND when the ward has no such field.' })
  fieldId?: string | null;

  @Field(() => ID, { nullable: true, description: 'NOT_FOUND when the ward has no such unit in use.' })
  submittingUnitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'NOT_FOUND when the ward has no such unit in use.' })
  investorUnitId?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(500)
  investorName?: string | null;

  @Field(() => Boolean, { nullable: true })
  isStateFunded?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the first application or trial, whichever came first.' })
  firstAppliedOn?: string | null;

  @Field(() => FirstAppliedKind, { nullable: true })
  firstAppliedKind?: terms.FirstAppliedKind | null;

  @Field(() => LocalDate, { nullable: true, description: 'INITIATIVE_DATES_REVERSED when it lies before the first day.' })
  firstApplicationEndsOn?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(LONGEST_TEXT)
  summary?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(LONGEST_TEXT)
  stateBefore?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(LONGEST_TEXT)
  content?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(LONGEST_TEXT)
  novelty?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(LONGEST_TEXT)
  conditions?: string | null;

  @Field(() => String, { nullable: true, description: 'Author-secret: never public (Circular 18/2013 Art. 6).' })
  @MaxLength(LONGEST_TEXT)
  confidentialParts?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(LONGEST_TEXT)
  benefitAuthor?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(LONGEST_TEXT)
  benefitAdopters?: string | null;
}

@InputType({ description: 'An author and the share.' })
export class AuthorInput {
  @Field(() => ID, { description: 'NOT_FOUND when the ward has no such person; INITIATIVE_AUTHOR_TWICE.' })
  personId: string;

  @Field(() => Int, { description: 'Hundredths of a percent, 1 to 10000.' })
  @Min(1)
  @Max(WHOLE_BP)
  shareBp: number;
}

@InputType({ description: 'All authors; the first is the lead. Any change of a share or of the people clears all confirmations, except that of the lead who acts (INV-03). The shares need to be 100 % only when it is submitted.' })
export class SetAuthorsInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  revision: number;

  @Field(() => [AuthorInput], { description: '1 to 50.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  authors: AuthorInput[];
}

@InputType({ description: 'Somebody who took part in the first application.' })
export class FirstAdopterInput {
  @Field(() => ID, { nullable: true, description: 'The person of the ward, when it is one. INITIATIVE_ADOPTER_TWICE.' })
  personId?: string | null;

  @Field()
  @IsLine(200)
  fullName: string;

  @Field(() => LocalDate, { nullable: true })
  birthDate?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(500)
  workplace?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(500)
  jobTitle?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(500)
  qualification?: string | null;

  @Field()
  @MaxLength(LONGEST_TEXT)
  workDone: string;
}

@InputType({ description: 'All first adopters, in order.' })
export class SetFirstAdoptersInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  revision: number;

  @Field(() => [FirstAdopterInput], { description: 'At most 100.' })
  @ArrayMaxSize(100)
  adopters: FirstAdopterInput[];
}

@InputType({ description: 'A figure before and after.' })
export class MeasureInput {
  @Field()
  @IsLine()
  name: string;

  @Field()
  @IsLine(100)
  unit: string;

  @Field({ description: 'A decimal with "," or ".", such as "12,5". INVALID_DECIMAL.' })
  before: string;

  @Field({ description: 'A decimal with "," or ".", such as "12,5". INVALID_DECIMAL.' })
  after: string;

  @Field(() => String, { nullable: true })
  @MaxLength(200)
  period?: string | null;

  @Field(() => String, { nullable: true })
  @MaxLength(500)
  source?: string | null;
}

@InputType({ description: 'Where and how the initiative was applied.' })
export class ApplicationRecordInput {
  @Field(() => ID, { nullable: true, description: 'NOT_FOUND when the ward has no such unit in use.' })
  unitId?: string | null;

  @Field()
  @IsLine()
  place: string;

  @Field(() => LocalDate)
  appliedFrom: string;

  @Field(() => LocalDate, { nullable: true, description: 'INITIATIVE_DATES_REVERSED when it lies before the first day.' })
  appliedTo?: string | null;

  @Field(() => ApplicationStatus)
  status: terms.ApplicationStatus;

  @Field({ description: 'At most one record is the first. INITIATIVE_FIRST_RECORD_TWICE.' })
  isFirst: boolean;

  @Field(() => BenefitKind)
  benefitKind: terms.BenefitKind;

  @Field(() => Vnd, { nullable: true, description: 'Integer VND from 0; exactly when the benefit is countable. INITIATIVE_BENEFIT_AMOUNT_UNFIT.' })
  @Min(0)
  benefitAmount?: number | null;

  @Field(() => [MeasureInput], { description: 'At most 30.' })
  @ArrayMaxSize(30)
  measures: MeasureInput[];
}

@InputType({ description: 'All application records, in order. A record that is sent unchanged keeps its confirmation; a changed one has to be confirmed anew.' })
export class SetApplicationRecordsInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  revision: number;

  @Field(() => [ApplicationRecordInput], { description: 'At most 30.' })
  @ArrayMaxSize(30)
  records: ApplicationRecordInput[];
}

@InputType({ description: 'Attaches a file the viewer has sent; it may be used in several dossiers.' })
export class AttachFileInput {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: 'NOT_FOUND unless the viewer sent it. ATTACHMENT_FILE_UNUSABLE, ATTACHMENT_FILE_TWICE.' })
  fileId: string;

  @Field(() => AttachmentKind)
  kind: terms.AttachmentKind;

  @Field()
  @IsLine()
  caption: string;

  @Field(() => DossierSection, { description: 'The part of the form it proves. ATTACHMENT_SECTION_UNSUPPORTED for AUTHORS, CONFIDENTIAL, EVIDENCE and DECLARATION.' })
  supports: terms.DossierSection;

  @Field(() => Confidentiality)
  confidentiality: terms.Confidentiality;
}

@InputType({ description: 'Only given fields change.' })
export class ChangeAttachmentInput {
  @Field(() => ID)
  attachmentId: string;

  @Field(() => String, { nullable: true })
  @IsLine()
  caption?: string | null;

  @Field(() => DossierSection, { nullable: true, description: 'ATTACHMENT_SECTION_UNSUPPORTED.' })
  supports?: terms.DossierSection | null;

  @Field(() => AttachmentKind, { nullable: true })
  kind?: terms.AttachmentKind | null;

  @Field(() => Confidentiality, { nullable: true })
  confidentiality?: terms.Confidentiality | null;
}
