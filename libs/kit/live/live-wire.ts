import { setTimeout as delay } from 'node:timers/promises';
import { unavailable } from '@kit/errors';
import { LiveConnection } from './live-connection.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** How often the connection is asked whether it still hears. */
const PROBE_MS = 10_000;
/** After so long without a connection nobody may go on believing that silence means that nothing happens. */
const DEAF_MS = 5_000;
/** How long a new subscriber waits for the first connection. */
const PATIENCE_MS = 3_000;

/** What the wire tells. */
export interface WireEars {
  signal(payload: string): void;
  /** The connection is there, perhaps again: whatever was signalled meanwhile has been missed. */
  connected(): void;
  /** The connection has been away for too long. */
  deaf(): void;
}

/**
 * The one way by which a process hears what was committed anywhere. Its connection comes back by itself, ever more patiently, until the
 * wire is stopped.
 */
export class LiveWire {
  #connection: LiveConnection | undefined;
  #running: Promise<void> | undefined;
  #waiting: (() => void)[] = [];
  #deafness: NodeJS.Timeout | undefined;
  readonly #stop = new AbortController();

  constructor(
    private readonly databaseUrl: string,
    private readonly ears: WireEars,
  ) {}

  /** Resolves when signals are heard; the first caller makes the connection. @throws UNAVAILABLE when it does not come in time */
  async ready(): Promise<void> {
    if (this.#stop.signal.aborted) throw unavailable();
    this.#running ??= this.#run();
    if (this.#connection !== undefined) return;
    const isUp = new Promise<true>((resolve) => this.#waiting.push(() => resolve(true)));
    if (!(await Promise.race([isUp, delay(PATIENCE_MS, false, { ref: false })]))) throw unavailable();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#deafness);
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !this.#stop.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      if (await this.#listen()) pause = FIRST_PAUSE_MS;
      await this.#pause(pause * (0.5 + Math.random()));
    }
  }

  /** Listens until the connection is lost; answers whether there was one. */
  async #listen(): Promise<boolean> {
    const connection = new LiveConnection(this.databaseUrl, (payload) => this.ears.signal(payload));
    try {
      await connection.open();
      this.#connected(connection);
      await Promise.race([connection.lost, this.#untilSilent(connection)]);
      return true;
    } catch {
      return false;
    } finally {
      if (this.#connection === connection) this.#lost();
      await connection.close();
    }
  }

  /** Resolves when nothing comes back any more, or the wire is stopped. */
  async #untilSilent(connection: LiveConnection): Promise<void> {
    for (let isHeard = true; isHeard && !this.#stop.signal.aborted;) {
      await this.#pause(PROBE_MS);
      isHeard = this.#stop.signal.aborted || (await connection.echo().then(() => true, () => false));
    }
  }

  #pause(ms: number): Promise<void> {
    return delay(ms, undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
  }

  #connected(connection: LiveConnection): void {
    this.#connection = connection;
    clearTimeout(this.#deafness);
    for (const resolve of this.#waiting.splice(0)) resolve();
    this.ears.connected();
  }

  #lost(): void {
    this.#connection = undefined;
    if (!this.#stop.signal.aborted) this.#deafness = setTimeout(() => this.ears.deaf(), DEAF_MS).unref();
  }
}
