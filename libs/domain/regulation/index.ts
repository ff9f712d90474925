export { regulationJson, regulationView } from './data/regulations.repository.js';
export { rulesView } from './data/regulation-view.js';
export { canonicalJson } from './domain/canonical-json.js';
export {
  storedRules, type Criterion, type CriterionGroup, type EvaluationRules, type GradeBand, type InterestRule, type Measure, type Share, type Threshold, type VoteBase,
} from './domain/rules.js';
export { RegulationPutInForce } from './events/regulation.events.js';
export { Level } from './model/closed-lists.js';
export { EvaluationRegulation, EvaluationRules as EvaluationRulesType } from './model/regulation.types.js';
export { REGULATION_PRESETS, presetOf, rulesOf } from './presets/presets.js';
export { RegulationFacade, type FixedRules } from './regulation.facade.js';
export { RegulationModule } from './regulation.module.js';
export { CreateRegulation } from './usecases/create-regulation.js';
export { PutRegulationInForce } from './usecases/put-regulation-in-force.js';
export { SaveRegulation } from './usecases/save-regulation.js';
