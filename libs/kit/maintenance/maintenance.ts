import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Config } from '@kit/config';
import { Database } from '@kit/database';
import pg from 'pg';
import { readMaintenanceFile } from './maintenance-file.js';
import { readMaintenanceTable } from './maintenance-table.js';
import type { MaintenanceState } from './maintenance-state.js';

const POLL_MS = 1_000;
/** No statement and no idle transaction of the application lives longer, so every connection has come back by then. */
const LONGEST_USE_MS = 20_000;

/**
 * Whether the doors are closed. Two signs close them: a file beside the data, which holds while the database itself is being
 * replaced or away, and a row in the database, which reaches every machine. Both are looked at once a second.
 */
@Injectable()
export class Maintenance implements OnModuleInit, OnApplicationShutdown {
  readonly #log = new Logger(Maintenance.name);
  readonly #listeners = new Set<(isOn: boolean) => void>();
  #state: MaintenanceState | null = null;
  /** What the table said when it last answered: an outage of the database opens nothing. */
  #table: MaintenanceState | null = null;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #stopped = false;

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** Why the doors are closed; `null`: they are open. */
  get current(): MaintenanceState | null {
    return this.#state;
  }

  /** For whoever works in the background: new work waits as long as this is true. */
  get isOn(): boolean {
    return this.#state !== null;
  }

  /** Calls `listener` whenever the doors close or open; returns the way to stop. */
  onChange(listener: (isOn: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async onModuleInit(): Promise<void> {
    await this.look();
    this.#plan();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
    await this.#client?.end().catch(() => undefined);
  }

  /** Looks at both signs now. */
  async look(): Promise<void> {
    const [file] = await Promise.all([this.#readFile(), this.#readTable()]);
    this.#become(file ?? this.#table);
  }

  #plan(): void {
    this.#timer = setTimeout(() => {
      this.#looking = this.look().finally(() => {
        if (!this.#stopped) this.#plan();
      });
    }, POLL_MS).unref();
  }

  #become(state: MaintenanceState | null): void {
    const before = this.#state;
    this.#state = state;
    if ((before === null) === (state === null)) return;
    this.#log.log({ msg: state === null ? 'Maintenance ended; the doors are open.' : 'Maintenance began; the doors are closed.', reason: (state ?? before)?.reason });
    if (before?.reason === 'RESTORE') this.#renewConnections();
    for (const listener of this.#listeners) listener(state !== null);
  }

  /** Statements prepared before a restore name types that are gone. Connections in use now are renewed when they must have come back. */
  #renewConnections(): void {
    const renew = (): void => void this.database.renewConnections().catch(() => undefined);
    renew();
    setTimeout(renew, LONGEST_USE_MS).unref();
  }

  async #readFile(): Promise<MaintenanceState | null> {
    try {
      return await readMaintenanceFile(this.config.maintenanceFile);
    } catch {
      return null;
    }
  }

  async #readTable(): Promise<void> {
    try {
      this.#table = await readMaintenanceTable(await this.#connection());
    } catch {
      const lost = this.#client;
      this.#client = undefined;
      void lost?.end().catch(() => undefined);
    }
  }

  /** One of its own, so that a pool in which everybody waits still hears that it is to end. */
  async #connection(): Promise<pg.Client> {
    if (this.#client !== undefined) return this.#client;
    const client = new pg.Client({
      connectionString: this.config.databaseUrl, application_name: 'khoi-maintenance', connectionTimeoutMillis: 3_000,
      statement_timeout: 3_000, query_timeout: 4_000, keepAlive: true,
    });
    client.on('error', () => {
      if (this.#client === client) this.#client = undefined;
    });
    await client.connect();
    this.#client = client;
    return client;
  }
}
