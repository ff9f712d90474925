import { Module } from '@nestjs/common';
import { CampaignModule } from '@domain/campaign';
import { FileModule } from '@domain/file';
import { OrganisationModule } from '@domain/organisation';
import { RegulationModule } from '@domain/regulation';
import { WorkModule } from '@domain/work';
import { DatabaseModule } from '@kit/database';
import { IdempotencyModule } from '@kit/idempotency';
import { DossierMutations } from './api/dossier.mutations.resolver.js';
import { InitiativeQueries } from './api/initiative.queries.resolver.js';
import { ProcedureMutations } from './api/procedure.mutations.resolver.js';
import { AttachmentReaders } from './data/attachment-readers.js';
import { DossierPartsRepository } from './data/dossier-parts.repository.js';
import { DuplicatesRepository } from './data/duplicates.repository.js';
import { InitiativeLists } from './data/initiative.lists.js';
import { InitiativeReader } from './data/initiative.reader.js';
import { InitiativesRepository } from './data/initiatives.repository.js';
import { InitiativeWork } from './data/initiative.work.js';
import { InitiativeFacade } from './initiative.facade.js';
import {
  ApplicationMeasureEntity, ApplicationRecordEntity, AttachmentEntity, FirstAdopterEntity, InitiativeAuthorEntity,
} from './model/dossier-parts.entity.js';
import { InitiativeEntity } from './model/initiative.entity.js';
import { FormalCheckEntity, InitiativeStepEntity, InitiativeVersionEntity } from './model/procedure.entity.js';
import { AcceptInitiative } from './usecases/accept-initiative.js';
import { ConfirmAuthorship, DeclineAuthorship } from './usecases/answer-authorship.js';
import { AttachFile, ChangeAttachment, RemoveAttachment } from './usecases/attachments.js';
import { ConfirmApplication } from './usecases/confirm-application.js';
import { CreateInitiative } from './usecases/create-initiative.js';
import { FormalCheckDesk } from './usecases/formal-check-desk.js';
import { HandIn } from './usecases/hand-in.js';
import { InitiativeDesk } from './usecases/initiative-desk.js';
import { RejectInitiative } from './usecases/reject-initiative.js';
import { RequestSupplement } from './usecases/request-supplement.js';
import { ResubmitInitiative } from './usecases/resubmit-initiative.js';
import { SaveInitiative } from './usecases/save-initiative.js';
import { SetApplicationRecords } from './usecases/set-application-records.js';
import { SetAuthors } from './usecases/set-authors.js';
import { SetFirstAdopters } from './usecases/set-first-adopters.js';
import { SubmitInitiative } from './usecases/submit-initiative.js';
import { WithdrawInitiative } from './usecases/withdraw-initiative.js';
import { WithdrawalVetoes } from './withdrawal-vetoes.js';

const ENTITIES = [
  InitiativeEntity, InitiativeAuthorEntity, FirstAdopterEntity, ApplicationRecordEntity, ApplicationMeasureEntity, AttachmentEntity,
  InitiativeVersionEntity, InitiativeStepEntity, FormalCheckEntity,
];
const DATA = [InitiativesRepository, DossierPartsRepository, DuplicatesRepository, InitiativeReader, InitiativeLists];
const PORTS = [WithdrawalVetoes, AttachmentReaders, InitiativeWork];
const DESKS = [InitiativeDesk, FormalCheckDesk, HandIn];
const ACTS = [
  CreateInitiative, SaveInitiative, SetAuthors, SetFirstAdopters, SetApplicationRecords, AttachFile, ChangeAttachment, RemoveAttachment,
  ConfirmAuthorship, DeclineAuthorship, SubmitInitiative, ResubmitInitiative, WithdrawInitiative, RequestSupplement, AcceptInitiative,
  RejectInitiative, ConfirmApplication,
];

@Module({
  imports: [
    CampaignModule, FileModule, OrganisationModule, RegulationModule, WorkModule, IdempotencyModule, DatabaseModule.forFeature(ENTITIES),
  ],
  providers: [...DATA, ...PORTS, ...DESKS, ...ACTS, InitiativeFacade, InitiativeQueries, DossierMutations, ProcedureMutations],
  exports: [InitiativeFacade, WithdrawalVetoes, ...ACTS],
})
export class InitiativeModule {}
