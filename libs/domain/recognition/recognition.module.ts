import { Module } from '@nestjs/common';
import { DatabaseModule } from '@kit/database';
import { IdempotencyModule } from '@kit/idempotency';
import { EvaluationModule } from '@domain/evaluation';
import { InitiativeModule } from '@domain/initiative';
import { OrganisationModule } from '@domain/organisation';
import { WorkModule } from '@domain/work';
import { DecisionResolver, InitiativeRecognitionResolver } from './api/decision.resolver.js';
import { RegisterResolver } from './api/register.resolver.js';
import { DecisionsRepository } from './data/decisions.repository.js';
import { RegisterRepository } from './data/register.repository.js';
import { RegisterStatisticsReader } from './data/register-statistics.js';
import { RegisterWriter } from './data/register-writer.js';
import { RecognitionDecisionEntity, RecognitionItemEntity } from './model/recognition-decision.entity.js';
import { RecognitionWork } from './recognition.work.js';
import { DecideItem } from './usecases/decide-item.js';
import { IssueDecision } from './usecases/issue-decision.js';
import { ProposeDecision } from './usecases/propose-decision.js';

const ACTS = [ProposeDecision, DecideItem, IssueDecision];

@Module({
  imports: [
    DatabaseModule.forFeature([RecognitionDecisionEntity, RecognitionItemEntity]),
    EvaluationModule, IdempotencyModule, InitiativeModule, OrganisationModule, WorkModule,
  ],
  providers: [
    DecisionsRepository, RegisterRepository, RegisterStatisticsReader, RegisterWriter, DecisionResolver, InitiativeRecognitionResolver, RegisterResolver,
    RecognitionWork, ...ACTS,
  ],
  exports: [...ACTS],
})
export class RecognitionModule {}
