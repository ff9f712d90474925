import { Injectable } from '@nestjs/common';
import { InitiativeFacade } from '@domain/initiative';
import { OrganisationFacade } from '@domain/organisation';
import { currentViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { forbidden, notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { isId } from '@kit/ids';
import { objectionToOneself } from '../conflict.errors.js';
import { ConflictsRepository } from '../data/conflicts.repository.js';
import { ObjectionRecorded } from '../events/evaluation.events.js';
import { objectionPolicy } from '../policy/objection.policy.js';

export interface NewObjection {
  readonly initiativeId: string;
  readonly personId: string;
  /** In the words of whoever objects, with their name where they want it known. */
  readonly reason: string;
}

const PATH = ['input', 'initiativeId'] as const;

/**
 * Writes down that somebody is objected to as a judge of an initiative. It may name anybody of the ward: neither who objects
 * nor the officer learns whether that person sits on a council. Where the person does, in a session now or later, the
 * objection waits for the chair as a conflict.
 */
@Injectable()
export class RecordObjection {
  constructor(
    private readonly database: Database,
    private readonly initiatives: InitiativeFacade,
    private readonly organisation: OrganisationFacade,
    private readonly conflicts: ConflictsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws OBJECTION_TO_ONESELF, NOT_FOUND (initiative, person), FORBIDDEN */
  execute({ initiativeId, personId, reason }: NewObjection): Promise<void> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    return this.database.transaction(async () => {
      const known = isId(initiativeId) ? await this.initiatives.agendaFacts([initiativeId]) : [];
      if (known.length === 0) throw notFound({}, PATH);
      const authorIds = (await this.initiatives.authorsOf([initiativeId])).map((author) => author.personId);
      if (!objectionPolicy.can('objection.record', viewer, { tenantId, authorIds })) throw forbidden();
      if (!isId(personId)) throw notFound({}, ['input', 'personId']);
      if (personId === viewer.personId) throw objectionToOneself({}, ['input', 'personId']);
      await this.organisation.requirePerson(personId, ['input', 'personId']);
      const id = newId();
      await this.conflicts.addObjection({ id, tenantId, initiativeId, personId, reason, recordedById: viewer.personId });
      for (const sessionId of await this.conflicts.openSessionsOn(tenantId, { initiativeIds: [initiativeId] })) {
        const session = await this.conflicts.share(tenantId, sessionId);
        if (session === null || !['DRAFT', 'CONVENED', 'SCORING'].includes(session.state)) continue;
        await this.conflicts.holdMembers(sessionId, [personId]);
        await this.conflicts.recordObjections(tenantId, sessionId);
      }
      await this.events.publish(new ObjectionRecorded(tenantId, initiativeId, id));
    });
  }
}
