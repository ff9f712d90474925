import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import { OnEvent } from '@kit/events';
import { ConflictDeclared, ScoreSheetReopened, ScoreSheetSubmitted, SessionEvent } from './events/evaluation.events.js';
import { BallotOpened, ItemEvent } from './events/meeting.events.js';
import { SessionSignals } from './session-signals.js';

/**
 * Turns what happened into signals to those who look at the session. An event about the session as a whole reaches all its readers; one
 * about an item names its audience here. Acts without an event use `SessionSignals` themselves.
 */
@Injectable()
export class SessionNews {
  constructor(
    private readonly signals: SessionSignals,
    private readonly database: Database,
  ) {}

  @OnEvent(SessionEvent)
  aboutSession({ sessionId }: SessionEvent): Promise<void> {
    return this.signals.session(sessionId);
  }

  @OnEvent(ScoreSheetSubmitted)
  @OnEvent(ScoreSheetReopened)
  async aboutSheet({ itemId, sheetId }: ScoreSheetSubmitted | ScoreSheetReopened): Promise<void> {
    const row = await this.database.row<{ sessionId: string; personId: string }>(sql`
      select a.session_id as "sessionId", h.person_id as "personId" from score_sheet h join agenda_item a on a.id = h.item_id where h.id = ${sheetId}`);
    if (row === null) throw new Error('a sheet was submitted that is not there');
    await this.signals.item(row.sessionId, itemId, 'progress');
    await this.signals.member(row.sessionId, row.personId);
  }

  @OnEvent(ConflictDeclared)
  async aboutConflict({ itemId, personId }: ConflictDeclared): Promise<void> {
    const sessionId = await this.#sessionOf(itemId);
    await this.signals.item(sessionId, itemId, 'conflicts');
    await this.signals.member(sessionId, personId);
  }

  /** The first ballot also changes what the session is at, which everybody sees, and so does the item that is shown. */
  @OnEvent(BallotOpened)
  async aboutOpening({ itemId }: BallotOpened): Promise<void> {
    await this.signals.session(await this.#sessionOf(itemId));
  }

  @OnEvent(ItemEvent)
  async aboutItem({ itemId }: ItemEvent): Promise<void> {
    await this.signals.item(await this.#sessionOf(itemId), itemId);
  }

  async #sessionOf(itemId: string): Promise<string> {
    const row = await this.database.row<{ sessionId: string }>(sql`select a.session_id as "sessionId" from agenda_item a where a.id = ${itemId}`);
    if (row === null) throw new Error('something happened to an item that is not there');
    return row.sessionId;
  }
}
