import { Injectable, Logger } from '@nestjs/common';
import { Config } from '@kit/config';
import { isDoneWithin } from './is-done-within.js';
import { PostgresQueueStore } from './postgres-queue-store.js';
import { queueDefinition, type QueueDefinition, queueDefinitions } from './queue-policy.js';
import type { FailedJob, FailedPage, JobQueue, JobWorker, ProcessJob, QueueCounts, QueueFinding, QueueStore } from './queue-store.js';
import { RedisQueueStore } from './redis-queue-store.js';

/** How long closing may take when the store does not answer. */
const FAREWELL_MS = 1_000;

/** The queues of the product in the store that the configuration names; connects when the first one is asked for. */
@Injectable()
export class Queues {
  readonly #log = new Logger(Queues.name);
  readonly #open = new Map<string, Promise<JobQueue>>();
  #kept: QueueStore | undefined;

  constructor(private readonly config: Config) {}

  get kind(): QueueStore['kind'] {
    return this.config.redisUrl === null ? 'postgres' : 'redis';
  }

  /** A queue for adding and looking; stays open. */
  async get(name: string): Promise<JobQueue> {
    const opened = this.#open.get(name);
    if (opened !== undefined) return opened;
    const opening = this.#store().open(definitionOf(name));
    this.#open.set(name, opening);
    // Next time it is tried again.
    opening.catch(() => this.#open.delete(name));
    return opening;
  }

  /** How many jobs every defined queue has, sorted by name. */
  counts(): Promise<readonly QueueCounts[]> {
    return this.#store().counts(queueDefinitions().map(({ name }) => name));
  }

  /** Jobs of a queue that were given up, the latest first. */
  failed(name: string, page: FailedPage): Promise<readonly FailedJob[]> {
    return this.#store().failed(definitionOf(name).name, page);
  }

  /** Starts working a queue off in this process; whoever calls closes the worker. */
  work(name: string, process: ProcessJob): JobWorker {
    return this.#store().work(definitionOf(name), process);
  }

  /** @throws when jobs cannot be added or taken at the moment */
  async ping(): Promise<void> {
    await this.#store().ping();
  }

  /** What is wrong with how the queues are kept; asks the store anew each time. */
  findings(): Promise<readonly QueueFinding[]> {
    return this.#store().findings();
  }

  async close(): Promise<void> {
    const opened = await Promise.allSettled(this.#open.values());
    this.#open.clear();
    const closing = Promise.all(opened.map((queue) => (queue.status === 'fulfilled' ? queue.value.close() : undefined)));
    if (!(await isDoneWithin(closing, FAREWELL_MS))) this.#log.warn('The job queues do not answer; they were left without a farewell.');
    await this.#kept?.close();
    this.#kept = undefined;
  }

  #store(): QueueStore {
    this.#kept ??= createQueueStore(this.config, () => this.#log.warn('A connection to the job queues was lost.'));
    return this.#kept;
  }
}

/** What an operator should know about how the queues are kept; for looking without the rest of the application. */
export async function queueFindings(config: Pick<Config, 'databaseUrl' | 'redisUrl'>): Promise<readonly QueueFinding[]> {
  const store = createQueueStore(config, () => undefined);
  try {
    return await store.findings();
  } finally {
    await store.close();
  }
}

function createQueueStore({ databaseUrl, redisUrl }: Pick<Config, 'databaseUrl' | 'redisUrl'>, onLost: () => void): QueueStore {
  return redisUrl === null ? new PostgresQueueStore(databaseUrl, onLost) : new RedisQueueStore(redisUrl, onLost);
}

function definitionOf(name: string): QueueDefinition {
  const definition = queueDefinition(name);
  if (definition === undefined) throw new TypeError(`queue ${name} is used and nobody defined it: defineQueue('${name}', …)`);
  return definition;
}
