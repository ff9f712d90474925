/**
 * Shapes of the demo data. Everything is written with readable keys instead of ids, and with days relative to the
 * day of seeding instead of dates, so that the demo is the same on every machine and never looks old.
 */

export type TenantKey = string;
export type UnitKey = string;
export type PersonKey = string;
export type CampaignKey = string;
export type InitiativeKey = string;
export type SessionKey = string;

/** Whole days before the day of seeding; 0 is that day, a negative number lies in the future. */
export type DaysAgo = number;

export interface DemoTenant {
  key: TenantKey;
  code: string;
  name: string;
  kind: 'WARD' | 'COMMUNE' | 'SPECIAL_ZONE' | 'CITY';
  cityName: string;
  /** The city tenant a ward belongs to. */
  city?: TenantKey;
  /** Địa danh: the place name printed before the date of a document. */
  placeName: string;
  headTitle: string;
  collectiveBodyName: string;
}

export type UnitKind =
  | 'OFFICE' | 'DEPARTMENT' | 'SERVICE_CENTRE' | 'PUBLIC_UNIT' | 'POLICE' | 'SCHOOL' | 'HEALTH_STATION'
  | 'FRONT_UNION' | 'RESIDENT_GROUP' | 'DIGITAL_TEAM' | 'GROUP';

export interface DemoUnit {
  key: UnitKey;
  tenant: TenantKey;
  code: string;
  officialName: string;
  shortName: string;
  /** Other spellings under which plans and lists name the unit. */
  aliases: readonly string[];
  kind: UnitKind;
  parent?: UnitKey;
  schoolLevel?: 'MN' | 'TH' | 'THCS';
  hasLegalPersonality: boolean;
  /** Whether the unit is a cơ sở that may itself recognise initiatives (Decree 13/2012, Art. 2). */
  isRecognisingBody: boolean;
}

/** Roles that are assigned; the roles of chair and member follow from council membership. */
export type RoleName =
  | 'AUTHORITY_HEAD' | 'CLERK' | 'INTAKE_OFFICER' | 'COUNCIL_SECRETARY' | 'UNIT_HEAD' | 'SCHOOL_COORDINATOR'
  | 'PLAN_COORDINATOR' | 'OBSERVER' | 'AUDITOR' | 'SECURITY_OFFICER' | 'CITY_OFFICER' | 'TENANT_ADMIN' | 'SYSTEM_OPERATOR';

export interface DemoRole {
  role: RoleName;
  /** The unit the role is limited to; absent means the whole tenant. */
  unit?: UnitKey;
  /** The paper that gives the role. */
  basis: string;
}

/** One line of the list of demo accounts that is shown at the start and on the sign-in page. */
export interface Showcase {
  order: number;
  vi: string;
  en: string;
}

export interface DemoPerson {
  key: PersonKey;
  tenant: TenantKey;
  fullName: string;
  gender: 'FEMALE' | 'MALE';
  birthDate: string;
  unit: UnitKey;
  position: string;
  qualification: string;
  unionMember: boolean;
  username: string;
  roles: readonly DemoRole[];
  showcase?: Showcase;
}

export type SolutionKind = 'TECHNICAL' | 'MANAGEMENT' | 'OPERATIONAL' | 'TECH_APPLICATION';
export type FieldCode = 'CCHC' | 'CDS' | 'GD' | 'YT' | 'KT' | 'NN' | 'MT' | 'VHXH' | 'ANQP' | 'KHAC';

/** What a piece of evidence proves. */
export type SupportedSection =
  'GENERAL' | 'STATE_BEFORE' | 'CONTENT' | 'NOVELTY' | 'APPLICATION' | 'BENEFIT' | 'REPLICABILITY';

export interface InitiativeTexts {
  stateBefore: string;
  content: string;
  novelty: string;
  conditions: string;
  benefitAuthor: string;
  benefitAdopters: string;
}

export interface DemoAuthor {
  person: PersonKey;
  /** Share in hundredths of a percent; the shares of one initiative sum to 10000. The first author leads. */
  shareBp: number;
}

export interface DemoAdopter {
  person: PersonKey;
  workDone: string;
}

export interface DemoMeasure {
  name: string;
  unit: string;
  before: number;
  after: number;
  period: string;
  source: string;
}

export interface DemoBenefit {
  kind: 'COUNTED' | 'ESTIMATED' | 'NOT_COUNTABLE';
  /** Whole VND a year; absent exactly when the benefit is not countable. */
  amountVnd?: number;
}

export interface DemoApplication {
  unit: UnitKey;
  fromDaysAgo: DaysAgo;
  toDaysAgo?: DaysAgo;
  status: 'TRIAL' | 'APPLIED';
  measures: readonly DemoMeasure[];
  benefit: DemoBenefit;
  confirmedBy?: PersonKey;
}

export interface DemoEvidence {
  fileName: string;
  caption: string;
  kind: 'DESCRIPTION' | 'EVIDENCE' | 'CONFIRMATION' | 'IMAGE' | 'OTHER';
  supports: SupportedSection;
  confidentiality: 'PUBLIC' | 'INTERNAL' | 'AUTHOR_SECRET';
}

export type DemoState =
  | 'DRAFT' | 'SUBMITTED' | 'SUPPLEMENT_REQUIRED' | 'REJECTED_FORMALLY' | 'WITHDRAWN' | 'ACCEPTED'
  | 'UNDER_EVALUATION' | 'RECOGNISED' | 'REFUSED';

