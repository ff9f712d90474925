import { initiativeWorkflow, type ProcedureFacts } from './initiative.workflow.js';
import { EDITABLE_STATES, type InitiativeAction, type InitiativeState } from './terms.js';

/** What a viewer is to an initiative. */
export interface Standing {
  readonly isLead: boolean;
  /** The viewer's own answer to being named as author; `null` for whoever is none. */
  readonly answer: 'PENDING' | 'CONFIRMED' | 'DECLINED' | null;
  readonly mayCheckFormally: boolean;
  readonly mayConfirmApplication: boolean;
}

/** What a viewer can do with an initiative now, in the order in which screens offer it. */
export function availableActions(state: InitiativeState, procedure: ProcedureFacts, standing: Standing): InitiativeAction[] {
  const can = (transition: string): boolean => initiativeWorkflow.can(transition, state, procedure);
  const writes = EDITABLE_STATES.includes(state);
  const isCoAuthor = standing.answer !== null && !standing.isLead;
  const offered: readonly (readonly [InitiativeAction, boolean])[] = [
    ['EDIT', standing.answer !== null && writes],
    ['SUBMIT', standing.isLead && can('submit')],
    ['RESUBMIT', standing.isLead && can('resubmit')],
    // A lead confirms too, when somebody else made them the lead.
    ['CONFIRM_AUTHORSHIP', standing.answer !== null && writes && standing.answer !== 'CONFIRMED'],
    ['DECLINE_AUTHORSHIP', isCoAuthor && writes && standing.answer !== 'DECLINED'],
    ['WITHDRAW', standing.isLead && can('withdraw')],
    ['CONFIRM_APPLICATION', standing.mayConfirmApplication],
    ['ACCEPT', standing.mayCheckFormally && (can('accept') || can('acceptAwaitingApplication'))],
    ['REQUEST_SUPPLEMENT', standing.mayCheckFormally && can('requestSupplement')],
    ['REJECT', standing.mayCheckFormally && (can('rejectFormally') || can('lapse'))],
  ];
  return offered.filter(([, is]) => is).map(([action]) => action);
}
