import type { SqlStatement } from '@kit/database';
import type { DomainEvent, EventClass } from '@kit/events';
import type { CalendarMethod } from '@kit/mail';
import type { NoticeKind } from './domain/words.js';

/** Whom an event is told, as what, and with which words to fill in. */
export interface Notice<E extends DomainEvent = DomainEvent> extends NoticeOptions<E> {
  readonly event: EventClass<E>;
  /** A code in capitals that the client words, and `domain/words.*.ts` for mail. */
  readonly kind: NoticeKind;
  /**
   * A `select` of (person_id uuid, params jsonb, link text): one row for each person to tell. `params` are codes, titles, names
   * and dates to fill in, never author-secret parts, scores or the names of other council members; `link` is a path of
   * the web app or null.
   *
   * It is asked twice: in the transaction of the act, and again when a mail goes out, for what the person may know then.
   * So it names every condition on which somebody is told, and whoever no longer meets them gets no mail.
   */
  readonly recipients: (event: E) => SqlStatement;
}

export interface NoticeOptions<E extends DomainEvent = DomainEvent> {
  /** People are not told what they did themselves, unless it is a warning about their own account. */
  readonly alsoTellActor?: boolean;
  /** Goes out at once, whatever hour it is and whatever the person chose. */
  readonly isSecurity?: boolean;
  /** Each recipient gets other words, so that mail to many is not one mail to many and waits for nobody. */
  readonly isPersonal?: boolean;
  /** Carries the session of the event for the calendar of the recipient. */
  readonly calendar?: CalendarMethod;
  /** What a mail says instead, as a `select` of (person_id uuid, kind text, params jsonb, link text), several rows for a person in order. */
  readonly parts?: (event: E) => SqlStatement;
}

/** One line of a table of notices. */
export function notice<E extends DomainEvent>(
  event: EventClass<E>,
  kind: NoticeKind,
  recipients: (event: E) => SqlStatement,
  options: NoticeOptions<E> = {},
): Notice {
  return { event, kind, recipients, ...options } as unknown as Notice;
}
