import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import type { Id } from '@kit/ids';
import { JobCatalogue } from './job-catalogue.js';

/** The database's own memory of which reactions to an event are done, whatever becomes of the queue. */
@Injectable()
export class OutboxLedger {
  constructor(
    private readonly database: Database,
    private readonly catalogue: JobCatalogue,
  ) {}

  async isDone(outboxId: Id, jobName: string): Promise<boolean> {
    const found = await this.database.row<{ done: boolean }>(sql`select ${jobName} = any(done_jobs) as done from outbox where id = ${outboxId}`);
    return found?.done ?? false;
  }

  /** Notes that a job is done, or that a person decided that it need not be; and with the last job, that the event is. */
  async markDone(outboxId: Id, type: string, jobName: string): Promise<void> {
    const names = this.catalogue.forEvent(type).map((job) => job.name);
    await this.database.execute(sql`
      update outbox set
        done_jobs = array_append(done_jobs, ${jobName}::text),
        done_at = case when array_append(done_jobs, ${jobName}::text) @> ${names}::text[] then clock_timestamp() end
      where id = ${outboxId} and not ${jobName} = any(done_jobs)`);
  }
}
