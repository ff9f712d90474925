import { Injectable } from '@nestjs/common';
import { localDate } from '@kit/clock';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { SessionsRepository } from '../data/sessions.repository.js';
import { sessionDueDatePassed } from '../evaluation.errors.js';
import { SessionRescheduled } from '../events/evaluation.events.js';
import { SessionDesk, type SessionAct } from './session-desk.js';

/** All three as they shall be; `null` where there is none. */
export interface SessionDates extends SessionAct {
  readonly heldOn: string | null;
  readonly place: string | null;
  /** Last day for sheets. */
  readonly scoringDueOn: string | null;
}

/** Changes when and where a session is held and until when it is scored, as long as scoring has not opened. Whoever was invited is told. */
@Injectable()
export class RescheduleSession {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws SESSION_DUE_DATE_PASSED, SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute({ heldOn, place, scoringDueOn, ...act }: SessionDates): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, row, facts, to } = await this.desk.hold(act, 'session.prepare', 'editAgenda', 'amendAgenda');
      // A day that has passed may stay as it was, but nobody can be given it anew.
      if (scoringDueOn !== null && scoringDueOn !== row.scoringDueOn && scoringDueOn < localDate(await this.database.now())) {
        throw sessionDueDatePassed({}, ['input', 'scoringDueOn']);
      }
      await this.sessions.update(row, to, { heldOn, place, scoringDueOn });
      await this.events.publish(new SessionRescheduled(viewer.tenantId, row.id, row.state === 'DRAFT' ? [] : facts.seats.map((seat) => seat.personId)));
    });
  }
}
