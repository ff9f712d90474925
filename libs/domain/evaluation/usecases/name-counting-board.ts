import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { MeetingRepository } from '../data/meeting.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { CountingBoardNamed } from '../events/meeting.events.js';
import { countingBoardSize } from '../meeting.errors.js';
import { SessionDesk, type SessionAct } from './session-desk.js';

const LEAST = 2;
const MOST = 3;

export interface CountingBoardInput extends SessionAct {
  readonly personIds: readonly string[];
}

/** Notes whom the council elected to count its secret ballots (domain 2.10): two or three of its members. */
@Injectable()
export class NameCountingBoard {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly meeting: MeetingRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws COUNTING_BOARD_SIZE, SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND (session or member), FORBIDDEN */
  execute({ personIds, ...act }: CountingBoardInput): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, row, facts } = await this.desk.holdMeeting(act, 'session.run');
      const path = ['input', 'personIds'];
      if (new Set(personIds).size !== personIds.length || personIds.length < LEAST || personIds.length > MOST) throw countingBoardSize({ least: LEAST, most: MOST }, path);
      const stranger = personIds.findIndex((id) => !facts.seats.some((seat) => seat.personId === id));
      if (stranger >= 0) throw notFound({}, [...path, stranger]);
      await this.meeting.setCountingBoard(viewer.tenantId, row.id, personIds);
      await this.sessions.update(row, row.state);
      await this.events.publish(new CountingBoardNamed(viewer.tenantId, row.id));
    });
  }
}
