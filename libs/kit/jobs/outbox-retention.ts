import { Injectable, Logger } from '@nestjs/common';
import { Database, sql } from '@kit/database';

const HOUR_MS = 60 * 60 * 1_000;
const KEEP_DAYS = 30;
const BATCH = 5_000;

/**
 * Removes delivered events after thirty days: long enough to look into what went wrong, and
 * longer than the queue remembers their jobs. What still waits is kept however old it is.
 */
@Injectable()
export class OutboxRetention {
  readonly #log = new Logger(OutboxRetention.name);
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  start(): void {
    this.#timer = setInterval(() => void this.#tidy(), 6 * HOUR_MS).unref();
    void this.#tidy();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Removes one batch; answers how many rows went. */
  async clean(): Promise<number> {
    return this.database.execute(sql`
      delete from outbox where id in (
        select id from outbox where dispatched_at < clock_timestamp() - make_interval(days => ${KEEP_DAYS})
        order by id limit ${BATCH} for update skip locked)`);
  }

  async #tidy(): Promise<void> {
    try {
      while ((await this.clean()) === BATCH);
    } catch (error) {
      this.#log.warn({ msg: 'Old events could not be removed; the next round will.', err: error });
    }
  }
}
