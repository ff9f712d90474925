export { EvaluationModule } from './evaluation.module.js';
export { SessionFollowUps, type SessionFollowUp } from './session-follow-ups.js';
export { SessionSignals, type ItemAudience } from './session-signals.js';
export { presiderOf, type PresiderSeat } from './domain/conflicts.js';
export { outcomeView } from './data/result.view.js';
export { assignedJson, recusedJson, undecidedJson } from './data/item.shapes.js';
export { seatsJson } from './data/session.shapes.js';
export { hasNoOpenInterest, isNotRecused, type ItemFacts, ofSession } from './policy/item.conditions.js';
export { itemPolicy } from './policy/item.policy.js';
export { inOwnTenant, isPreparer, isSeated, isUnderWay, type SessionFacts } from './policy/session.conditions.js';
export {
  ConflictDecision, ConflictKind, ConflictSource, CouncilRole, Outcome, ProgressMark, SessionAction, SessionState, SheetProposal, SheetState,
} from './model/closed-lists.js';
export { AgendaItem } from './model/agenda-item.types.js';
export { Council } from './model/council.types.js';
export { ItemResult, ResultReason } from './model/result.types.js';
export { EvaluationSession } from './model/session.types.js';
export { ScoreSheet } from './model/sheet.types.js';
export {
  AgendaSet, AssignmentChanged, ConflictDecided, ConflictDeclared, ConflictLapsed, CouncilCreated, CouncilMemberReplaced, ObjectionRecorded, PresiderChosen, ScoreSheetReopened, ScoreSheetSubmitted, ScoringClosed, ScoringOpened, SessionCancelled, SessionRescheduled,
  SessionConvened, SessionCreated, SessionEvent, SessionLocked,
} from './events/evaluation.events.js';
export { ApplyAssignment } from './usecases/apply-assignment.js';
export { CancelSession } from './usecases/cancel-session.js';
export { CloseScoring } from './usecases/close-scoring.js';
export { ConveneSession } from './usecases/convene-session.js';
export { CreateCouncil, type NewCouncil } from './usecases/create-council.js';
export { CreateSession, type NewSession } from './usecases/create-session.js';
export { ChoosePresider } from './usecases/choose-presider.js';
export { DecideConflicts, type ConflictVerdict } from './usecases/decide-conflicts.js';
export { DeclareConflict } from './usecases/declare-conflict.js';
export { LockSession } from './usecases/lock-session.js';
export { OpenScoring } from './usecases/open-scoring.js';
export { RecordObjection } from './usecases/record-objection.js';
export { ReopenScoreSheet } from './usecases/reopen-score-sheet.js';
export { ReplaceCouncilMember } from './usecases/replace-council-member.js';
export { SaveScoreSheet } from './usecases/save-score-sheet.js';
export { SetAgenda } from './usecases/set-agenda.js';
export type { SheetInput } from './usecases/sheet-desk.js';
export { SubmitScoreSheet } from './usecases/submit-score-sheet.js';
