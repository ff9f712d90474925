import { Injectable } from '@nestjs/common';
import { findContext } from '@kit/context';
import { Database, sql } from '@kit/database';
import { DomainEvent, type EventRecord, OnEvent } from '@kit/events';
import { SessionEvent } from './events/evaluation.events.js';
import { BallotOpened } from './events/meeting.events.js';
import { type ItemAudience, SessionSignals } from './session-signals.js';

/** Events of a session whose effect only those who prepare it can see. */
const FOR_PREPARERS: ReadonlySet<string> = new Set(['evaluation.assignment-changed']);

/** Events about one item (`itemId`), and who can see their effect besides the person they are about. */
const OF_ITEMS: Readonly<Record<string, ItemAudience>> = {
  'evaluation.score-sheet-submitted': 'progress',
  'evaluation.score-sheet-reopened': 'progress',
  'evaluation.conflict-declared': 'conflicts',
  'evaluation.conflict-decided': 'conflicts',
  'evaluation.conflict-lapsed': 'conflicts',
  'evaluation.presider-chosen': 'conflicts',
  'evaluation.ballot-opened': 'item',
  'evaluation.ballot-closed': 'item',
  'evaluation.ballot-annulled': 'item',
  'evaluation.proceedings-saved': 'item',
};

type ItemEvent = DomainEvent & { readonly itemId: string; readonly personId?: string };

/**
 * Turns what happened into signals to those who look at the session. An event about the session as a whole reaches all its readers
 * unless it is named above; one about an item reaches nobody unless it is. Acts without an event use `SessionSignals` themselves.
 */
@Injectable()
export class SessionNews {
  constructor(
    private readonly signals: SessionSignals,
    private readonly database: Database,
  ) {}

  @OnEvent(SessionEvent)
  aboutSession({ sessionId }: SessionEvent, { type }: EventRecord): Promise<void> {
    return FOR_PREPARERS.has(type) ? this.signals.preparers(sessionId) : this.signals.session(sessionId);
  }

  /** The first ballot also changes what the session is at, which everybody sees, and so does the item that is shown. */
  @OnEvent(BallotOpened)
  async aboutOpening({ itemId }: BallotOpened): Promise<void> {
    await this.signals.session(await this.#sessionOf(itemId));
  }

  @OnEvent(DomainEvent)
  async aboutItem(event: DomainEvent, { type }: EventRecord): Promise<void> {
    const audience = Object.hasOwn(OF_ITEMS, type) ? OF_ITEMS[type] : undefined;
    if (audience === undefined) return;
    const { itemId, personId } = event as ItemEvent;
    const sessionId = await this.#sessionOf(itemId);
    await this.signals.item(sessionId, itemId, audience);
    // A sheet is the own one of whoever acts.
    const concerned = personId ?? findContext()?.viewer?.personId;
    if (concerned !== undefined) await this.signals.member(sessionId, concerned);
  }

  async #sessionOf(itemId: string): Promise<string> {
    const row = await this.database.row<{ sessionId: string }>(sql`select a.session_id as "sessionId" from agenda_item a where a.id = ${itemId}`);
    if (row === null) throw new Error('something happened to an item that is not there');
    return row.sessionId;
  }
}
