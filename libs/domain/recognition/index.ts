export { DecisionIssued, DecisionProposed, ItemDecided } from './events/recognition.events.js';
export { RecognitionModule } from './recognition.module.js';
export { DecideItem } from './usecases/decide-item.js';
export { IssueDecision } from './usecases/issue-decision.js';
export { ProposeDecision } from './usecases/propose-decision.js';
