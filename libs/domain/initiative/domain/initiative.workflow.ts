import { defineWorkflow } from '@kit/workflow';
import type { InitiativeState } from './terms.js';

/** What the guards of the procedure look at; dates are days in Vietnam. */
export interface ProcedureFacts {
  /** Today by the database's clock. */
  readonly today: string;
  /** Last day for the supplement; `null` when none was asked for. */
  readonly supplementDueOn: string | null;
  /** Whether the dossier was returned to its authors once already. */
  readonly wasReturned: boolean;
  /** Last day of the first application; `null` when it is over or not limited. */
  readonly firstApplicationEndsOn: string | null;
  /** Code of the reason why a later stage forbids a withdrawal now, or `null`. */
  readonly withdrawalVeto: string | null;
}

const isOverdue = ({ today, supplementDueOn }: ProcedureFacts): boolean => supplementDueOn !== null && today > supplementDueOn;
const isStillApplied = ({ today, firstApplicationEndsOn }: ProcedureFacts): boolean =>
  firstApplicationEndsOn !== null && firstApplicationEndsOn > today;

/**
 * The procedure of one initiative (Decree 13/2012, Art. 6–7). The council's outcome is no state: until the decision is
 * issued an initiative stays UNDER_EVALUATION, so that nobody reads the outcome off its state.
 */
export const initiativeWorkflow = defineWorkflow<InitiativeState, ProcedureFacts>({
  transitions: [
    { name: 'submit', from: ['DRAFT'], to: 'SUBMITTED' },
    {
      name: 'requestSupplement', from: ['SUBMITTED'], to: 'SUPPLEMENT_REQUIRED',
      guard: (facts) => (facts.wasReturned ? 'SUPPLEMENT_ALREADY_REQUESTED' : null),
    },
    {
      name: 'resubmit', from: ['SUPPLEMENT_REQUIRED'], to: 'SUBMITTED',
      guard: (facts) => (isOverdue(facts) ? 'SUPPLEMENT_OVERDUE' : null),
    },
    {
      name: 'accept', from: ['SUBMITTED'], to: 'ACCEPTED',
      guard: (facts) => (isStillApplied(facts) ? 'INITIATIVE_FIRST_APPLICATION_RUNNING' : null),
    },
    {
      name: 'acceptAwaitingApplication', from: ['SUBMITTED'], to: 'WAITING_APPLICATION',
      guard: (facts) => (isStillApplied(facts) ? null : 'INITIATIVE_FIRST_APPLICATION_OVER'),
    },
    {
      name: 'finishFirstApplication', from: ['WAITING_APPLICATION'], to: 'ACCEPTED',
      guard: (facts) => (isStillApplied(facts) ? 'INITIATIVE_FIRST_APPLICATION_RUNNING' : null),
    },
    { name: 'rejectFormally', from: ['SUBMITTED'], to: 'REJECTED_FORMALLY' },
    {
      // A dossier that nobody mended lapses only when an officer says so, never by the passing of a day.
      name: 'lapse', from: ['SUPPLEMENT_REQUIRED'], to: 'LAPSED',
      guard: (facts) => (isOverdue(facts) ? null : 'SUPPLEMENT_NOT_OVERDUE'),
    },
    { name: 'startEvaluation', from: ['ACCEPTED'], to: 'UNDER_EVALUATION' },
    { name: 'returnToAccepted', from: ['UNDER_EVALUATION'], to: 'ACCEPTED' },
    { name: 'recognise', from: ['UNDER_EVALUATION'], to: 'RECOGNISED' },
    { name: 'refuse', from: ['UNDER_EVALUATION'], to: 'REFUSED' },
    {
      name: 'withdraw', to: 'WITHDRAWN',
      from: ['DRAFT', 'SUBMITTED', 'SUPPLEMENT_REQUIRED', 'ACCEPTED', 'WAITING_APPLICATION', 'UNDER_EVALUATION'],
      guard: (facts) => facts.withdrawalVeto,
    },
  ],
});
