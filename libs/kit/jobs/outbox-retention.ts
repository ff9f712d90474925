import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import { Schedule } from './schedule.decorator.js';

const KEEP_DAYS = 30;
const BATCH = 5_000;

/** Removes what happened long ago and was handled. What still waits, or was given up, is kept however old it is. */
@Injectable()
export class OutboxRetention {
  constructor(private readonly database: Database) {}

  /** Removes all old events, in batches, so that none of them holds its locks for long. */
  @Schedule('outbox.tidy', {
    every: { hours: 6 },
    reason: 'Thirty days are long enough to look into what went wrong, and longer than the queue remembers; a late tick only keeps rows for longer.',
  })
  async tidy(): Promise<void> {
    while ((await this.#removeBatch()) === BATCH);
  }

  #removeBatch(): Promise<number> {
    return this.database.execute(sql`
      delete from outbox where id in (
        select id from outbox where dispatched_at is not null and done_at < clock_timestamp() - make_interval(days => ${KEEP_DAYS})
        order by id limit ${BATCH} for update skip locked)`);
  }
}
