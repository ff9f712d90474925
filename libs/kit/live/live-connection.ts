import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** The channel on which processes tell each other of changes. */
export const LIVE_CHANNEL = 'khoi_live';

/** How long what we said ourselves may take to come back. */
const ECHO_MS = 4_000;
const GOODBYE_MS = 1_000;

/** One connection that listens, and proves that it does by hearing itself. */
export class LiveConnection {
  readonly #client: pg.Client;
  readonly #echoes = new Map<string, () => void>();
  /** Resolves when the connection is gone. */
  readonly lost: Promise<void>;

  constructor(databaseUrl: string, onSignal: (payload: string) => void) {
    const client = new pg.Client({
      connectionString: databaseUrl, application_name: 'khoi-live', connectionTimeoutMillis: 3_000, query_timeout: ECHO_MS, keepAlive: true,
    });
    client.on('notification', ({ payload = '' }) => {
      const heard = this.#echoes.get(payload);
      if (heard === undefined) onSignal(payload);
      else heard();
    });
    this.lost = new Promise((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    this.#client = client;
  }

  /** @throws when there is no connection, or one that hears nothing */
  async open(): Promise<void> {
    await this.#client.connect();
    await this.#client.query(`listen ${LIVE_CHANNEL}`);
    await this.echo();
  }

  /**
   * Says something and waits until it is heard. A pooler that lends connections for one transaction takes the statements and passes
   * nothing back, and a network that swallows everything closes nothing: both would look like a quiet day.
   * @throws when nothing comes back
   */
  async echo(): Promise<void> {
    const word = `echo ${randomUUID()}`;
    const isHeard = new Promise<true>((resolve) => this.#echoes.set(word, () => resolve(true)));
    try {
      await this.#client.query('select pg_notify($1, $2)', [LIVE_CHANNEL, word]);
      const came = await Promise.race([isHeard, delay(ECHO_MS, false, { ref: false })]);
      if (!came) throw new Error('the connection takes statements and hears nothing');
    } finally {
      this.#echoes.delete(word);
    }
  }

  /** Never throws, and waits for nobody who is not there any more. */
  async close(): Promise<void> {
    await Promise.race([this.#client.end().catch(() => undefined), delay(GOODBYE_MS, undefined, { ref: false })]);
  }
}
