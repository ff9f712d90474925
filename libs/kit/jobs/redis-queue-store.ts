import { Queue, Worker } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import type { QueueDefinition } from './queue-policy.js';
import { redisFindings } from './redis-findings.js';
import { redisCounts, redisFailed } from './redis-queue-view.js';
import {
  type FailedJob, type FailedPage, type JobData, jobDefaults, type JobQueue, type JobWorker, type ProcessJob, type QueueCounts, type QueueFinding,
  type QueueStore, workerOptions,
} from './queue-store.js';

const PREFIX = 'khoi';

/**
 * Queues in Redis. All keys begin with `khoi`, or with what `?prefix=` at the end of the address says, by which two
 * installations can share one server.
 */
export class RedisQueueStore implements QueueStore {
  readonly kind = 'redis';
  readonly #url: string;
  readonly #prefix: string;
  readonly #client: Redis;
  readonly #connections = new Set<Redis>();
  #isClosed = false;

  constructor(url: string, onLost: () => void) {
    const address = new URL(url);
    this.#prefix = address.searchParams.get('prefix') ?? PREFIX;
    address.searchParams.delete('prefix');
    this.#url = address.href;
    // Whoever adds or looks is told within seconds that Redis is away: the outbox waits, and a person should not.
    this.#client = this.#connect({ enableOfflineQueue: true, commandTimeout: 5_000 });
    this.#client.on('error', onLost);
  }

  async open(definition: QueueDefinition): Promise<JobQueue> {
    // A queue that is made while Redis is away never recovers: BullMQ remembers that its first look failed.
    await this.#client.ping();
    const queue = new Queue<JobData, void>(definition.name, {
      connection: this.#client, prefix: this.#prefix, defaultJobOptions: jobDefaults(definition), skipWaitingForReady: true,
    });
    queue.on('error', () => undefined);
    return queue;
  }

  work(definition: QueueDefinition, process: ProcessJob): JobWorker {
    const client = this.#connect({ enableOfflineQueue: true });
    client.on('error', () => undefined);
    const worker = new Worker<JobData, void>(definition.name, (job, token) => process(job, token ?? ''), {
      connection: client, prefix: this.#prefix, ...workerOptions(definition),
    });
    worker.on('closed', () => this.#disconnect(client));
    return worker;
  }

  counts(names: readonly string[]): Promise<readonly QueueCounts[]> {
    return Promise.all(names.map((name) => redisCounts(this.#client, `${this.#prefix}:${name}`, name)));
  }

  failed(name: string, page: FailedPage): Promise<readonly FailedJob[]> {
    return redisFailed(this.#client, `${this.#prefix}:${name}`, name, page);
  }

  async ping(): Promise<void> {
    await this.#client.ping();
  }

  findings(): Promise<readonly QueueFinding[]> {
    return redisFindings(this.#client);
  }

  /** Also those whose worker could not say goodbye to a server that is away: they would try to reach it for ever. */
  close(): Promise<void> {
    this.#isClosed = true;
    for (const client of this.#connections) this.#disconnect(client);
    return Promise.resolve();
  }

  #disconnect(client: Redis): void {
    this.#connections.delete(client);
    client.disconnect();
  }

  #connect(options: RedisOptions): Redis {
    const client = new Redis(this.#url, {
      // BullMQ asks for it: a command waits for the next connection instead of failing after so many.
      maxRetriesPerRequest: null,
      connectTimeout: 5_000,
      // BullMQ's own copies of a connection keep this, too.
      retryStrategy: (times) => (this.#isClosed ? null : Math.min(times * 100, 1_000)),
      ...options,
    });
    this.#connections.add(client);
    return client;
  }
}
