import { pendingMigrations } from '@kit/database';
import pg from 'pg';

/** Milliseconds that the clocks of this machine and of the database may differ. */
const MOST_SKEW = 5_000;
const PATIENCE = 2_500;

/** What one look at the database found. */
interface Look {
  /** Milliseconds by which the database's clock is ahead of ours; negative when it is behind. */
  readonly skew: number;
}

/**
 * Looks at the database over a connection of its own: while all connections of the pool are at work the
 * database is busy and not broken, and taking busy processes out of service would bring down the others.
 */
export class DatabaseProbe {
  readonly #pool: pg.Pool;
  #look: Promise<Look> | undefined;
  #isMigrated = false;

  constructor(private readonly url: string) {
    this.#pool = new pg.Pool({
      connectionString: url, max: 1, application_name: 'khoi-health', idleTimeoutMillis: 15_000, keepAlive: true,
      connectionTimeoutMillis: PATIENCE, statement_timeout: PATIENCE, query_timeout: PATIENCE,
    });
    this.#pool.on('error', () => undefined);
  }

  /** @throws when the database does not answer */
  async answers(): Promise<void> {
    await this.#once();
  }

  /** @throws when links and sessions would end at another time than the database thinks */
  async clocksAgree(): Promise<void> {
    const { skew } = await this.#once();
    if (Math.abs(skew) > MOST_SKEW) throw new Error(`The database clock differs by ${Math.round(skew / 1_000)} seconds`);
  }

  /** @throws when migrations are missing */
  async isMigrated(): Promise<void> {
    // Migrations are never taken back, so a schema that was complete once stays complete.
    this.#isMigrated ||= (await pendingMigrations(this.url)).length === 0;
    if (!this.#isMigrated) throw new Error('The schema is not at the expected version');
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  /** Several checks that ask at the same moment share one statement. */
  #once(): Promise<Look> {
    this.#look ??= this.#ask().finally(() => {
      this.#look = undefined;
    });
    return this.#look;
  }

  async #ask(): Promise<Look> {
    const client = await this.#pool.connect();
    let failure: Error | undefined;
    try {
      const before = Date.now();
      const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
      const after = Date.now();
      return { skew: (rows[0]?.now.getTime() ?? Number.NaN) - (before + after) / 2 };
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      // A connection that once did not answer is never asked again.
      client.release(failure);
    }
  }
}
