import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, Length, MaxLength } from 'class-validator';
import { DossierSection, InitiativeState } from './closed-lists.js';
import type * as terms from '../domain/terms.js';

const LONGEST_REASON = 2_000;

@InputType({ description: 'Hands in a draft or a supplement.' })
export class SubmitInitiativeInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The one last read: what is handed in is what was seen. REVISION_CONFLICT.' })
  revision: number;

  @Field({ description: 'The undertaking that everything stated is true. INITIATIVE_DECLARATION_REQUIRED.' })
  declarationAccepted: boolean;

  @Field({ description: 'Made by the client for this one act, 8 to 100 characters; a repetition gets the first answer. IDEMPOTENCY_KEY_REUSED.' })
  @Length(8, 100)
  idempotencyKey: string;
}

@InputType({ description: 'Consent of an author to the own share.' })
export class ConfirmAuthorshipInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The share that the author saw. AUTHORSHIP_SHARE_CHANGED when it is another one meanwhile.' })
  shareBp: number;
}

@InputType({ description: 'Refusal to be named as author.' })
export class DeclineAuthorshipInput {
  @Field(() => ID)
  id: string;

  @Field({ description: '1 to 2,000 characters.' })
  @Length(1, LONGEST_REASON)
  reason: string;
}

@InputType({ description: 'Withdrawal before the decision.' })
export class WithdrawInitiativeInput {
  @Field(() => ID)
  id: string;

  @Field({ description: '1 to 2,000 characters; kept with the step.' })
  @Length(1, LONGEST_REASON)
  reason: string;
}

@InputType({ description: 'A fault or ground of the reason library.' })
export class FormalFaultInput {
  @Field({ description: 'INITIATIVE_REASON_UNKNOWN when the library has no such code for this answer.' })
  @MaxLength(100)
  code: string;

  @Field(() => DossierSection)
  section: terms.DossierSection;

  @Field(() => String, { nullable: true, description: 'What exactly is wrong, at most 2,000 characters.' })
  @MaxLength(LONGEST_REASON)
  note?: string | null;
}

@InputType({ isAbstract: true })
class RefusalInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The version that was checked. INITIATIVE_VERSION_OUTDATED when there is a newer one.' })
  versionNumber: number;

  @Field(() => [FormalFaultInput], { description: 'All of them, 1 to 50.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  faults: FormalFaultInput[];

  @Field({ description: 'Message to the authors, at most 20,000 characters.' })
  @MaxLength(20_000)
  message: string;
}

@InputType({ description: 'Returns the dossier once with all its faults (FORMAL_FAULT).' })
export class RequestSupplementInput extends RefusalInput {}

@InputType({ description: 'Refuses acceptance on grounds of Decree 13/2012 Art. 6 (FORMAL_REFUSAL).' })
export class RejectInitiativeInput extends RefusalInput {}

@InputType({ description: 'Accepts the request.' })
export class AcceptInitiativeInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The version that was checked. INITIATIVE_VERSION_OUTDATED when there is a newer one.' })
  versionNumber: number;

  @Field(() => ID, { nullable: true, description: 'The initiative of which it is a duplicate; both are never under evaluation at once (INV-10).' })
  duplicateOfId?: string | null;
}

@InputType({ description: 'The head of a unit confirms that the unit applied the solution.' })
export class ConfirmApplicationInput {
  @Field(() => ID)
  recordId: string;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  @MaxLength(LONGEST_REASON)
  note?: string | null;
}

@InputType({ description: 'Narrows the intake queue; what is left out does not narrow.' })
export class IntakeFilter {
  @Field(() => [InitiativeState], { nullable: true })
  @ArrayMaxSize(20)
  states?: terms.InitiativeState[] | null;

  @Field(() => ID, { nullable: true })
  campaignId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The submitting unit.' })
  unitId?: string | null;

  @Field(() => String, { nullable: true, description: 'Words of code or title, or of an attached document, without regard to case and marks.' })
  @MaxLength(200)
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those whose formal check, supplement or result is overdue today; false: only the others.' })
  isOverdue?: boolean | null;
}
