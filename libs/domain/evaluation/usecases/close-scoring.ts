import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { SessionsRepository } from '../data/sessions.repository.js';
import { ScoringClosed } from '../events/evaluation.events.js';
import { SessionDesk, type SessionAct } from './session-desk.js';
import { SettleConflicts } from './settle-conflicts.js';

/**
 * Ends scoring: from this transaction on no sheet changes. Drafts do not count; who is missing was shown by the progress. The
 * session is held, so a sheet is either counted or refused, never lost between.
 */
@Injectable()
export class CloseScoring {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly settle: SettleConflicts,
    private readonly events: EventBus,
  ) {}

  /** @throws SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute(input: SessionAct): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, row, to } = await this.desk.hold(input, 'session.closeScoring', 'closeScoring');
      await this.settle.execute(viewer.tenantId, row.id);
      await this.sessions.update(row, to, { scoringClosedAt: await this.database.now() });
      await this.events.publish(new ScoringClosed(viewer.tenantId, row.id));
    });
  }
}
