import { Injectable } from '@nestjs/common';
import { CampaignFacade } from '@domain/campaign';
import { InitiativeFacade } from '@domain/initiative';
import { RegulationFacade } from '@domain/regulation';
import { Database } from '@kit/database';
import { type DomainError, faultOf, ValidationFailed } from '@kit/errors';
import { EventBus } from '@kit/events';
import { AgendaRepository } from '../data/agenda.repository.js';
import { InterestsRepository } from '../data/interests.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { headAuthorOnCouncil } from '../conflict.errors.js';
import { agendaNotReady, agendaTaken, councilNotInForce } from '../evaluation.errors.js';
import { ScoringOpened } from '../events/evaluation.events.js';
import { FindConflicts } from './find-conflicts.js';
import { SettleAssignment } from './settle-assignment.js';
import { type HeldSession, SessionDesk, type SessionAct } from './session-desk.js';

const LEAST_VOTING = 3;

/**
 * Lets members score. From here on the rule book and the members of the session are fixed, whatever happens to the
 * regulation and the council (INV-15), and the initiatives are under evaluation.
 */
@Injectable()
export class OpenScoring {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly agenda: AgendaRepository,
    private readonly conflicts: FindConflicts,
    private readonly assignment: SettleAssignment,
    private readonly interests: InterestsRepository,
    private readonly campaigns: CampaignFacade,
    private readonly regulations: RegulationFacade,
    private readonly initiatives: InitiativeFacade,
    private readonly events: EventBus,
  ) {}

  /**
   * @throws COUNCIL_NOT_IN_FORCE, AGENDA_EMPTY, AGENDA_INITIATIVE_NOT_READY, AGENDA_INITIATIVE_TAKEN and AGENDA_HEAD_IS_AUTHOR as faults, ASSIGNMENT_NOT_READY as faults,
   * INITIATIVE_DUPLICATE_UNDER_EVALUATION, SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN
   */
  execute(input: SessionAct): Promise<void> {
    return this.database.transaction(async () => {
      const held = await this.desk.hold(input, 'session.prepare', 'openScoring');
      const { viewer, row, facts } = held;
      await this.#requireCouncil(row.councilId);
      const campaign = await this.campaigns.hold(row.campaignId, ['input', 'sessionId']);
      const fixed = await this.regulations.freeze(viewer.tenantId, campaign.regulationId);
      const accepted = await this.#acceptedOf(held);
      await this.conflicts.execute(viewer.tenantId, row.id, viewer.personId);
      await this.assignment.execute(held, fixed.rules);
      await this.initiatives.startEvaluation(accepted);
      await this.sessions.openScoring(row, fixed);
      const scorerIds = facts.seats.filter((seat) => seat.isVoting).map((seat) => seat.personId);
      await this.events.publish(new ScoringOpened(viewer.tenantId, row.id, scorerIds));
    });
  }

  /** INV-13, on the day itself. */
  async #requireCouncil(councilId: string): Promise<void> {
    const { termFrom, termTo, isInTerm, chairs, secretaries, voting } = await this.sessions.councilToday(councilId);
    if (!isInTerm || chairs !== 1 || secretaries !== 1 || voting < LEAST_VOTING) throw councilNotInForce({ termFrom, termTo });
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
