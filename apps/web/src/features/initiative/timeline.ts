import type { InitiativeState } from '../../gql/schema.js';
import type { Dossier } from './queries.js';

/** Acts of the procedure that have words of their own; others are told by the state they led to. */
export const TOLD = [
  'submit', 'requestSupplement', 'resubmit', 'accept', 'acceptAwaitingApplication', 'finishFirstApplication', 'rejectFormally', 'lapse',
  'startEvaluation', 'returnToAccepted', 'recognise', 'refuse', 'withdraw',
] as const;
export type ToldAct = (typeof TOLD)[number];

export function isTold(transition: string): transition is ToldAct {
  return (TOLD as readonly string[]).includes(transition);
}

/** What happens now and what follows; names of texts. */
export type Stage = 'supplement' | 'formalCheck' | 'firstApplication' | 'council' | 'decision' | 'publication';

export interface Ahead {
  stage: Stage;
  /** The day by which it is due. */
  on: string | null;
}

/** The stage a dossier is in, and those that follow if all goes well. Empty when it is at an end. */
export function stagesAhead(dossier: Pick<Dossier, 'state' | 'formalCheckDueOn' | 'supplementDueOn' | 'resultDueOn' | 'firstApplicationEndsOn'>): Ahead[] {
  const ahead: Ahead[] = [
    { stage: 'supplement', on: dossier.supplementDueOn },
    { stage: 'formalCheck', on: dossier.formalCheckDueOn },
    { stage: 'firstApplication', on: dossier.firstApplicationEndsOn },
    { stage: 'council', on: null },
    { stage: 'decision', on: dossier.resultDueOn },
    { stage: 'publication', on: null },
  ];
  const now = CURRENT[dossier.state];
  if (!now) return [];
  const from = ahead.findIndex(({ stage }) => stage === now);
  return ahead.slice(from).filter(({ stage }) => stage === now || stage !== 'firstApplication');
}

const CURRENT: Partial<Record<InitiativeState, Stage>> = {
  SUPPLEMENT_REQUIRED: 'supplement', SUBMITTED: 'formalCheck', WAITING_APPLICATION: 'firstApplication', ACCEPTED: 'council', UNDER_EVALUATION: 'council',
  COUNCIL_PASSED: 'decision', COUNCIL_FAILED: 'decision', DEFERRED: 'council',
};
