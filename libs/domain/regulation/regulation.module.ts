import { Module } from '@nestjs/common';
import { DatabaseModule } from '@kit/database';
import { RegulationResolver } from './api/regulation.resolver.js';
import { RegulationsRepository } from './data/regulations.repository.js';
import { EvaluationRegulationEntity } from './model/evaluation-regulation.entity.js';
import { LegalBasisEntity } from './model/legal-basis.entity.js';
import { RegulationFacade } from './regulation.facade.js';
import { CreateRegulation } from './usecases/create-regulation.js';
import { PutRegulationInForce } from './usecases/put-regulation-in-force.js';
import { SaveRegulation } from './usecases/save-regulation.js';

const ACTS = [CreateRegulation, SaveRegulation, PutRegulationInForce];

@Module({
  imports: [DatabaseModule.forFeature([EvaluationRegulationEntity, LegalBasisEntity])],
  providers: [RegulationsRepository, RegulationResolver, RegulationFacade, ...ACTS],
  exports: [RegulationFacade, ...ACTS],
})
export class RegulationModule {}