/** Codes of the reason library of `@domain/initiative` that the demo uses. */
export type FaultCode =
  | 'STATE_BEFORE_NO_FIGURES' | 'CONTENT_NOT_REPRODUCIBLE' | 'EVIDENCE_PERSONAL_DATA' | 'CONFIRMATION_MISSING'
  | 'BENEFIT_UNSUPPORTED' | 'NOVELTY_NOT_SHOWN' | 'FILED_LATE';

/** Legal grounds of refusal (Decree 13/2012, Art. 3–4). */
export type RefusalCode = 'NOT_NEW' | 'NO_PRACTICAL_BENEFIT';

export interface DemoFault {
  reason: FaultCode;
  /** What exactly is wrong in this dossier, added by the officer to the standard sentence. */
  note: string;
}

/** The formal check of a dossier: one return lists all its faults. */
export interface DemoFormalCheck {
  daysAgo: DaysAgo;
  faults?: readonly DemoFault[];
  /** Set when the dossier was returned once and answered; `firstVersion` holds the texts as first filed. */
  answeredDaysAgo?: DaysAgo;
  firstVersion?: Partial<InitiativeTexts>;
  rejection?: DemoFault;
}

/** Level of an initiative in the eyes of an average member, in whole percent of the maximum of each group. */
export interface DemoQuality {
  novelty: number;
  effectiveness: number;
  replicability: number;
}

export interface DemoEvaluation {
  quality: DemoQuality;
  /** Members whose sheets are submitted; absent means every member without a conflict. */
  submittedBy?: readonly PersonKey[];
  /** Members with a saved but unsubmitted sheet. */
  draftBy?: readonly PersonKey[];
  /** Legal conditions that some members answer with no, by code of the criterion; all others are met. */
  gatesDenied?: Readonly<Record<string, readonly PersonKey[]>>;
  /** General comments written for this initiative; other sheets may get a comment from the pool. */
  comments: Readonly<Record<PersonKey, string>>;
}

export interface DemoRefusal {
  reason: RefusalCode;
  text: string;
}

export interface DemoInitiative {
  key: InitiativeKey;
  campaign: CampaignKey;
  state: DemoState;
  title: string;
  kind: SolutionKind;
  field: FieldCode;
  unit: UnitKey;
  /** Chủ đầu tư, where it is not the submitting unit. */
  investor?: UnitKey;
  stateFunded: boolean;
  firstAppliedDaysAgo: DaysAgo;
  firstAppliedKind: 'APPLIED' | 'TRIED';
  /** Complete, except for the sections a draft names in `unfinished`. */
  texts: InitiativeTexts;
  unfinished?: readonly (keyof InitiativeTexts)[];
  confidentialParts?: string;
  publicSummary: string;
  authors: readonly DemoAuthor[];
  /** Co-authors of a draft who have not yet confirmed their share. */
  consentPending?: readonly PersonKey[];
  adopters: readonly DemoAdopter[];
  applications: readonly DemoApplication[];
  evidence: readonly DemoEvidence[];
  submittedDaysAgo?: DaysAgo;
  formalCheck?: DemoFormalCheck;
  withdrawal?: { daysAgo: DaysAgo; reason: string };
  evaluation?: DemoEvaluation;
  refusal?: DemoRefusal;
}

export interface DemoCampaign {
  key: CampaignKey;
  tenant: TenantKey;
  /** In code and name, `{year}` stands for the year of the campaign. */
  code: string;
  name: string;
  /** Year of the campaign relative to the current one: 0 or -1. */
  yearOffset: 0 | -1;
  phase: 'OPEN' | 'SCORING' | 'DECIDED';
  opensDaysAgo: DaysAgo;
  deadlineDaysAgo: DaysAgo;
  /** Number of recognised initiatives the ward plans for. */
  targetCount: number;
  description: string;
  decision?: DemoDecision;
}

export interface DemoDecision {
  issuedDaysAgo: DaysAgo;
  signer: PersonKey;
  /** KT.: a deputy signs for the head. */
  signingMode: 'HEAD' | 'FOR_HEAD';
  summary: string;
}

export interface DemoCouncilMember {
  person: PersonKey;
  role: 'CHAIR' | 'DEPUTY_CHAIR' | 'SECRETARY' | 'MEMBER' | 'UNION_REP' | 'EXPERT';
  voting: boolean;
  /** How generous the member scores, in percentage points of the maximum. */
  leniency: number;
}

export interface DemoCouncil {
  key: string;
  tenant: TenantKey;
  name: string;
  decisionNumber: string;
  decisionDaysAgo: DaysAgo;
  termFromDaysAgo: DaysAgo;
  termToDaysAgo: DaysAgo;
  members: readonly DemoCouncilMember[];
}

export interface DemoSession {
  key: SessionKey;
  council: string;
  campaign: CampaignKey;
  title: string;
  place: string;
  mode: 'IN_PERSON' | 'HYBRID';
  scoringOpensDaysAgo: DaysAgo;
  scoringClosesDaysAgo: DaysAgo;
  meetsDaysAgo: DaysAgo;
  agenda: readonly InitiativeKey[];
}

export interface DemoDiscussion {
  session: SessionKey;
  initiative: InitiativeKey;
  threads: readonly DemoThread[];
  /** What somebody notes for themselves. */
  note?: { by: PersonKey; text: string };
}

export interface DemoThread {
  kind: 'QUESTION' | 'REMARK';
  /** Whether the secretary marked it as settled. */
  isSettled?: boolean;
  /** The first one opens the thread. Only members who have handed in their sheet write. */
  posts: readonly { by: PersonKey; text: string; mentions?: readonly PersonKey[] }[];
}
