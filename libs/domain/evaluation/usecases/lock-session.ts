import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { SessionsRepository } from '../data/sessions.repository.js';
import { SessionLocked } from '../events/evaluation.events.js';
import { SessionDesk, type SessionAct } from './session-desk.js';

/** Closes the record of a session for ever (INV-24). The initiatives stay as they are: their authors learn from the decision. */
@Injectable()
export class LockSession {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute(input: SessionAct): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, row, to } = await this.desk.hold(input, 'session.lock', 'lock');
      await this.sessions.update(row, to, { lockedAt: await this.database.now(), lockedByPersonId: viewer.personId });
      await this.events.publish(new SessionLocked(viewer.tenantId, row.id));
    });
  }
}
