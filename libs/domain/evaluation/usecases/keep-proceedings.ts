import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { revisionConflict } from '@kit/errors';
import { EventBus } from '@kit/events';
import { MeetingRepository } from '../data/meeting.repository.js';
import { ProceedingsSaved } from '../events/meeting.events.js';
import { sittingNotOpen } from '../meeting.errors.js';
import { SessionSignals } from '../session-signals.js';
import { BallotDesk } from './ballot-desk.js';

export interface ProceedingsInput {
  readonly itemId: string;
  readonly notes: string;
  /** As last read; 0 before anything was written. */
  readonly revision: number;
}

/** What the secretary does while the council talks: shows the item everybody looks at, and writes down what is said. */
@Injectable()
export class KeepProceedings {
  constructor(
    private readonly database: Database,
    private readonly desk: BallotDesk,
    private readonly meeting: MeetingRepository,
    private readonly signals: SessionSignals,
    private readonly events: EventBus,
  ) {}

  /** @throws REVISION_CONFLICT, SESSION_WRONG_STATE, NOT_FOUND, FORBIDDEN */
  execute({ itemId, notes, revision }: ProceedingsInput): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer } = await this.desk.hold(itemId, 'item.runBallot');
      // The session is held, so nobody else saves at this moment.
      const current = await this.meeting.proceedingsRevision(itemId);
      if (current !== revision) throw revisionConflict({ current }, ['input', 'revision']);
      await this.meeting.saveProceedings(viewer.tenantId, itemId, notes);
      await this.events.publish(new ProceedingsSaved(viewer.tenantId, itemId));
    });
  }

  /** Everybody's screen follows. @throws SITTING_NOT_OPEN, NOT_FOUND, FORBIDDEN */
  show(itemId: string): Promise<string> {
    return this.database.transaction(async () => {
      const { row } = await this.desk.hold(itemId, 'item.runBallot');
      const sitting = await this.meeting.openSitting(row.id);
      if (sitting === null) throw sittingNotOpen();
      await this.meeting.showItem(sitting.id, itemId);
      await this.signals.session(row.id);
      return row.id;
    });
  }
}
