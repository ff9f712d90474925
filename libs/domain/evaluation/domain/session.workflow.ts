import { defineWorkflow } from '@kit/workflow';

export const SESSION_STATES = [
  'DRAFT', 'CONVENED', 'SCORING', 'SCORED', 'BALLOTING', 'COUNTED', 'MINUTES_DRAFT', 'LOCKED', 'CANCELLED',
] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const SESSION_ACTIONS = [
  'EDIT_AGENDA', 'CONVENE', 'CALL_ROLL', 'OPEN_SITTING', 'OPEN_SCORING', 'CLOSE_SCORING', 'OPEN_BALLOT', 'COUNT', 'DRAFT_MINUTES', 'SIGN_MINUTES',
  'END_SITTING', 'LOCK', 'CANCEL', 'PROPOSE_DECISION',
] as const;
export type SessionAction = (typeof SESSION_ACTIONS)[number];

/** What the guards of a session look at. */
export interface SessionProgressFacts {
  readonly itemCount: number;
  /** Whether the council is sitting now, opened with quorum. */
  readonly isSitting: boolean;
  /** Ballots handed out that are still open. */
  readonly openBallots: number;
}

const needsAgenda = ({ itemCount }: SessionProgressFacts): string | null => (itemCount === 0 ? 'AGENDA_EMPTY' : null);
const needsSitting = ({ isSitting }: SessionProgressFacts): string | null => (isSitting ? null : 'SITTING_NOT_OPEN');
const needsClosedBallots = (facts: SessionProgressFacts): string | null => needsSitting(facts) ?? (facts.openBallots > 0 ? 'BALLOT_OPEN' : null);

/**
 * The judging of a session (domain 3.4.3). The meeting itself, with its sittings and roll-call, runs beside it: members may
 * score at home or in the room, as the regulation says. After LOCKED there is no way back: a mistake is corrected in a
 * supplementary session that cites this one.
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
    { name: 'openFirstBallot', from: ['SCORED'], to: 'BALLOTING', guard: needsSitting },
    { name: 'openNextBallot', from: ['BALLOTING'], to: 'BALLOTING', guard: needsSitting },
    { name: 'count', from: ['SCORED', 'BALLOTING'], to: 'COUNTED', guard: needsClosedBallots },
    { name: 'draftMinutes', from: ['COUNTED'], to: 'MINUTES_DRAFT' },
    { name: 'draftMinutesAgain', from: ['MINUTES_DRAFT'], to: 'MINUTES_DRAFT' },
    { name: 'lock', from: ['MINUTES_DRAFT'], to: 'LOCKED' },
    { name: 'cancel', from: ['DRAFT', 'CONVENED', 'SCORING'], to: 'CANCELLED' },
  ],
});

/** States in which the roll is called and the council can sit. */
export const MEETING_STATES: readonly SessionState[] = ['CONVENED', 'SCORING', 'SCORED', 'BALLOTING', 'COUNTED'];

/** What a viewer is to a session. */
export interface SessionStanding {
  readonly mayPrepare: boolean;
  readonly mayCloseScoring: boolean;
  /** Calls the roll, opens and ends sittings and ballots, counts. */
  readonly mayRun: boolean;
  /** Whether minutes of the session wait for the viewer's signature. */
  readonly maySign: boolean;
  readonly mayLock: boolean;
  /** Proposing a decision belongs to the secretary, once, after the lock. */
  readonly mayPropose: boolean;
}

/** What a viewer can do with a session now, in the order in which screens offer it. */
export function availableSessionActions(state: SessionState, facts: SessionProgressFacts, standing: SessionStanding): SessionAction[] {
  const can = (...transitions: string[]): boolean => transitions.some((name) => sessionWorkflow.can(name, state, facts));
  const meets = standing.mayRun && MEETING_STATES.includes(state);
  const offered: readonly (readonly [SessionAction, boolean])[] = [
    ['EDIT_AGENDA', standing.mayPrepare && can('editAgenda', 'amendAgenda')],
    ['CONVENE', standing.mayPrepare && can('convene')],
    ['CALL_ROLL', meets],
    ['OPEN_SITTING', meets && !facts.isSitting],
    ['OPEN_SCORING', standing.mayPrepare && can('openScoring')],
    ['CLOSE_SCORING', standing.mayCloseScoring && can('closeScoring')],
    ['OPEN_BALLOT', standing.mayRun && can('openFirstBallot', 'openNextBallot')],
    ['COUNT', standing.mayRun && can('count')],
    ['DRAFT_MINUTES', standing.mayPrepare && can('draftMinutes', 'draftMinutesAgain')],
    ['SIGN_MINUTES', standing.maySign && (state === 'COUNTED' || state === 'MINUTES_DRAFT')],
    ['END_SITTING', standing.mayRun && facts.isSitting && facts.openBallots === 0],
    ['LOCK', standing.mayLock && can('lock')],
    ['PROPOSE_DECISION', standing.mayPropose && state === 'LOCKED'],
    ['CANCEL', standing.mayPrepare && can('cancel')],
  ];
  return offered.filter(([, is]) => is).map(([action]) => action);
}
