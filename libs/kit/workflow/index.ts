export { defineWorkflow, Workflow, type Outcome, type Refusal, type Transition } from './workflow.js';
