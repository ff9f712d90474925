import { Injectable } from '@nestjs/common';
import { InitiativeFacade } from '@domain/initiative';
import { Database } from '@kit/database';
import { type DomainError, faultOf, ValidationFailed } from '@kit/errors';
import { EventBus } from '@kit/events';
import { AgendaRepository } from '../data/agenda.repository.js';
import { InterestsRepository } from '../data/interests.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { headAuthorOnCouncil } from '../conflict.errors.js';
import { agendaNotReady, agendaTaken } from '../evaluation.errors.js';
import { ScoringOpened } from '../events/evaluation.events.js';
import { sittingNotOpen } from '../meeting.errors.js';
import { FixSession } from './fix-session.js';
import { SettleAssignment } from './settle-assignment.js';
import { type HeldSession, SessionDesk, type SessionAct } from './session-desk.js';

/** Lets members score, at home or in the meeting as the regulation says; the initiatives are under evaluation from here on. */
@Injectable()
export class OpenScoring {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly agenda: AgendaRepository,
    private readonly fixSession: FixSession,
    private readonly assignment: SettleAssignment,
    private readonly interests: InterestsRepository,
    private readonly initiatives: InitiativeFacade,
    private readonly events: EventBus,
  ) {}

  /**
   * @throws COUNCIL_NOT_IN_FORCE, AGENDA_EMPTY, AGENDA_INITIATIVE_NOT_READY, AGENDA_INITIATIVE_TAKEN, AGENDA_HEAD_IS_AUTHOR and ASSIGNMENT_NOT_READY as faults,
   * INITIATIVE_DUPLICATE_UNDER_EVALUATION, SITTING_NOT_OPEN, SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN
   */
  execute(input: SessionAct): Promise<void> {
    return this.database.transaction(async () => {
      const held = await this.desk.hold(input, 'session.prepare', 'openScoring');
      const { viewer, row, facts, sitting, to } = held;
      const rules = await this.fixSession.execute(held);
      if (rules.scoring.time === 'IN_MEETING' && sitting === null) throw sittingNotOpen();
      const accepted = await this.#acceptedOf(held);
      await this.assignment.execute(held, rules);
      await this.initiatives.startEvaluation(accepted);
      await this.sessions.update(row, to, { scoringOpenedAt: await this.database.now() });
      const scorerIds = facts.seats.filter((seat) => seat.isVoting).map((seat) => seat.personId);
      await this.events.publish(new ScoringOpened(viewer.tenantId, row.id, scorerIds));
    });
  }

  /** Those that now come under evaluation; initiatives that an earlier session put off are there already. */
  async #acceptedOf({ viewer, row, items }: HeldSession): Promise<string[]> {
    const ids = items.map((item) => item.initiativeId);
    const candidates = await this.agenda.candidates(viewer.tenantId, row, ids);
    const ofHead = await this.interests.ofSeatedHead(viewer.tenantId, row.id, ids);
    const faults = items.flatMap(({ id, initiativeId }): DomainError[] => {
      const candidate = candidates.get(initiativeId);
      const path = ['items', id];
      if (candidate?.isOnOtherAgenda) return [agendaTaken({}, path)];
      if (!candidate?.isReady) return [agendaNotReady({}, path)];
      return ofHead.has(initiativeId) ? [headAuthorOnCouncil({}, path)] : [];
    });
    ValidationFailed.throwIfAny(faults.map(faultOf));
    const facts = await this.initiatives.agendaFacts(ids);
    return facts.filter(({ state }) => state !== 'UNDER_EVALUATION').map(({ id }) => id);
  }
}
