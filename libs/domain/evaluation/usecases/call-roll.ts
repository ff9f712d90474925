import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { forbidden, notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { isId } from '@kit/ids';
import { MeetingRepository } from '../data/meeting.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import type { RollMark } from '../domain/meeting.js';
import { MEETING_STATES } from '../domain/session.workflow.js';
import { sessionWrongState } from '../evaluation.errors.js';
import { RollCalled } from '../events/meeting.events.js';
import { alreadyInMeeting, notInMeeting } from '../meeting.errors.js';
import { sessionPolicy } from '../policy/session.policy.js';

export interface RollCall {
  readonly sessionId: string;
  readonly personId: string;
  readonly mark: RollMark;
  /** Why somebody is absent, or why a stay was noted by mistake. */
  readonly reason: string;
  /** Of an absent member; read out, kept and not counted (INV-21). */
  readonly writtenOpinion: string;
}

/** Marks that a member may set for themself. */
const OWN_MARKS: readonly RollMark[] = ['PRESENT', 'ONLINE', 'LEFT'];

/** Notes who comes, who goes and who is missing, each with its time. Several people can call the roll at once. */
@Injectable()
export class CallRoll {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly meeting: MeetingRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws ALREADY_IN_MEETING, NOT_IN_MEETING, SESSION_WRONG_STATE, NOT_FOUND (session or member), FORBIDDEN */
  execute({ sessionId, personId, mark, reason, writtenOpinion }: RollCall): Promise<void> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    return this.database.transaction(async () => {
      const session = isId(sessionId) ? await this.meeting.share(tenantId, sessionId) : null;
      if (session === null) throw notFound();
      const facts = await this.sessions.factsOf({ id: sessionId, tenantId, state: session.state });
      const isOwn = personId === viewer.personId && OWN_MARKS.includes(mark) && sessionPolicy.can('session.attend', viewer, facts);
      if (!isOwn) sessionPolicy.require('session.run', viewer, facts);
      if (!MEETING_STATES.includes(session.state)) throw sessionWrongState({ state: session.state });
      if (!facts.seats.some((seat) => seat.personId === personId)) throw isOwn ? forbidden() : notFound({}, ['input', 'personId']);
      await this.#note({ tenantId, sessionId, personId, recordedByPersonId: viewer.personId }, mark, reason, writtenOpinion);
      await this.events.publish(new RollCalled(tenantId, sessionId, personId, mark));
    });
  }

  async #note(
    who: { tenantId: string; sessionId: string; personId: string; recordedByPersonId: string }, mark: RollMark, reason: string, writtenOpinion: string,
  ): Promise<void> {
    if (mark === 'PRESENT' || mark === 'ONLINE') {
      if (!(await this.meeting.comeIn({ ...who, mode: mark }))) throw alreadyInMeeting({}, ['input', 'personId']);
      return;
    }
    const voidReason = mark === 'MISTAKEN' ? reason || 'Ghi nhầm.' : null;
    const wasThere = await this.meeting.goOut(who.sessionId, who.personId, voidReason);
    if (mark === 'LEFT' || mark === 'MISTAKEN') {
      if (!wasThere) throw notInMeeting({}, ['input', 'personId']);
      return;
    }
    await this.meeting.noteAbsence({ ...who, isExcused: mark === 'EXCUSED', reason, writtenOpinion });
  }
}
