import { Injectable, Logger } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import { JobCatalogue } from './job-catalogue.js';
import { jobIdOf } from './job-ids.js';
import { OutboxLedger } from './outbox-ledger.js';
import { OutboxRelay, type OutboxRow } from './outbox-relay.js';
import { Queues } from './queues.js';

const BATCH = 200;

interface UnfinishedRow extends OutboxRow {
  readonly doneJobs: readonly string[];
}

/** What a sweep did. */
export interface Swept {
  /** Jobs whose queue had lost them and that were put back. */
  readonly restored: number;
  /** Jobs that were done without the database having heard of it. */
  readonly completed: number;
}

/**
 * Heals a queue that lost jobs: Redis without its file, a restored backup, somebody's FLUSHALL. Every event that was given
 * to the queue and whose jobs are not all done is compared with what the queue knows; what it does not know it gets again.
 * So an event that was acknowledged is handled at least once, whatever becomes of the queue.
 */
@Injectable()
export class OutboxSweep {
  readonly #log = new Logger(OutboxSweep.name);

  constructor(
    private readonly database: Database,
    private readonly catalogue: JobCatalogue,
    private readonly queues: Queues,
    private readonly relay: OutboxRelay,
    private readonly ledger: OutboxLedger,
  ) {}

  /** Looks at every unfinished event that the queue was not asked about for so many seconds; 0 for all. */
  async sweep(patienceSeconds: number): Promise<Swept> {
    const begin = await this.database.now();
    const total = { restored: 0, completed: 0 };
    while ((await this.#batch(begin, patienceSeconds, total)) > 0);
    if (total.restored > 0) this.#log.warn({ msg: 'The queue had lost jobs; they were put back.', jobs: total.restored });
    return total;
  }

  #batch(begin: Date, patienceSeconds: number, total: { restored: number; completed: number }): Promise<number> {
    return this.database.transaction(async () => {
      const rows = await this.database.rows<UnfinishedRow>(sql`
        select id, tenant_id as "tenantId", type, payload, occurred_at as "occurredAt", done_jobs as "doneJobs"
        from outbox
        where dispatched_at is not null and done_at is null and type = any(${this.catalogue.eventTypes()})
          and coalesce(queued_at, dispatched_at) < least(${begin}, clock_timestamp() - make_interval(secs => ${patienceSeconds}))
        order by id limit ${BATCH} for update skip locked`);
      if (rows.length === 0) return 0;
      const lost = new Set<string>();
      for (const row of rows) await this.#compare(row, lost, total);
      if (lost.size > 0) await this.relay.enqueue(rows, lost);
      total.restored += lost.size;
      await this.database.execute(sql`update outbox set queued_at = clock_timestamp() where id = any(${rows.map((row) => row.id)})`);
      return rows.length;
    });
  }

  async #compare(row: UnfinishedRow, lost: Set<string>, total: { completed: number }): Promise<void> {
    for (const { name, handler } of this.catalogue.forEvent(row.type)) {
      if (row.doneJobs.includes(name)) continue;
      const jobId = jobIdOf(row.id, name);
      const queue = await this.queues.get(handler.queue);
      const state = await queue.getJobState(jobId);
      if (state === 'unknown') {
        // Redis may have dropped the list and kept the job; as long as that lies there, its id cannot be added.
        await queue.remove(jobId);
        lost.add(jobId);
      } else if (state === 'completed') {
        await this.ledger.markDone(row.id, row.type, name);
        total.completed += 1;
      }
    }
    // All its jobs are done since a release took one away.
    if (this.catalogue.forEvent(row.type).every(({ name }) => row.doneJobs.includes(name))) {
      await this.database.execute(sql`update outbox set done_at = clock_timestamp() where id = ${row.id}`);
    }
  }
}
