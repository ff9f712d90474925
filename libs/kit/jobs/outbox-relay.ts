import { Injectable, Logger } from '@nestjs/common';
import { Config } from '@kit/config';
import { Database, sql } from '@kit/database';
import type { EventPayload } from '@kit/events';
import type { Id } from '@kit/ids';
import { JobCatalogue } from './job-catalogue.js';
import { jobIdOf } from './job-ids.js';
import { OutboxWake } from './outbox-wake.js';
import { Queues } from './queues.js';

const BATCH = 100;
const POLL_MS = 1_000;

/** What of an outbox row goes into its jobs. */
export interface OutboxRow {
  readonly id: Id;
  readonly tenantId: Id;
  readonly type: string;
  readonly payload: EventPayload;
  readonly occurredAt: Date;
}

/**
 * Carries events from the outbox to the queues; nothing else produces jobs. A row is marked only
 * after its jobs are stored: dying in between adds them again, under the same ids.
 */
@Injectable()
export class OutboxRelay {
  readonly #log = new Logger(OutboxRelay.name);
  readonly #wake: OutboxWake;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = true;
  #troubled = false;

  constructor(
    config: Config,
    private readonly database: Database,
    private readonly catalogue: JobCatalogue,
    private readonly queues: Queues,
  ) {
    this.#wake = new OutboxWake(config.databaseUrl, () => this.#turn());
  }

  start(): void {
    this.#stopped = false;
    this.#turn();
  }

  /** Ends after the batch under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
    await this.#wake.stop();
  }

  /** Carries one batch; answers how many rows it took. */
  async relay(): Promise<number> {
    const types = this.catalogue.eventTypes();
    if (types.length === 0) return 0;
    return this.database.transaction(async () => {
      const rows = await this.database.rows<OutboxRow>(sql`
        select id, tenant_id as "tenantId", type, payload, occurred_at as "occurredAt"
        from outbox where dispatched_at is null and type = any(${types})
        order by id limit ${BATCH} for update skip locked`);
      if (rows.length === 0) return 0;
      await this.enqueue(rows);
      await this.database.execute(sql`
        update outbox set dispatched_at = clock_timestamp(), queued_at = clock_timestamp() where id = any(${rows.map((row) => row.id)})`);
      return rows.length;
    });
  }

  /** Puts the jobs of these events into their queues; with `only`, no others than these. What is there already stays as it is. */
  async enqueue(rows: readonly OutboxRow[], only?: ReadonlySet<string>): Promise<void> {
    for (const name of this.catalogue.queues()) {
      const jobs = rows.flatMap(({ id, type, tenantId, payload, occurredAt }) => this.catalogue.forEvent(type)
        .filter((job) => job.handler.queue === name && (only === undefined || only.has(jobIdOf(id, job.name))))
        .map((job) => ({
          name: job.name,
          data: { type, tenantId, payload, occurredAt: occurredAt.toISOString() },
          opts: {
            jobId: jobIdOf(id, job.name),
            attempts: job.attempts,
            backoff: { type: job.backoff.type, delay: job.backoff.delayMs, jitter: 0.2 },
          },
        })));
      if (jobs.length > 0) await (await this.queues.get(name)).addBulk(jobs);
    }
  }

  #turn(): void {
    if (this.#stopped) return;
    if (this.#running !== undefined) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = this.#drain().finally(() => {
      this.#running = undefined;
      if (this.#stopped) return;
      if (this.#again) this.#turn();
      else this.#timer = setTimeout(() => this.#turn(), POLL_MS);
    });
  }

  async #drain(): Promise<void> {
    try {
      await this.#wake.ensure();
      do {
        this.#again = false;
        if ((await this.relay()) === BATCH) this.#again = true;
      } while (this.#again && !this.#stopped);
      this.#troubled = false;
    } catch (error) {
      // Once per outage: the rows wait in the outbox and the next turn comes in a second.
      if (!this.#troubled) this.#log.warn({ msg: 'The outbox cannot be carried to the queues at the moment.', err: error });
      this.#troubled = true;
      this.#again = false;
    }
  }
}
