export { InitiativeModule } from './initiative.module.js';
export { InitiativeFacade, type AgendaFacts, type ApplicationFactsOfInitiative, type PersonOfInitiative } from './initiative.facade.js';
export { WithdrawalVetoes, type WithdrawalVeto } from './withdrawal-vetoes.js';
export {
  judgedDossier, type JudgedApplicationFacts, type JudgedAttachmentFacts, type JudgedAuthorFacts, type JudgedDossierFacts, type JudgedRow,
} from './data/judged-dossier.js';
export { Initiative, InitiativeConnection } from './model/initiative.types.js';
export { ApplicationMeasure, Attachment } from './model/dossier-parts.types.js';
export { ReasonTemplate } from './model/procedure.types.js';
export {
  ApplicationStatus, AttachmentKind, AuthorRole, BenefitKind, Confidentiality, DossierSection, FirstAppliedKind, InitiativeKind, InitiativeState,
} from './model/closed-lists.js';
export { findReason, reasonsOf, reasonText, type Reason } from './domain/reasons.js';
export type { InitiativeFacts } from './policy/initiative.conditions.js';
export {
  ApplicationConfirmed, AuthorsChanged, AuthorshipConfirmed, AuthorshipDeclined, InitiativeAccepted, InitiativeCreated, InitiativeEvent,
  InitiativeRejectedFormally, InitiativeResubmitted, InitiativeSubmitted, InitiativeWithdrawn, SupplementRequested,
} from './events/initiative.events.js';
export { AcceptInitiative } from './usecases/accept-initiative.js';
export { ConfirmAuthorship, DeclineAuthorship } from './usecases/answer-authorship.js';
export { AttachFile } from './usecases/attachments.js';
export { ConfirmApplication } from './usecases/confirm-application.js';
export { CreateInitiative } from './usecases/create-initiative.js';
export { RejectInitiative } from './usecases/reject-initiative.js';
export { RequestSupplement } from './usecases/request-supplement.js';
export { ResubmitInitiative } from './usecases/resubmit-initiative.js';
export { SaveInitiative } from './usecases/save-initiative.js';
export { SetApplicationRecords } from './usecases/set-application-records.js';
export { SetAuthors } from './usecases/set-authors.js';
export { SetFirstAdopters } from './usecases/set-first-adopters.js';
export { SubmitInitiative } from './usecases/submit-initiative.js';
export { WithdrawInitiative } from './usecases/withdraw-initiative.js';
