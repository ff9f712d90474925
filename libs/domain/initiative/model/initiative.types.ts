import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Campaign } from '@domain/campaign';
import { Field as InitiativeField, OrgUnit } from '@domain/organisation';
import { Access, connection, DateTime, LocalDate, TypeAccess } from '@kit/graphql';
import type { InitiativeFacts } from '../policy/initiative.conditions.js';
import type * as terms from '../domain/terms.js';
import { FirstAppliedKind, InitiativeAction, InitiativeKind, InitiativeState } from './closed-lists.js';
import { ApplicationRecord, Attachment, FirstAdopter, InitiativeAuthor } from './dossier-parts.types.js';
import { DossierFault, FormalCheck, InitiativeStep, InitiativeVersion, Receipt, SimilarInitiative } from './procedure.types.js';

@ObjectType({ description: 'A request to recognise an initiative, from draft to decision (Decree 13/2012; form of Circular 18/2013, Annex I).' })
@TypeAccess('initiative.read')
export class Initiative implements InitiativeFacts {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Such as "SK-2026-0001"; given to the draft, never reused (INV-08).' })
  code: string;

  @Field()
  title: string;

  @Field(() => InitiativeState)
  state: terms.InitiativeState;

  @Field(() => Int, { description: 'Counts the saves. Name the one last read when you save.' })
  revision: number;

  @Field(() => Campaign)
  campaign: Campaign;

  @Field(() => InitiativeKind, { nullable: true })
  kind: terms.InitiativeKind | null;

  @Field(() => InitiativeField, { nullable: true, description: 'Lĩnh vực áp dụng.' })
  field: InitiativeField | null;

  @Field(() => OrgUnit, { nullable: true, description: 'The unit through which it is submitted.' })
  submittingUnit: OrgUnit | null;

  @Field(() => OrgUnit, { nullable: true, description: 'Chủ đầu tư, when it is a unit of the ward.' })
  investorUnit: OrgUnit | null;

  @Field(() => String, { nullable: true, description: 'Chủ đầu tư in words, when it is somebody else.' })
  investorName: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the State paid for it; then the head’s own initiative needs the council (INV-12).' })
  isStateFunded: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the first application or trial, whichever came first.' })
  firstAppliedOn: string | null;

  @Field(() => FirstAppliedKind, { nullable: true })
  firstAppliedKind: terms.FirstAppliedKind | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the first application, when it is limited; the period of consideration starts then at the earliest.' })
  firstApplicationEndsOn: string | null;

  @Field({ description: 'In a few sentences, for lists and the register. At most 20,000 characters, like every long text.' })
  summary: string;

  @Field({ description: 'Thực trạng trước khi áp dụng.' })
  stateBefore: string;

  @Field({ description: 'Nội dung giải pháp.' })
  content: string;

  @Field({ description: 'Tính mới.' })
  novelty: string;

  @Field({ description: 'Các điều kiện cần thiết để áp dụng.' })
  conditions: string;

  @Field({ description: 'Lợi ích theo ý kiến của tác giả.' })
  benefitAuthor: string;

  @Field({ description: 'Lợi ích theo ý kiến của người tham gia áp dụng lần đầu.' })
  benefitAdopters: string;

  @Field(() => String, { nullable: true, description: 'Author-secret: null for whoever may not read it (INV-09).' })
  @Access('initiative.readSecret')
  confidentialParts: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there is a secret part; null for whoever may not read it.' })
  @Access('initiative.readSecret')
  hasConfidentialParts: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'When the lead undertook that everything stated is true.' })
  declarationAcceptedAt: Date | null;

  @Field(() => [InitiativeAuthor], { description: 'By position; the first is the lead.' })
  authors: InitiativeAuthor[];

  @Field(() => [FirstAdopter])
  firstAdopters: FirstAdopter[];

  @Field(() => [ApplicationRecord])
  applicationRecords: ApplicationRecord[];

  @Field(() => [Attachment])
  attachments: Attachment[];

  @Field(() => [DossierFault], {
    nullable: true,
    description: 'What still keeps the dossier from being submitted, all at once; empty when it can be. Null unless the viewer is an author who can edit. Without the declaration, which is asked for at the submission.',
  })
  faults: DossierFault[] | null;

  @Field(() => [InitiativeAction], { description: 'What the viewer can do now.' })
  actions: terms.InitiativeAction[];

  @Field(() => InitiativeAuthor, { nullable: true, description: 'The viewer’s own authorship, when they are an author.' })
  myAuthorship: InitiativeAuthor | null;

  @Field(() => Receipt, { nullable: true, description: 'Null before the submission.' })
  receipt: Receipt | null;

  @Field(() => DateTime, { nullable: true, description: 'First submission.' })
  submittedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  acceptedAt: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the formal check; null while a supplement is awaited, because its clock stands still.' })
  formalCheckDueOn: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day for the supplement, once one was asked for.' })
  supplementDueOn: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the consideration: 3 months from acceptance or from the end of the first application, whichever is later (Decree 13/2012 Art. 7).' })
  resultDueOn: string | null;

  @Field(() => [FormalCheck], { description: 'Oldest first.' })
  formalChecks: FormalCheck[];

  @Field(() => [InitiativeStep], { description: 'Oldest first.' })
  steps: InitiativeStep[];

  @Field(() => [InitiativeVersion], { description: 'Oldest first.' })
  versions: InitiativeVersion[];

  @Field(() => [SimilarInitiative], { nullable: true, description: 'At most 10, most similar first. Empty unless the viewer may check it formally.' })
  @Access('initiative.formalCheck')
  similar: SimilarInitiative[] | null;

  @Field(() => Int, { description: 'Number of the newest submitted version; 0 before the first.' })
  currentVersion: number;

  @Field(() => Int, { nullable: true, description: 'The version that was accepted: the one judged and printed.' })
  acceptedVersion: number | null;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime)
  updatedAt: Date;

  // What the policy decides by; not part of the schema.
  tenantId: string;
  submittingUnitId: string | null;
  authorIds: string[];
  leadId: string | null;
  recordUnitIds: string[];
}

export const InitiativeConnection = connection(Initiative);
