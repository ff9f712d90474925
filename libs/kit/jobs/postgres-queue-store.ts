import { createPostgresBackend, SchemaMigrationRequiredError, withBackend } from 'bullmq';
import pg from 'pg';
import type { QueueDefinition } from './queue-policy.js';
import { queueDefinitions } from './queue-policy.js';
import { QUEUE_SCHEMA } from './queue-migrations.js';
import {
  type FailedJob, type FailedPage, failureCode, type JobData, jobDefaults, type JobQueue, type JobWorker, type ProcessJob, type QueueCounts,
  type QueueFinding, type QueueStore, workerOptions,
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
    // A connection that is cut between two statements of BullMQ has nobody who listens, and would end the process.
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
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

  async counts(names: readonly string[]): Promise<readonly QueueCounts[]> {
    const { rows } = await this.#pool.query<QueueCounts>(`
      select asked.name, count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'active')::int as running,
        count(*) filter (where state = 'delayed')::int as delayed, count(*) filter (where state = 'failed')::int as failed,
        to_timestamp(min(greatest(added_at_ms, process_at_ms)) filter (where state = 'waiting') / 1000.0) as "oldestWaitingSince"
      from unnest($1::text[]) with ordinality as asked (name, position)
      left join (select queue, state, added_at_ms, process_at_ms from ${QUEUE_SCHEMA}.job where queue = any($1) and state <> 'completed') as job on queue = asked.name
      group by asked.name, position order by position`, [names]);
    return rows;
  }

  async failed(name: string, { limit, after }: FailedPage): Promise<readonly FailedJob[]> {
    const { rows } = await this.#pool.query<Omit<FailedJob, 'code'> & { reason: string | null }>(`
      select id, queue, name, attempts_made as attempts, failed_reason as reason, to_timestamp(finished_at_ms / 1000.0) as "failedAt"
      from ${QUEUE_SCHEMA}.job
      where queue = $1 and state = 'failed' and ($3::bigint is null or (finished_at_ms, id) < ($3, $4))
      order by finished_at_ms desc, id desc limit $2`, [name, limit, after?.failedAt.getTime() ?? null, after?.id ?? null]);
    return rows.map(({ reason, ...job }) => ({ ...job, code: failureCode(reason) }));
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
