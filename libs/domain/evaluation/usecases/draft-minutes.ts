import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@domain/regulation';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { MeetingRepository } from '../data/meeting.repository.js';
import { MinutesRepository } from '../data/minutes.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import type { MinutesKind } from '../domain/minutes.js';
import { MinutesDrafted } from '../events/meeting.events.js';
import { countingNotSigned, sittingOpen } from '../meeting.errors.js';
import { type HeldSession, SessionDesk, type SessionAct } from './session-desk.js';
import { sha256 } from './sha256.js';

export interface NewMinutes extends SessionAct {
  readonly conclusion: string;
}

/** Writes minutes from the facts of the session. Drafted anew they are a new document, and signed anew. */
@Injectable()
export class DraftMinutes {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly meeting: MeetingRepository,
    private readonly minutes: MinutesRepository,
    private readonly events: EventBus,
  ) {}

  /** Of the meeting, when it is over. @throws SITTING_OPEN, COUNTING_NOT_SIGNED, SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute({ conclusion, ...act }: NewMinutes): Promise<void> {
    return this.database.transaction(async () => {
      const held = await this.desk.hold(act, 'session.prepare', 'draftMinutes', 'draftMinutesAgain');
      const { row, to, sitting } = held;
      if (sitting !== null) throw sittingOpen();
      const board = await this.meeting.countingBoard(row.id);
      const signed = (await this.minutes.signaturesOf(row.id, 'COUNTING')).length;
      if (signed < board.length) throw countingNotSigned({ missing: board.length - signed });
      await this.sessions.update(row, to);
      await this.#add(held, 'MEETING', conclusion);
    });
  }

  /** Of the counting board, as part of the counting. */
  async ofCounting(held: HeldSession): Promise<void> {
    await this.#add(held, 'COUNTING', '');
  }

  async #add({ viewer, row }: HeldSession, kind: MinutesKind, conclusion: string): Promise<void> {
    const whole = await this.minutes.contentOf(row.id, conclusion);
    const content = kind === 'MEETING' ? whole : { ...whole, sittings: [], members: [], items: whole.items.filter(({ vote }) => vote?.method === 'SECRET') };
    await this.minutes.add({ tenantId: viewer.tenantId, sessionId: row.id, kind, content, sha256: sha256(canonicalJson(content)), draftedByPersonId: viewer.personId });
    await this.events.publish(new MinutesDrafted(viewer.tenantId, row.id));
  }
}
