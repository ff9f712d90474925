import type { EventPayload } from '@kit/events';
import type { Job, Queue, Worker } from 'bullmq';
import type { QueueDefinition } from './queue-policy.js';

/** What a job carries: which event and its ids, or nothing for the tick of a schedule. */
export interface JobData {
  readonly type: string;
  readonly tenantId: string;
  /** ISO instant. */
  readonly occurredAt: string;
  readonly payload: EventPayload;
}

/** A queue, whatever keeps it. */
export type JobQueue = Pick<Queue<JobData, void>,
  'name' | 'addBulk' | 'close' | 'getJob' | 'getJobCounts' | 'getJobState' | 'getJobs' | 'getJobScheduler' | 'getJobSchedulers' |
  'remove' | 'removeJobScheduler' | 'upsertJobScheduler'>;
/** What works off one queue in this process. */
export type JobWorker = Pick<Worker<JobData, void>, 'close' | 'disconnect' | 'on'>;
export type QueuedJob = Job<JobData, void>;
/** Runs one job; `token` is what this process holds it by. */
export type ProcessJob = (job: QueuedJob, token: string) => Promise<void>;

/** Something about the store of the queues that an operator should know. */
export interface QueueFinding {
  readonly code: 'QUEUE_UNREACHABLE' | 'QUEUE_NOT_DURABLE' | 'QUEUE_MAY_EVICT' | 'QUEUE_NOT_CHECKED';
  /** `warning`: jobs may be lost until the next sweep; `unknown`: could not be looked at. */
  readonly level: 'error' | 'warning' | 'unknown';
  /** One English sentence. */
  readonly message: string;
  /** What to do about it, one English sentence. */
  readonly fix: string;
}

/** How many jobs a queue has in each state. */
export interface QueueCounts {
  readonly name: string;
  /** Ready, and not yet taken. */
  readonly waiting: number;
  readonly running: number;
  /** For the next attempt, or the next tick of a schedule. */
  readonly delayed: number;
  /** Given up; they stay until somebody retries or removes them. */
  readonly failed: number;
  /** Since when the job at the head of the queue could have been taken; `null`: none waits. */
  readonly oldestWaitingSince: Date | null;
}

/** A job that was given up. Ids, codes and instants, nothing of what it was about. */
export interface FailedJob {
  readonly id: string;
  readonly queue: string;
  readonly name: string;
  /** How often it was tried. */
  readonly attempts: number;
  readonly code: string;
  readonly failedAt: Date;
}

/** Where a page of failed jobs goes on: after the job with this instant and id. */
export interface FailedPage {
  readonly limit: number;
  readonly after: Pick<FailedJob, 'failedAt' | 'id'> | null;
}

/** Where the queues are kept: PostgreSQL, or Redis. Both behave alike towards jobs. */
export interface QueueStore {
  readonly kind: 'postgres' | 'redis';
  /**
   * Opens a queue for adding and looking.
   * @throws when the store does not answer, or lacks its tables
   */
  open(definition: QueueDefinition): Promise<JobQueue>;
  /** Starts working a queue off. */
  work(definition: QueueDefinition, process: ProcessJob): JobWorker;
  /** The state of these queues, in their order. */
  counts(names: readonly string[]): Promise<readonly QueueCounts[]>;
  /** Jobs of a queue that were given up, the latest first. */
  failed(name: string, page: FailedPage): Promise<readonly FailedJob[]>;
  /** @throws when jobs cannot be added or taken at the moment */
  ping(): Promise<void>;
  /** What is wrong with how the store is set up. */
  findings(): Promise<readonly QueueFinding[]>;
  /** After every queue and worker was closed. */
  close(): Promise<void>;
}

const HOUR_SECONDS = 60 * 60;

/**
 * Jobs given up stay until a person retries or removes them: each is an event that was acknowledged and
 * never handled. Stacks and messages are not kept, because they quote.
 */
export function jobDefaults({ keepDone }: QueueDefinition): { removeOnComplete: { age: number; count: number }; removeOnFail: false; stackTraceLimit: 0 } {
  return { removeOnComplete: { age: keepDone.hours * HOUR_SECONDS, count: keepDone.count }, removeOnFail: false, stackTraceLimit: 0 };
}

/**
 * When a process dies, its jobs are free again after the lock of the queue and found within another 10 s.
 * Dying is seldom the fault of the job, but a job that was running in six deaths is given up, so that one
 * that kills its process cannot do so for ever.
 */
export function workerOptions({ concurrency, lockSeconds }: QueueDefinition): {
  concurrency: number; lockDuration: number; stalledInterval: number; maxStalledCount: number; runRetryDelay: number;
} {
  return { concurrency, lockDuration: lockSeconds * 1_000, stalledInterval: 10_000, maxStalledCount: 5, runRetryDelay: 2_000 };
}

const CODE = /^[A-Z][A-Z0-9_]{0,99}$/;

/** The code behind a reason as the queue keeps it: one of ours, or what BullMQ says of a job that outlived its processes. */
export function failureCode(reason: string | null | undefined): string {
  if (reason === null || reason === undefined) return 'INTERNAL_ERROR';
  if (CODE.test(reason)) return reason;
  return reason.startsWith('job stalled') ? 'JOB_INTERRUPTED' : 'INTERNAL_ERROR';
}
