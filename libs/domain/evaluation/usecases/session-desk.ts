import { Injectable } from '@nestjs/common';
import { currentViewer, type Viewer } from '@kit/context';
import { errorFactoryOf, notFound, revisionConflict } from '@kit/errors';
import { AgendaRepository, type ItemOfAgenda } from '../data/agenda.repository.js';
import { BallotsRepository } from '../data/ballots.repository.js';
import { MeetingRepository, type OpenSitting } from '../data/meeting.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { MEETING_STATES, type SessionProgressFacts, sessionWorkflow, type SessionState } from '../domain/session.workflow.js';
import { sessionWrongState } from '../evaluation.errors.js';
import '../meeting.errors.js';
import type { EvaluationSessionEntity } from '../model/session.entity.js';
import type { SessionFacts } from '../policy/session.conditions.js';
import { sessionPolicy } from '../policy/session.policy.js';

/** One step of a session, as its acts are asked for. */
export interface SessionAct {
  readonly sessionId: string;
  /** The one last read. */
  readonly revision: number;
}

/** A session that the running transaction holds: no step and no sheet can come in between. */
export interface HeldSession {
  readonly viewer: Viewer;
  readonly row: EvaluationSessionEntity;
  readonly facts: SessionFacts;
  /** By position, hidden ones included. */
  readonly items: readonly ItemOfAgenda[];
  readonly sitting: OpenSitting | null;
  /** The state after the step asked for. */
  readonly to: SessionState;
}

/** The beginning that all acts on one session share. Runs inside the act's transaction. */
@Injectable()
export class SessionDesk {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly agenda: AgendaRepository,
    private readonly meeting: MeetingRepository,
    private readonly ballots: BallotsRepository,
  ) {}

  /**
   * @param transitions names of the workflow; the first that fits the state is taken
   * @throws NOT_FOUND, FORBIDDEN, SESSION_WRONG_STATE or what the guard says, REVISION_CONFLICT; in this order
   */
  async hold(act: SessionAct, action: string, ...transitions: readonly string[]): Promise<HeldSession> {
    return this.#hold(act, action, (state, facts) => this.#step(state, transitions, facts));
  }

  /**
   * For acts of the meeting, which leave the state of the judging as it is.
   * @throws NOT_FOUND, FORBIDDEN, SESSION_WRONG_STATE, REVISION_CONFLICT; in this order
   */
  async holdMeeting(act: SessionAct, action: string): Promise<HeldSession> {
    return this.#hold(act, action, (state) => {
      if (!MEETING_STATES.includes(state)) throw sessionWrongState({ state });
      return state;
    });
  }

  async #hold(act: SessionAct, action: string, next: (state: SessionState, facts: SessionProgressFacts) => SessionState): Promise<HeldSession> {
    const viewer = currentViewer();
    const row = await this.sessions.lock(viewer.tenantId, act.sessionId);
    if (row === null) throw notFound();
    const facts = await this.sessions.factsOf(row);
    sessionPolicy.require(action, viewer, facts);
    const items = await this.agenda.items(row.id, viewer.personId);
    const sitting = await this.meeting.openSitting(row.id);
    const to = next(row.state, { itemCount: items.length, isSitting: sitting !== null, openBallots: await this.ballots.countOpen(row.id) });
    if (row.revision !== act.revision) throw revisionConflict({ current: row.revision }, ['input', 'revision']);
    return { viewer, row, facts, items, sitting, to };
  }

  #step(state: SessionState, transitions: readonly string[], facts: SessionProgressFacts): SessionState {
    const outcomes = transitions.map((name) => sessionWorkflow.apply(name, state, facts));
    const possible = outcomes.find((outcome) => outcome.ok);
    if (possible?.ok) return possible.to;
    const guarded = outcomes.flatMap((outcome) => (!outcome.ok && outcome.refusal.kind === 'GUARD' ? [outcome.refusal.code] : []))[0];
    const make = guarded === undefined ? undefined : errorFactoryOf(guarded);
    throw make?.() ?? sessionWrongState({ state });
  }
}
