import type { SqlStatement } from '@kit/database';
import type { DomainEvent, EventClass } from '@kit/events';

/** Whom an event is told, as what, and with which words to fill in. */
export interface Notice<E extends DomainEvent = DomainEvent> {
  readonly event: EventClass<E>;
  /** A code in capitals that the client words: `ROLE_ASSIGNED`. */
  readonly kind: string;
  /**
   * A `select` of (person_id uuid, params jsonb, link text): one row for each person to tell. `params` are codes, titles, names
   * and dates to fill in, never author-secret parts, scores or the names of other council members; `link` is a path of
   * the web app or null.
   */
  readonly recipients: (event: E) => SqlStatement;
  /** People are not told what they did themselves, unless it is a warning about their own account. */
  readonly alsoTellActor: boolean;
}

/** One line of a table of notices. */
export function notice<E extends DomainEvent>(
  event: EventClass<E>,
  kind: string,
  recipients: (event: E) => SqlStatement,
  options: { readonly alsoTellActor?: boolean } = {},
): Notice {
  return { event, kind, recipients: recipients as Notice['recipients'], alsoTellActor: options.alsoTellActor ?? false };
}
