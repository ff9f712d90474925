import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { type DomainError, faultOf, notFound, ValidationFailed } from '@kit/errors';
import { EventBus } from '@kit/events';
import { isId } from '@kit/ids';
import { type AgendaCandidate, AgendaRepository, type PlacedItem } from '../data/agenda.repository.js';
import { InterestsRepository } from '../data/interests.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { headAuthorOnCouncil } from '../conflict.errors.js';
import { agendaNotReady, agendaTaken, agendaTwice } from '../evaluation.errors.js';
import { AgendaSet } from '../events/evaluation.events.js';
import { FindConflicts } from './find-conflicts.js';
import { SessionDesk, type SessionAct } from './session-desk.js';

export interface NewAgenda extends SessionAct {
  /** In the order in which they are treated. */
  readonly initiativeIds: readonly string[];
}

const PATH = ['input', 'initiativeIds'] as const;

/**
 * Sets what a session judges: each initiative in the version that was accepted (INV-07). Items on which the asking person
 * is recused are out of their hands as well: they stay on the agenda, after the others.
 */
@Injectable()
export class SetAgenda {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly agenda: AgendaRepository,
    private readonly conflicts: FindConflicts,
    private readonly interests: InterestsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws VALIDATION_FAILED with every AGENDA_… fault and NOT_FOUND at its place, SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute(input: NewAgenda): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, row, items, to } = await this.desk.hold(input, 'session.prepare', 'editAgenda', 'amendAgenda');
      const candidates = await this.agenda.candidates(viewer.tenantId, row, input.initiativeIds.filter((id) => isId(id)));
      const ofHead = await this.interests.ofSeatedHead(viewer.tenantId, row.id, [...candidates.keys()]);
      ValidationFailed.throwIfAny(faultsOf(input.initiativeIds, candidates, ofHead).map(faultOf));

      const wanted = input.initiativeIds.map((id): PlacedItem => ({ initiativeId: id, versionNumber: candidates.get(id)?.acceptedVersion ?? 0 }));
      const hidden = items.filter((item) => item.isHidden && !input.initiativeIds.includes(item.initiativeId));
      await this.agenda.replace(viewer.tenantId, row.id, [...wanted, ...hidden]);
      await this.conflicts.execute(viewer.tenantId, row.id, viewer.personId);
      await this.sessions.update(row, to);
      await this.events.publish(new AgendaSet(viewer.tenantId, row.id));
    });
  }
}

function faultsOf(ids: readonly string[], candidates: ReadonlyMap<string, AgendaCandidate>, ofHead: ReadonlySet<string>): DomainError[] {
  return ids.flatMap((id, index): DomainError[] => {
    const candidate = candidates.get(id);
    if (candidate === undefined) return [notFound({}, [...PATH, index])];
    if (ids.indexOf(id) < index) return [agendaTwice({}, [...PATH, index])];
    if (candidate.isOnOtherAgenda) return [agendaTaken({}, [...PATH, index])];
    if (!candidate.isReady) return [agendaNotReady({}, [...PATH, index])];
    return ofHead.has(id) ? [headAuthorOnCouncil({}, [...PATH, index])] : [];
  });
}
