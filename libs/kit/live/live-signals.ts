import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@kit/config';
import { createContext, runInContext, type Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { notFound, unauthenticated, unavailable } from '@kit/errors';
import { LIVE_CHANNEL } from './live-connection.js';
import { LiveListener } from './live-listener.js';
import { LiveReaders } from './live-readers.js';
import { decodeSignal, encodeSignal, type LiveTopic } from './live-topic.js';
import { LiveWire } from './live-wire.js';

/** Looks up who is asking; `null` when the session has ended. */
export type WhoAsks = () => Promise<Viewer | null>;

/**
 * Tells people who look at something that it has changed. A signal carries no content: whoever hears it asks the API again and gets
 * what they may see. Nothing is stored; who was away when a signal came asks anew when they are back.
 */
@Injectable()
export class LiveSignals implements OnApplicationShutdown {
  readonly #listeners = new Map<string, Set<LiveListener>>();
  readonly #wire: LiveWire;
  #count = 0;

  constructor(
    @Inject(Config) config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(LiveReaders) private readonly readers: LiveReaders,
  ) {
    this.#wire = new LiveWire(config.databaseUrl, {
      signal: (payload) => this.#spread(payload),
      connected: () => this.#each((listener) => listener.note(null)),
      deaf: () => this.#each((listener) => listener.fail(unavailable())),
    });
  }

  /** Open subscriptions of this process. */
  get count(): number {
    return this.#count;
  }

  /**
   * Says that a topic changed. Goes out when, and only when, the running transaction commits; saying it twice is saying it once.
   *
   * @param part what of it changed, `<audience>:<id>`: heard only by those for whom the reader of the topic finds that part audible.
   * Without it everybody who may read the topic hears it, so leave it out only for what they all may know.
   */
  async publish(topic: LiveTopic, part: string | null = null): Promise<void> {
    if (!this.database.inTransaction) throw new Error('publish needs a transaction: a signal without its act is a rumour');
    const payload = encodeSignal({ topic, part });
    await this.database.execute(sql`select pg_notify(${LIVE_CHANNEL}, ${payload})`);
  }

  /**
   * Subscribes to a topic. The first news comes at once and means "ask now".
   *
   * @param who asked before every delivery, because memberships, recusals and sessions end while somebody listens
   * @throws UNAUTHENTICATED, NOT_FOUND (here or later, when it has become so), UNAVAILABLE when signals do not arrive at the moment
   */
  async listen(topic: LiveTopic, who: WhoAsks): Promise<LiveListener> {
    const reader = this.readers.of(topic.kind);
    const check = async (parts: readonly string[]): Promise<ReadonlySet<string>> => {
      const viewer = await who();
      if (viewer === null) throw unauthenticated();
      const audible = await reader.audible(viewer, topic.id, parts);
      if (audible === null) throw notFound();
      return audible;
    };
    await check([]);
    await this.#wire.ready();
    const key = keyOf(topic);
    // Deliveries start from whatever the database said last, and belong to no request.
    const listener = new LiveListener((parts) => runInContext(createContext(), () => check(parts)), (ended) => this.#remove(key, ended));
    this.#add(key, listener);
    return listener;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#wire.stop();
    this.#each((listener) => void listener.return());
  }

  #spread(payload: string): void {
    const signal = decodeSignal(payload);
    if (signal === null) return;
    for (const listener of this.#listeners.get(keyOf(signal.topic)) ?? []) listener.note(signal.part);
  }

  #each(act: (listener: LiveListener) => void): void {
    for (const listener of [...this.#listeners.values()].flatMap((set) => [...set])) act(listener);
  }

  #add(key: string, listener: LiveListener): void {
    const set = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, set.add(listener));
    this.#count += 1;
  }

  #remove(key: string, listener: LiveListener): void {
    const set = this.#listeners.get(key);
    if (!set?.delete(listener)) return;
    this.#count -= 1;
    if (set.size === 0) this.#listeners.delete(key);
  }
}

function keyOf({ kind, id }: LiveTopic): string {
  return `${kind}/${id}`;
}
