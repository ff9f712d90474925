import { defineWorkflow } from '@kit/workflow';

export const SESSION_STATES = ['DRAFT', 'CONVENED', 'SCORING', 'SCORED', 'LOCKED', 'CANCELLED'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const SESSION_ACTIONS = ['EDIT_AGENDA', 'CONVENE', 'OPEN_SCORING', 'CLOSE_SCORING', 'LOCK', 'CANCEL', 'PROPOSE_DECISION'] as const;
export type SessionAction = (typeof SESSION_ACTIONS)[number];

/** What the guards of a session look at. */
export interface SessionProgressFacts {
  readonly itemCount: number;
}

const needsAgenda = ({ itemCount }: SessionProgressFacts): string | null => (itemCount === 0 ? 'AGENDA_EMPTY' : null);

/**
 * The life of a session. Opening (quorum), balloting and minutes will take their place between SCORING and LOCKED.
 * After LOCKED there is no way back: a mistake is corrected in a supplementary session.
 */
export const sessionWorkflow = defineWorkflow<SessionState, SessionProgressFacts>({
  transitions: [
    { name: 'editAgenda', from: ['DRAFT'], to: 'DRAFT' },
    { name: 'amendAgenda', from: ['CONVENED'], to: 'CONVENED' },
    { name: 'convene', from: ['DRAFT'], to: 'CONVENED', guard: needsAgenda },
    // In place of members who fell out.
    { name: 'addScorers', from: ['SCORING'], to: 'SCORING' },
    { name: 'openScoring', from: ['CONVENED'], to: 'SCORING', guard: needsAgenda },
    { name: 'closeScoring', from: ['SCORING'], to: 'SCORED' },
    { name: 'lock', from: ['SCORED'], to: 'LOCKED' },
    { name: 'cancel', from: ['DRAFT', 'CONVENED', 'SCORING'], to: 'CANCELLED' },
  ],
});

/** What a viewer is to a session. */
export interface SessionStanding {
  readonly mayPrepare: boolean;
  readonly mayCloseScoring: boolean;
  readonly mayLock: boolean;
  /** Proposing a decision belongs to the secretary, once, after the lock. */
  readonly mayPropose: boolean;
}

/** What a viewer can do with a session now, in the order in which screens offer it. */
export function availableSessionActions(state: SessionState, facts: SessionProgressFacts, standing: SessionStanding): SessionAction[] {
  const can = (transition: string): boolean => sessionWorkflow.can(transition, state, facts);
  const offered: readonly (readonly [SessionAction, boolean])[] = [
    ['EDIT_AGENDA', standing.mayPrepare && (can('editAgenda') || can('amendAgenda'))],
    ['CONVENE', standing.mayPrepare && can('convene')],
    ['OPEN_SCORING', standing.mayPrepare && can('openScoring')],
    ['CLOSE_SCORING', standing.mayCloseScoring && can('closeScoring')],
    ['LOCK', standing.mayLock && can('lock')],
    ['PROPOSE_DECISION', standing.mayPropose && state === 'LOCKED'],
    ['CANCEL', standing.mayPrepare && can('cancel')],
  ];
  return offered.filter(([, is]) => is).map(([action]) => action);
}
