import pg from 'pg';

const CHANNEL = 'khoi_outbox';

/**
 * Hears the database say that the outbox has a new row (a trigger of the outbox notifies at commit).
 * Only a convenience that saves up to a second: when the connection is lost, the relay polls on,
 * and the next `ensure` connects again.
 */
export class OutboxWake {
  #client: pg.Client | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly onWake: () => void,
  ) {}

  /** Listens, if it does not listen already; never throws. */
  async ensure(): Promise<void> {
    if (this.#client !== undefined) return;
    const client = new pg.Client({
      connectionString: this.databaseUrl, application_name: 'khoi-outbox', connectionTimeoutMillis: 5_000, keepAlive: true,
    });
    const drop = (): void => {
      if (this.#client === client) this.#client = undefined;
      void client.end().catch(() => undefined);
    };
    client.on('error', drop);
    client.on('notification', this.onWake);
    this.#client = client;
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch {
      drop();
    }
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }
}
