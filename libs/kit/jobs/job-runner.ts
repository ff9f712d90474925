import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '@kit/config';
import { runAs, systemViewer } from '@kit/context';
import { DomainError } from '@kit/errors';
import { revive } from '@kit/events';
import type { Pool } from 'pg';
import { JobCatalogue } from './job-catalogue.js';
import { OutboxRelay } from './outbox-relay.js';
import { OutboxRetention } from './outbox-retention.js';
import { createQueuePool, type JobQueue, type JobWorker, openQueue, openWorker, type QueuedJob } from './queue-store.js';

const PATIENCE_MS = 10_000;

/** Runs the relay and the workers of this process. */
@Injectable()
export class JobRunner {
  readonly #log = new Logger(JobRunner.name);
  readonly #queues = new Map<string, JobQueue>();
  readonly #workers: JobWorker[] = [];
  #pool: Pool | undefined;

  constructor(
    private readonly config: Config,
    private readonly catalogue: JobCatalogue,
    private readonly relay: OutboxRelay,
    private readonly retention: OutboxRetention,
  ) {}

  async start(): Promise<void> {
    this.retention.start();
    const names = this.catalogue.queues();
    if (names.length === 0) return;
    const pool = createQueuePool(this.config.databaseUrl, names.length);
    pool.on('error', () => this.#log.warn('An idle connection of the job queues was lost.'));
    this.#pool = pool;
    try {
      for (const name of names) this.#queues.set(name, await openQueue(name, pool));
    } catch (error) {
      await this.stop();
      throw error;
    }
    this.#workers.push(...names.map((name) => this.#work(name, pool)));
    this.relay.start(this.#queues);
  }

  /** Takes no new job, lets running ones finish for up to ten seconds, and closes everything. */
  async stop(): Promise<void> {
    this.retention.stop();
    await this.relay.stop();
    const patience = new AbortController();
    const inTime = await Promise.race([
      this.#close().then(() => true),
      delay(PATIENCE_MS, false, { signal: patience.signal }).catch(() => false),
    ]);
    patience.abort();
    if (!inTime) this.#log.warn('Jobs were still running at the end; another process will run them again.');
  }

  async #close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.close()));
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    await this.#pool?.end();
    this.#workers.length = 0;
    this.#queues.clear();
    this.#pool = undefined;
  }

  #work(name: string, pool: Pool): JobWorker {
    const worker = openWorker(name, pool, (job) => this.#run(job));
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
    const registered = this.catalogue.get(job.name);
    const jobId = job.id ?? '';
    if (registered === undefined) throw new Error('no handler in this release');
    const { type, tenantId, payload, occurredAt } = job.data;
    const { handler } = registered;
    const record = { id: jobId.slice(0, jobId.indexOf('.')), type, tenantId, occurredAt: new Date(occurredAt) };
    try {
      await runAs(systemViewer(tenantId), () => handler.run(revive(handler.event, tenantId, payload), record), { requestId: jobId });
    } catch (error) {
      this.#log.warn({ msg: 'A job failed.', job: job.name, jobId, attempt: job.attemptsMade + 1, err: error });
      // The queue keeps the message of what is thrown here: a code, and nothing that was quoted.
      throw new Error(error instanceof DomainError ? error.code : 'INTERNAL_ERROR', { cause: error });
    }
  }
}
