import { Injectable } from '@nestjs/common';
import type { Id } from '@kit/ids';
import { limitExceeded, unavailable } from '@kit/errors';
import { EventStream } from './event-stream.js';

/** How many subscriptions may be open in one process. */
export const STREAM_LIMITS = {
  /** Of one account: a tab needs one. */
  account: 10,
  process: 2_000,
} as const;

/** The open subscriptions of this process. */
@Injectable()
export class EventStreams {
  readonly #open = new Map<Id, Set<EventStream>>();
  #count = 0;
  #isClosed = false;

  get count(): number {
    return this.#count;
  }

  /**
   * A stream for the account, counted until it closes.
   * @throws LIMIT_EXCEEDED when the account has too many, UNAVAILABLE when the process has, or is about to end
   */
  admit(accountId: Id): EventStream {
    const own = this.#open.get(accountId) ?? new Set();
    if (own.size >= STREAM_LIMITS.account) throw limitExceeded({ limit: 'subscriptions', most: STREAM_LIMITS.account });
    if (this.#isClosed || this.#count >= STREAM_LIMITS.process) throw unavailable();
    const stream = new EventStream();
    this.#open.set(accountId, own.add(stream));
    this.#count += 1;
    stream.once('close', () => {
      own.delete(stream);
      this.#count -= 1;
      if (own.size === 0 && this.#open.get(accountId) === own) this.#open.delete(accountId);
    });
    return stream;
  }

  /** The process stops: ends all of them, and admits no more. */
  close(): void {
    this.#isClosed = true;
    this.leaveAll();
  }

  /** Ends all of them in the middle: the other end comes back, to whoever is there then. */
  leaveAll(): void {
    for (const stream of [...this.#open.values()].flatMap((own) => [...own])) stream.leave();
  }
}
