/** The closed lists of an initiative, as the database, the GraphQL schema and the rules share them. */

/** Where an initiative stands in the procedure (Decree 13/2012, Art. 6–7). */
export const INITIATIVE_STATES = [
  'DRAFT', 'SUBMITTED', 'SUPPLEMENT_REQUIRED', 'REJECTED_FORMALLY', 'ACCEPTED', 'WAITING_APPLICATION', 'UNDER_EVALUATION',
  'COUNCIL_PASSED', 'COUNCIL_FAILED', 'DEFERRED', 'RECOGNISED', 'REFUSED', 'CANCELLED', 'WITHDRAWN', 'LAPSED',
] as const;
export type InitiativeState = (typeof INITIATIVE_STATES)[number];

/** The kinds of solution that may be an initiative (Decree 13/2012, Art. 3). */
export const INITIATIVE_KINDS = ['TECHNICAL', 'MANAGEMENT', 'OPERATIONAL', 'TECH_APPLICATION'] as const;
export type InitiativeKind = (typeof INITIATIVE_KINDS)[number];

export const FIRST_APPLIED_KINDS = ['APPLIED', 'TRIED'] as const;
export type FirstAppliedKind = (typeof FIRST_APPLIED_KINDS)[number];

export const AUTHOR_ROLES = ['LEAD', 'CO_AUTHOR'] as const;
export type AuthorRole = (typeof AUTHOR_ROLES)[number];

export const APPLICATION_STATUSES = ['PLANNED', 'TRIAL', 'APPLIED', 'STOPPED'] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

export const BENEFIT_KINDS = ['COUNTED', 'ESTIMATED', 'NOT_COUNTABLE'] as const;
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

export const ATTACHMENT_KINDS = ['DESCRIPTION', 'EVIDENCE', 'CONFIRMATION', 'IMAGE', 'OTHER'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** Who may see an attachment beyond those who handle the dossier; `AUTHOR_SECRET` never leaves it (INV-09). */
export const CONFIDENTIALITIES = ['PUBLIC', 'INTERNAL', 'AUTHOR_SECRET'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

/** The parts of the legal form a fault, a reason or a difference points at (Circular 18/2013, Annex I). */
export const DOSSIER_SECTIONS = [
  'GENERAL', 'AUTHORS', 'STATE_BEFORE', 'CONTENT', 'NOVELTY', 'APPLICATION', 'BENEFIT', 'CONFIDENTIAL', 'EVIDENCE',
  'DECLARATION', 'REPLICABILITY',
] as const;
export type DossierSection = (typeof DOSSIER_SECTIONS)[number];

/** The sections a piece of evidence can prove; the others state things that need no proof. */
export const SUPPORTED_SECTIONS = [
  'GENERAL', 'STATE_BEFORE', 'CONTENT', 'NOVELTY', 'APPLICATION', 'BENEFIT', 'REPLICABILITY',
] as const satisfies readonly DossierSection[];
export type SupportedSection = (typeof SUPPORTED_SECTIONS)[number];

export const FORMAL_CHECK_OUTCOMES = ['COMPLETE', 'NEEDS_SUPPLEMENT', 'REJECTED'] as const;
export type FormalCheckOutcome = (typeof FORMAL_CHECK_OUTCOMES)[number];

export const VERSION_REASONS = ['SUBMISSION', 'SUPPLEMENT'] as const;
export type VersionReason = (typeof VERSION_REASONS)[number];

export const REASON_KINDS = ['FORMAL_FAULT', 'FORMAL_REFUSAL', 'RECOGNITION_REFUSAL'] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

export const INITIATIVE_ACTIONS = [
  'EDIT', 'SUBMIT', 'RESUBMIT', 'WITHDRAW', 'CONFIRM_AUTHORSHIP', 'DECLINE_AUTHORSHIP', 'CONFIRM_APPLICATION',
  'REQUEST_SUPPLEMENT', 'ACCEPT', 'REJECT',
] as const;
export type InitiativeAction = (typeof INITIATIVE_ACTIONS)[number];

/** States in which the authors still write. */
export const EDITABLE_STATES: readonly InitiativeState[] = ['DRAFT', 'SUPPLEMENT_REQUIRED'];
/** States in which a unit can confirm that it applied the solution: handed in and not yet decided. */
export const CONFIRMABLE_STATES: readonly InitiativeState[] = [
  'SUBMITTED', 'SUPPLEMENT_REQUIRED', 'ACCEPTED', 'WAITING_APPLICATION', 'UNDER_EVALUATION',
];
/** States that never change again, except that a recognition can be cancelled. */
export const FINISHED_STATES: readonly InitiativeState[] = ['REJECTED_FORMALLY', 'RECOGNISED', 'REFUSED', 'CANCELLED', 'WITHDRAWN', 'LAPSED'];
