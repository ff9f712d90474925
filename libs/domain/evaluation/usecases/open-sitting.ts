import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { MeetingRepository } from '../data/meeting.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { countRoom, mayPreside, quorumOfRoom } from '../domain/meeting.js';
import { SittingOpened } from '../events/meeting.events.js';
import { presidingNotAuthorised, quorumNotMet, sittingOpen } from '../meeting.errors.js';
import { FixSession } from './fix-session.js';
import { SessionDesk, type SessionAct } from './session-desk.js';

export interface NewSittingInput extends SessionAct {
  /** The chair when it is null. */
  readonly presidingPersonId: string | null;
  /** Number and day of the written authorisation, for a deputy. */
  readonly authorisation: string | null;
}

/** Opens the meeting, when the roll-call shows a quorum (INV-16). */
@Injectable()
export class OpenSitting {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly meeting: MeetingRepository,
    private readonly fixSession: FixSession,
    private readonly events: EventBus,
  ) {}

  /** @throws QUORUM_NOT_MET, PRESIDING_NOT_AUTHORISED, SITTING_OPEN, COUNCIL_NOT_IN_FORCE, SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute({ presidingPersonId, authorisation, ...act }: NewSittingInput): Promise<void> {
    return this.database.transaction(async () => {
      const held = await this.desk.holdMeeting(act, 'session.run');
      const { viewer, row, sitting, facts } = held;
      if (sitting !== null) throw sittingOpen();
      const rules = await this.fixSession.execute(held);
      const room = await this.meeting.room(row.id, null);
      const presiding = presidingPersonId ?? facts.seats.find((seat) => seat.role === 'CHAIR')?.personId ?? '';
      if (!mayPreside(room, presiding, authorisation)) throw presidingNotAuthorised({}, ['input', 'presidingPersonId']);
      const { appointed, present } = countRoom(room);
      const { met, required, missing } = quorumOfRoom(rules.quorum, room, presiding);
      if (!met) throw quorumNotMet({ present, required, missing });
      await this.meeting.addSitting({
        tenantId: viewer.tenantId, sessionId: row.id, presidingPersonId: presiding, authorisation, appointed, present, required, openedByPersonId: viewer.personId,
      });
      await this.sessions.update(row, row.state);
      await this.events.publish(new SittingOpened(viewer.tenantId, row.id));
    });
  }
}
