import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { notFound, unavailable } from '@kit/errors';
import { type Connection, decodeCursor, encodeCursor, type PageArgs, pageOf } from '@kit/graphql';
import { type QueueCounts, queueDefinition, queueDefinitions, Queues, ScheduleCatalogue, ScheduleRuns } from '@kit/jobs';
import { operationsPolicy } from './operations.policy.js';
import type { FailedJob, JobQueue, JobSchedule, SystemState } from './operations.types.js';

/** Reads what runs behind the requests. */
@Injectable()
export class SystemStateReader {
  constructor(
    private readonly queues: Queues,
    private readonly schedules: ScheduleCatalogue,
    private readonly runs: ScheduleRuns,
  ) {}

  async read(viewer: Viewer): Promise<SystemState> {
    operationsPolicy.require('operations.read', viewer, {});
    const findings = (await this.queues.findings()).map(({ code }) => code);
    const isReachable = !findings.includes('QUEUE_UNREACHABLE');
    return {
      store: this.queues.kind === 'redis' ? 'REDIS' : 'POSTGRES',
      findings,
      queues: isReachable ? (await this.queues.counts()).map(viewOf) : [],
      schedules: await this.#schedules(),
    };
  }

  async queue(name: string): Promise<JobQueue> {
    const found = (await this.queues.counts()).find((queue) => queue.name === name);
    if (found === undefined) throw notFound({}, ['input', 'queue']);
    return viewOf(found);
  }

  /** The latest first. An unknown queue has none. */
  async failed(viewer: Viewer, name: string, { first, after }: PageArgs): Promise<Connection<FailedJob>> {
    operationsPolicy.require('operations.read', viewer, {});
    if (queueDefinition(name) === undefined) return pageOf<FailedJob>([], first, () => '');
    const [at, id] = after == null ? [null, null] : decodeCursor(after, ['instant', 'string']);
    const rows = await this.queues
      .failed(name, { limit: first + 1, after: at === null || id === null ? null : { failedAt: new Date(at as string | Date), id: String(id) } })
      .catch((error: unknown) => {
        throw unavailable({}, undefined, error);
      });
    return pageOf<FailedJob>([...rows], first, (job) => encodeCursor([job.failedAt, job.id]));
  }

  async #schedules(): Promise<JobSchedule[]> {
    const runs = new Map((await this.runs.all()).map((run) => [run.name, run]));
    return this.schedules.all().map(({ name, everyMs, cron }) => {
      const run = runs.get(name);
      return {
        name, cron, everySeconds: everyMs === null ? null : Math.round(everyMs / 1_000),
        startedAt: run?.startedAt ?? null, doneAt: run?.doneAt ?? null, code: run?.errorCode ?? null,
      };
    });
  }
}

function viewOf(counts: QueueCounts): JobQueue {
  const concurrency = queueDefinitions().find(({ name }) => name === counts.name)?.concurrency ?? 0;
  return { ...counts, concurrency };
}
