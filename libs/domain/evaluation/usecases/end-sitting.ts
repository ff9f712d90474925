import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { BallotsRepository } from '../data/ballots.repository.js';
import { MeetingRepository } from '../data/meeting.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { SittingEnded } from '../events/meeting.events.js';
import { ballotOpen, sittingNotOpen } from '../meeting.errors.js';
import { SessionDesk, type SessionAct } from './session-desk.js';

export interface EndOfSitting extends SessionAct {
  /** Why the council adjourns; null when the meeting is over. */
  readonly adjournedBecause: string | null;
}

/** Ends a sitting, for good or to meet again. Everybody leaves the room with it. */
@Injectable()
export class EndSitting {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly meeting: MeetingRepository,
    private readonly ballots: BallotsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws BALLOT_OPEN, SITTING_NOT_OPEN, SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute({ adjournedBecause, ...act }: EndOfSitting): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, row, sitting } = await this.desk.holdMeeting(act, 'session.run');
      if (sitting === null) throw sittingNotOpen();
      if ((await this.ballots.countOpen(row.id)) > 0) throw ballotOpen();
      await this.meeting.endSitting(row.id, sitting.id, adjournedBecause === null ? 'CLOSED' : 'ADJOURNED', adjournedBecause);
      await this.sessions.update(row, row.state);
      await this.events.publish(new SittingEnded(viewer.tenantId, row.id));
    });
  }
}
