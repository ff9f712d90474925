import { Module } from '@nestjs/common';
import { CampaignModule } from '@domain/campaign';
import { FileModule } from '@domain/file';
import { IdentityModule } from '@domain/identity';
import { InitiativeModule } from '@domain/initiative';
import { OrganisationModule } from '@domain/organisation';
import { RegulationModule } from '@domain/regulation';
import { WorkModule } from '@domain/work';
import { DatabaseModule } from '@kit/database';
import { IdempotencyModule } from '@kit/idempotency';
import { AssignmentResolver } from './api/assignment.resolver.js';
import { ConflictResolver } from './api/conflict.resolver.js';
import { AgendaItemFields, InitiativeResultFields } from './api/evaluation.fields.resolver.js';
import { EvaluationQueries } from './api/evaluation.queries.resolver.js';
import { FairnessQueries } from './api/fairness.queries.resolver.js';
import { ScoringMutations } from './api/scoring.mutations.resolver.js';
import { SessionMutations } from './api/session.mutations.resolver.js';
import { SessionSubscriptions } from './api/session.subscriptions.resolver.js';
import { CouncilRoles } from './council-roles.js';
import { AssignmentRepository } from './data/assignment.repository.js';
import { AgendaRepository } from './data/agenda.repository.js';
import { ConflictsRepository } from './data/conflicts.repository.js';
import { CouncilsRepository } from './data/councils.repository.js';
import { FairnessReader } from './data/fairness.reader.js';
import { InterestsRepository } from './data/interests.repository.js';
import { ResultsRepository } from './data/results.repository.js';
import { SessionReader } from './data/session.reader.js';
import { SessionsRepository } from './data/sessions.repository.js';
import { SheetsRepository } from './data/sheets.repository.js';
import { EvaluationVeto } from './evaluation-veto.js';
import { EvaluationWork } from './evaluation.work.js';
import { JudgedFiles } from './judged-files.js';
import { KinshipConflicts } from './kinship-conflicts.js';
import { CouncilEntity, CouncilMemberEntity } from './model/council.entity.js';
import { EvaluationSessionEntity } from './model/session.entity.js';
import { SessionAudience } from './session-audience.js';
import { SessionFollowUps } from './session-follow-ups.js';
import { SessionNews } from './session-news.js';
import { SessionSignals } from './session-signals.js';
import { ApplyAssignment } from './usecases/apply-assignment.js';
import { CancelSession } from './usecases/cancel-session.js';
import { ChoosePresider } from './usecases/choose-presider.js';
import { CloseScoring } from './usecases/close-scoring.js';
import { ConveneSession } from './usecases/convene-session.js';
import { CreateCouncil } from './usecases/create-council.js';
import { CreateSession } from './usecases/create-session.js';
import { DecideConflicts } from './usecases/decide-conflicts.js';
import { DeclareConflict } from './usecases/declare-conflict.js';
import { FindConflicts } from './usecases/find-conflicts.js';
import { LockSession } from './usecases/lock-session.js';
import { OpenScoring } from './usecases/open-scoring.js';
import { ProposeAssignment } from './usecases/propose-assignment.js';
import { ProposeReplacements } from './usecases/propose-replacements.js';
import { RecordObjection } from './usecases/record-objection.js';
import { ReopenScoreSheet } from './usecases/reopen-score-sheet.js';
import { ReplaceCouncilMember } from './usecases/replace-council-member.js';
import { SaveScoreSheet } from './usecases/save-score-sheet.js';
import { SessionDesk } from './usecases/session-desk.js';
import { RescheduleSession } from './usecases/reschedule-session.js';
import { SettleAssignment } from './usecases/settle-assignment.js';
import { UndoAssignment } from './usecases/undo-assignment.js';
import { SettleConflicts } from './usecases/settle-conflicts.js';
import { SetAgenda } from './usecases/set-agenda.js';
import { SheetDesk } from './usecases/sheet-desk.js';
import { SubmitScoreSheet } from './usecases/submit-score-sheet.js';

const RESOLVERS = [EvaluationQueries, FairnessQueries, SessionMutations, ScoringMutations, SessionSubscriptions, AssignmentResolver, ConflictResolver, AgendaItemFields, InitiativeResultFields];
const REPOSITORIES = [
  AgendaRepository, AssignmentRepository, ConflictsRepository, CouncilsRepository, FairnessReader, InterestsRepository, ResultsRepository, SessionReader, SessionsRepository, SheetsRepository,
];
/** What this feature tells lower ones through the ports they publish, and the port it publishes itself. */
const PORTS = [CouncilRoles, EvaluationWork, EvaluationVeto, JudgedFiles, KinshipConflicts, SessionFollowUps, SessionAudience, SessionNews, SessionSignals];
const ACTS = [
  CreateCouncil, CreateSession, RescheduleSession, SetAgenda, ConveneSession, OpenScoring, CloseScoring, LockSession, CancelSession,
  SaveScoreSheet, SubmitScoreSheet, ReopenScoreSheet, DeclareConflict,
  DecideConflicts, RecordObjection, ChoosePresider, ProposeReplacements, ReplaceCouncilMember,
  ProposeAssignment, ApplyAssignment, UndoAssignment,
];

@Module({
  imports: [
    CampaignModule, FileModule, IdempotencyModule, IdentityModule, InitiativeModule, OrganisationModule, RegulationModule, WorkModule,
    DatabaseModule.forFeature([CouncilEntity, CouncilMemberEntity, EvaluationSessionEntity]),
  ],
  providers: [...RESOLVERS, ...REPOSITORIES, ...PORTS, SessionDesk, SheetDesk, FindConflicts, SettleAssignment, SettleConflicts, ...ACTS],
  exports: [SessionFollowUps, SessionSignals, ...ACTS],
})
export class EvaluationModule {}
