import { Injectable } from '@nestjs/common';
import { currentViewer, type Viewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound, unavailable } from '@kit/errors';
import { EventBus } from '@kit/events';
import { isId } from '@kit/ids';
import { type JobQueue, OutboxLedger, outboxIdOf, type QueuedJob, queueDefinition, Queues } from '@kit/jobs';
import { FailedJobRemoved, FailedJobRetried, FailedJobsRetried } from './operations.events.js';
import { operationsPolicy } from './operations.policy.js';

/** Jobs put back by one call; the rest by the next. */
const MOST_AT_ONCE = 1_000;

/** Names a job that was given up. */
export interface FailedJobName {
  readonly queue: string;
  readonly id: string;
}

/**
 * What an operator does with jobs that were given up. The trace in the audit is written first and undone when the queue
 * refuses: no act without its trace.
 */
@Injectable()
export class FailedJobs {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly ledger: OutboxLedger,
    private readonly events: EventBus,
  ) {}

  /** Puts a job back into its queue, with all its attempts. @throws NOT_FOUND */
  async retry(input: FailedJobName): Promise<void> {
    const viewer = allowed();
    await this.database.transaction(async () => {
      const job = await this.#failed(input);
      await this.events.publish(new FailedJobRetried(viewer.tenantId, input.queue, input.id));
      await again(job);
    });
  }

  /** Puts all jobs of a queue back, at most a thousand; answers how many. @throws NOT_FOUND */
  async retryAll(name: string): Promise<number> {
    const viewer = allowed();
    const queue = await this.#queue(name);
    return this.database.transaction(async () => {
      const jobs = await this.queues.failed(name, { limit: MOST_AT_ONCE, after: null });
      if (jobs.length === 0) return 0;
      await this.events.publish(new FailedJobsRetried(viewer.tenantId, name, jobs.length));
      for (const { id } of jobs) {
        const job = await queue.getJob(id);
        if (job !== undefined && (await job.isFailed())) await again(job);
      }
      return jobs.length;
    });
  }

  /** Takes a job away for good; its event counts as handled. @throws NOT_FOUND */
  async remove(input: FailedJobName): Promise<void> {
    const viewer = allowed();
    await this.database.transaction(async () => {
      const job = await this.#failed(input);
      await this.events.publish(new FailedJobRemoved(viewer.tenantId, input.queue, input.id));
      const outboxId = outboxIdOf(input.id);
      // Otherwise the sweep would miss it in the queue and put it back.
      if (isId(outboxId)) await this.ledger.markDone(outboxId, job.data.type, job.name);
      await job.remove();
    });
  }

  async #failed({ queue, id }: FailedJobName): Promise<QueuedJob> {
    const job = await (await this.#queue(queue)).getJob(id);
    if (job === undefined || !(await job.isFailed())) throw notFound({}, ['input', 'id']);
    return job;
  }

  async #queue(name: string): Promise<JobQueue> {
    if (queueDefinition(name) === undefined) throw notFound({}, ['input', 'queue']);
    try {
      await this.queues.ping();
      return await this.queues.get(name);
    } catch (error) {
      throw unavailable({}, undefined, error);
    }
  }
}

function allowed(): Viewer {
  const viewer = currentViewer();
  operationsPolicy.require('operations.manage', viewer, {});
  return viewer;
}

const again = (job: QueuedJob): Promise<void> => job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
