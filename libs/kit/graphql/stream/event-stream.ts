import { Readable } from 'node:stream';

/** Bytes that may wait for a slow line; whoever is so far behind asks anew. */
const MOST_WAITING = 64 * 1024;

/**
 * One answer that goes on: Server-Sent Events as the protocol "GraphQL over Server-Sent Events" names them, one operation per
 * connection (https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverSSE.md).
 */
export class EventStream extends Readable {
  constructor() {
    super();
    // A comment, so that headers leave at once: the other end then knows that the stream is there.
    this.beat();
  }

  override _read(): void {}

  /** One execution result. */
  result(value: object): void {
    this.#send(`event: next\ndata: ${JSON.stringify(value)}\n\n`);
  }

  /** The subscription is over: the other end shall not come back by itself. */
  complete(): void {
    this.#send('event: complete\ndata:\n\n');
    this.leave();
  }

  /** Ends the answer in the middle, as a lost connection would: the other end comes back. */
  leave(): void {
    if (!this.readableEnded && !this.destroyed) this.push(null);
  }

  /** A sign of life for proxies, which cut silent connections, and for us, who notice that nobody is there. */
  beat(): void {
    this.#send(':\n\n');
  }

  #send(text: string): void {
    if (this.destroyed || this.readableEnded) return;
    if (this.readableLength > MOST_WAITING) this.destroy();
    else this.push(text);
  }
}
