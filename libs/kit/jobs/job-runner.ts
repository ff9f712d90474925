import { Injectable, Logger } from '@nestjs/common';
import { createContext, runAs, runInContext, systemViewer } from '@kit/context';
import { DomainError } from '@kit/errors';
import { revive } from '@kit/events';
import { isDoneWithin } from './is-done-within.js';
import { JobCatalogue, type RegisteredJob } from './job-catalogue.js';
import { dueOf, outboxIdOf } from './job-ids.js';
import { OutboxLedger } from './outbox-ledger.js';
import { OutboxRelay } from './outbox-relay.js';
import { QueueGuard } from './queue-guard.js';
import { UPKEEP } from './queue-policy.js';
import type { JobWorker, QueuedJob } from './queue-store.js';
import { Queues } from './queues.js';
import { RunningJobs } from './running-jobs.js';
import { type RegisteredSchedule, ScheduleCatalogue } from './schedule-catalogue.js';
import { ScheduleRuns } from './schedule-runs.js';

/** How long running jobs may go on when the process is asked to end; below the ten seconds that Docker gives. */
const PATIENCE_MS = 7_000;
/** How long closing may take when nothing runs any more and a server does not answer. */
const FAREWELL_MS = 2_000;

/** Runs the relay, the workers and the schedules of this process. */
@Injectable()
export class JobRunner {
  readonly #log = new Logger(JobRunner.name);
  readonly #running = new RunningJobs();
  readonly #workers: JobWorker[] = [];

  constructor(
    private readonly queues: Queues,
    private readonly jobs: JobCatalogue,
    private readonly schedules: ScheduleCatalogue,
    private readonly relay: OutboxRelay,
    private readonly ledger: OutboxLedger,
    private readonly runs: ScheduleRuns,
    private readonly guard: QueueGuard,
  ) {}

  async start(): Promise<void> {
    const names = [...this.jobs.queues(), UPKEEP.name];
    // Says now, and not at the first job, when the database lacks the tables. Redis may come later: until then events wait.
    if (this.queues.kind === 'postgres') for (const name of names) await this.queues.get(name);
    this.#workers.push(...names.map((name) => this.#work(name)));
    this.relay.start();
    this.guard.start();
    void this.#report();
  }

  /** Takes no new job, lets running ones finish for some seconds, and hands the rest back to their queues. */
  async stop(): Promise<void> {
    const closing = Promise.all([this.guard.stop(), this.relay.stop(), ...this.#workers.map((worker) => worker.close())]);
    closing.catch((error: unknown) => this.#log.warn({ msg: 'A worker could not be closed.', err: error }));
    let isClosed = await isDoneWithin(closing, FAREWELL_MS);
    // Without a running job there is nothing to wait for but the farewell of the connections.
    if (!isClosed && this.#running.count > 0) isClosed = await isDoneWithin(closing, PATIENCE_MS - FAREWELL_MS);
    if (!isClosed && this.#running.count > 0) {
      this.#log.warn({ msg: 'Jobs were still running at the end.', jobs: this.#running.count });
      await isDoneWithin(this.#running.handBack(), FAREWELL_MS);
      isClosed = await isDoneWithin(closing, FAREWELL_MS);
    }
    // A worker that waits for an answer of a server that is away waits for ever, unless its line is cut.
    if (!isClosed) await isDoneWithin(Promise.all(this.#workers.map((worker) => worker.disconnect())), FAREWELL_MS);
    this.#workers.length = 0;
  }

  async #report(): Promise<void> {
    const findings = await this.queues.findings().catch(() => []);
    for (const { code, message, fix } of findings) this.#log.warn({ msg: message, code, fix });
  }

  #work(name: string): JobWorker {
    const worker = this.queues.work(name, (job, token) => this.#running.run(job, token, () => this.#run(job)));
    let troubled = false;
    worker.on('error', (error) => {
      if (!troubled) this.#log.warn({ msg: 'The job queue is not reachable at the moment.', queue: name, err: error });
      troubled = true;
    });
    worker.on('active', () => {
      troubled = false;
    });
    worker.on('failed', (job) => {
      if (job === undefined || job.attemptsMade < (job.opts.attempts ?? 1)) return;
      this.#log.error({ msg: 'A job was given up.', job: job.name, jobId: job.id, attempts: job.attemptsMade, reason: job.failedReason });
    });
    return worker;
  }

  async #run(job: QueuedJob): Promise<void> {
    const registered = this.jobs.get(job.name);
    const schedule = this.schedules.get(job.name);
    try {
      if (registered !== undefined) await this.#handle(job, registered);
      else if (schedule !== undefined) await this.#tick(job, schedule);
      else throw new Error('no handler in this release');
    } catch (error) {
      this.#log.warn({ msg: 'A job failed.', job: job.name, jobId: job.id, attempt: job.attemptsMade + 1, err: error });
      // The queue keeps the message of what is thrown here: a code, and nothing that was quoted.
      throw new Error(codeOf(error), { cause: error });
    }
  }

  async #handle(job: QueuedJob, { name, handler }: RegisteredJob): Promise<void> {
    const jobId = job.id ?? '';
    const { type, tenantId, payload, occurredAt } = job.data;
    const record = { id: outboxIdOf(jobId), type, tenantId, occurredAt: new Date(occurredAt) };
    if (await this.ledger.isDone(record.id, name)) return;
    await runAs(systemViewer(tenantId), () => handler.run(revive(handler.event, tenantId, payload), record), { requestId: jobId });
    try {
      await this.ledger.markDone(record.id, type, name);
    } catch (error) {
      // The work is done and must not be done again because of a note; the queue says so too, and the sweep will ask it.
      this.#log.warn({ msg: 'A job is done and could not be noted as done.', job: name, jobId, err: error });
    }
  }

  async #tick(job: QueuedJob, { name, run }: RegisteredSchedule): Promise<void> {
    const dueAt = dueOf(job.id ?? '');
    if (!(await this.runs.claim(name, dueAt))) return;
    try {
      await runInContext(createContext({ requestId: job.id }), run);
    } catch (error) {
      await this.runs.fail(name, dueAt, codeOf(error));
      throw error;
    }
    await this.runs.finish(name, dueAt);
  }
}

const codeOf = (error: unknown): string => (error instanceof DomainError ? error.code : 'INTERNAL_ERROR');
