import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { SessionsRepository } from '../data/sessions.repository.js';
import { SessionConvened } from '../events/evaluation.events.js';
import { SessionDesk, type SessionAct } from './session-desk.js';

/** Invites the members: from now on they read the dossiers on which they are not recused, and can declare conflicts. */
@Injectable()
export class ConveneSession {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws AGENDA_EMPTY, SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute(input: SessionAct): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, row, facts, to } = await this.desk.hold(input, 'session.prepare', 'convene');
      await this.sessions.update(row, to);
      await this.events.publish(new SessionConvened(viewer.tenantId, row.id, facts.seats.map((seat) => seat.personId)));
    });
  }
}
