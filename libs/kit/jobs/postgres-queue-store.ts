import { createPostgresBackend, SchemaMigrationRequiredError, withBackend } from 'bullmq';
import pg from 'pg';
import type { QueueDefinition } from './queue-policy.js';
import { queueDefinitions } from './queue-policy.js';
import { QUEUE_SCHEMA } from './queue-migrations.js';
import {
  type JobData, jobDefaults, type JobQueue, type JobWorker, type ProcessJob, type QueueFinding, type QueueStore, workerOptions,
} from './queue-store.js';

const { Queue, Worker } = withBackend(createPostgresBackend);

/** Connections beside those that listen, one for every worker. */
const SHARED = 3;

/** Queues in the product's own database, in a schema of their own: no other server, and as durable as the data. */
export class PostgresQueueStore implements QueueStore {
  readonly kind = 'postgres';
  readonly #pool: pg.Pool;

  constructor(databaseUrl: string, onLost: () => void) {
    this.#pool = new pg.Pool({
      connectionString: databaseUrl,
      max: queueDefinitions().length + SHARED,
      application_name: 'khoi-jobs',
      options: `-c search_path="${QUEUE_SCHEMA}"`,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 30_000,
      keepAlive: true,
    });
    this.#pool.on('error', onLost);
  }

  async open(definition: QueueDefinition): Promise<JobQueue> {
    const queue = new Queue<JobData, void>(definition.name, { connection: this.#pool, defaultJobOptions: jobDefaults(definition) });
    // What fails is told to whoever asked; this only keeps BullMQ from printing it.
    queue.on('error', () => undefined);
    try {
      await queue.waitUntilReady();
      return queue as unknown as JobQueue;
    } catch (error) {
      await queue.close();
      if (error instanceof SchemaMigrationRequiredError) throw new Error('The job queues are missing in the database: run "console migrate" first.', { cause: error });
      throw error;
    }
  }

  work(definition: QueueDefinition, process: ProcessJob): JobWorker {
    return new Worker<JobData, void>(definition.name, (job, token) => process(job, token ?? ''), {
      connection: this.#pool, ...workerOptions(definition),
    }) as unknown as JobWorker;
  }

  async ping(): Promise<void> {
    const found = await this.#pool.query<{ there: boolean }>(
      "select coalesce(has_schema_privilege(to_regnamespace($1), 'usage'), false) as there", [QUEUE_SCHEMA]);
    if (found.rows[0]?.there !== true) throw new Error('The schema of the job queues is missing');
  }

  async findings(): Promise<readonly QueueFinding[]> {
    try {
      await this.ping();
      return [];
    } catch {
      return [{
        code: 'QUEUE_UNREACHABLE', level: 'error', message: 'The job queues in the database cannot be used.',
        fix: 'Run "console migrate"; it makes the schema of the queues and the grants of the application role.',
      }];
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
