import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { MinutesRepository } from '../data/minutes.repository.js';
import { SealsRepository } from '../data/seals.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { sealOf } from '../domain/seal.js';
import { SessionLocked } from '../events/evaluation.events.js';
import { minutesNotSigned } from '../meeting.errors.js';
import { SessionDesk, type SessionAct } from './session-desk.js';
import { sha256 } from './sha256.js';

/**
 * Closes the record of a session for ever and seals it: a hash over everything that was judged is kept with it (INV-24). The
 * initiatives stay as they are: their authors learn from the decision.
 */
@Injectable()
export class LockSession {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly minutes: MinutesRepository,
    private readonly seals: SealsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws MINUTES_NOT_SIGNED, SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute(input: SessionAct): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, row, to } = await this.desk.hold(input, 'session.lock', 'lock');
      const signed = await this.minutes.signaturesOf(row.id, 'MEETING');
      const missing = (['PRESIDING', 'SECRETARY'] as const).filter((capacity) => !signed.includes(capacity));
      if (missing.length > 0) throw minutesNotSigned({ missing });
      await this.seals.add(viewer.tenantId, row.id, sealOf(await this.seals.recordOf(row.id), sha256));
      await this.sessions.update(row, to, { lockedAt: await this.database.now(), lockedByPersonId: viewer.personId });
      await this.events.publish(new SessionLocked(viewer.tenantId, row.id));
    });
  }
}
