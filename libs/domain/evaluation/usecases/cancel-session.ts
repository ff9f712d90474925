import { Injectable } from '@nestjs/common';
import { InitiativeFacade } from '@domain/initiative';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { AgendaRepository } from '../data/agenda.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { SessionCancelled } from '../events/evaluation.events.js';
import { SessionDesk, type SessionAct } from './session-desk.js';

/** Gives a session up before its results exist. Sheets stay as they are and count nowhere; the initiatives wait for another session. */
@Injectable()
export class CancelSession {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly agenda: AgendaRepository,
    private readonly initiatives: InitiativeFacade,
    private readonly events: EventBus,
  ) {}

  /** @throws SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute(input: SessionAct): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, row, facts, items, to } = await this.desk.hold(input, 'session.prepare', 'cancel');
      if (row.state === 'SCORING') {
        await this.initiatives.returnToAccepted(await this.agenda.firstJudgedHere(items.map((item) => item.initiativeId)));
      }
      await this.sessions.update(row, to);
      await this.events.publish(new SessionCancelled(viewer.tenantId, row.id, row.state === 'DRAFT' ? [] : facts.seats.map((seat) => seat.personId)));
    });
  }
}
