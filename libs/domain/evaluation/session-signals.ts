import { Injectable } from '@nestjs/common';
import { LiveSignals } from '@kit/live';

/** The kind of live topic that a session is. */
export const SESSION_TOPIC = 'session';

/**
 * For whom a change of an item is noticeable:
 * `item` who may read it, `progress` who may see who has submitted, `conflicts` who may see the conflicts of others, `result` who may
 * see sheets and results.
 */
export const ITEM_AUDIENCES = {
  item: 'item.read', progress: 'item.readProgress', conflicts: 'item.readConflicts', result: 'item.readResult',
} as const;

/** Chair, deputy and secretary of the session, and the secretaries of the ward. */
export const PREPARERS = 'preparers';

export type ItemAudience = keyof typeof ITEM_AUDIENCES;

/**
 * Where acts of this feature say that a session changed, inside their transaction. Choose the narrowest audience that can see the change
 * at all: a signal that somebody hears without seeing a difference tells them that there is one.
 */
@Injectable()
export class SessionSignals {
  constructor(private readonly live: LiveSignals) {}

  /** Something changed that everybody who may read the session can see: state, date, attendance. */
  session(sessionId: string): Promise<void> {
    return this.live.publish({ kind: SESSION_TOPIC, id: sessionId });
  }

  /** Something changed that only those who prepare the session can see: who scores what. */
  preparers(sessionId: string): Promise<void> {
    return this.live.publish({ kind: SESSION_TOPIC, id: sessionId }, `${PREPARERS}:${sessionId}`);
  }

  /** Something of one item changed. Whoever is recused on it hears nothing. */
  item(sessionId: string, itemId: string, audience: ItemAudience = 'item'): Promise<void> {
    return this.live.publish({ kind: SESSION_TOPIC, id: sessionId }, `${audience}:${itemId}`);
  }

  /** Something changed that only this person can see: the own sheet in another window, an item that is closed to them now. */
  member(sessionId: string, personId: string): Promise<void> {
    return this.live.publish({ kind: SESSION_TOPIC, id: sessionId }, `member:${personId}`);
  }
}
