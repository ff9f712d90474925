import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { STREAM_PATH } from '@kit/graphql';
import type { GraphqlFault, Variables } from './graphql.js';

/** One result of a subscription, and when it arrived (`performance.now()`). */
export interface LiveResult<T> {
  readonly data?: T | null;
  readonly errors?: readonly GraphqlFault[];
  readonly at: number;
}

/** How a stream ended: the server said that it is over, or it just stopped. */
export type StreamEnd = 'complete' | 'cut';

export interface Listening {
  readonly headers?: Readonly<Record<string, string>>;
  readonly variables?: Variables;
}

/** The other end of a subscription: reads Server-Sent Events off a real connection. */
export class LiveStream<T = Record<string, unknown>> {
  readonly #results: LiveResult<T>[] = [];
  #changed: (() => void)[] = [];
  #text = '';
  #end: StreamEnd | undefined;
  /** Comments, which are signs of life. */
  beats = 0;
  /** The whole answer where it is no stream. */
  refusal: { readonly errors: readonly GraphqlFault[] } | null = null;

  private constructor(
    private readonly sent: ClientRequest,
    private readonly response: IncomingMessage,
  ) {}

  /** Resolves with the head of the answer, or with all of it where it is no stream. A connection of its own: what is cut must not be replaced. */
  static async open<T>(url: string, query: string, { headers = {}, variables = {} }: Listening = {}): Promise<LiveStream<T>> {
    const sent = request(`${url}${STREAM_PATH}`, {
      method: 'POST', agent: false, headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    });
    sent.end(JSON.stringify({ query, variables }));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    sent.on('error', () => undefined);
    const stream = new LiveStream<T>(sent, response);
    if (response.headers['content-type']?.startsWith('text/event-stream') === true) void stream.#read();
    else stream.refusal = JSON.parse(await text(response)) as { errors: readonly GraphqlFault[] };
    return stream;
  }

  get status(): number {
    return this.response.statusCode ?? 0;
  }

  get headers(): IncomingMessage['headers'] {
    return this.response.headers;
  }

  /** The next result that nobody has taken. @throws when none comes in time, or the stream has ended */
  async next(withinMs = 3_000): Promise<LiveResult<T>> {
    for (const end = performance.now() + withinMs; this.#results.length === 0;) {
      if (this.#end !== undefined) throw new Error(`the stream has ended: ${this.#end}`);
      if (!(await this.#change(end - performance.now()))) throw new Error(`nothing was heard in ${withinMs} ms`);
    }
    return this.#results.shift()!;
  }

  /** The data of the next result, which is expected to have some. */
  async news(withinMs?: number): Promise<T> {
    const { data, errors } = await this.next(withinMs);
    if (data == null) throw new Error(`the subscription failed: ${JSON.stringify(errors)}`);
    return data;
  }

  /** Results that come in this time, in order. */
  async during(ms: number): Promise<LiveResult<T>[]> {
    for (const end = performance.now() + ms; performance.now() < end;) await this.#change(end - performance.now());
    return this.#results.splice(0);
  }

  /** How the stream ends. @throws when it goes on */
  async ending(withinMs = 3_000): Promise<StreamEnd> {
    for (const end = performance.now() + withinMs; this.#end === undefined;) {
      if (!(await this.#change(end - performance.now()))) throw new Error(`the stream goes on after ${withinMs} ms`);
    }
    return this.#end;
  }

  close(): void {
    this.sent.destroy();
  }

  async #read(): Promise<void> {
    try {
      for await (const part of this.response.setEncoding('utf8')) this.#take(part as string);
    } catch {
      // Cut by either end.
    }
    this.#end ??= 'cut';
    this.#tell();
  }

  #take(part: string): void {
    const blocks = (this.#text + part).split('\n\n');
    this.#text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event] = /^event: (\w+)$/m.exec(block) ?? [];
      if (event === 'complete') this.#end = 'complete';
      else if (event === 'next') this.#results.push({ ...(JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as Omit<LiveResult<T>, 'at'>), at: performance.now() });
      else this.beats += 1;
    }
    this.#tell();
  }

  #tell(): void {
    for (const wake of this.#changed.splice(0)) wake();
  }

  #change(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), Math.max(0, ms));
      this.#changed.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
