import type { EventPayload } from '@kit/events';
import {
  createPostgresBackend, DEFAULT_SCHEMA, type Job, runMigrations, SchemaMigrationRequiredError, withBackend,
} from 'bullmq';
import pg from 'pg';

const { Queue, Worker } = withBackend(createPostgresBackend);

/** The schema in which BullMQ keeps its tables. With a pool of our own it accepts no other name. */
export const QUEUE_SCHEMA = DEFAULT_SCHEMA;

/** What a job carries: which event, and its ids. */
export interface JobData {
  readonly type: string;
  readonly tenantId: string;
  /** ISO instant. */
  readonly occurredAt: string;
  readonly payload: EventPayload;
}

export type JobQueue = InstanceType<typeof Queue<JobData, void>>;
export type JobWorker = InstanceType<typeof Worker<JobData, void>>;
export type QueuedJob = Job<JobData, void>;

/** "KHOI" and the number of this purpose; 1 belongs to the migrations of the product. */
const LOCK = [0x4b484f49, 2] as const;
const DAY_SECONDS = 24 * 60 * 60;

/**
 * Jobs done stay for a day: their ids are what keeps the relay from adding an event twice when
 * it died between adding and marking. Jobs given up stay a month, for a person to look at.
 */
const KEEP = { removeOnComplete: { age: DAY_SECONDS, count: 100_000 }, removeOnFail: { age: 30 * DAY_SECONDS } } as const;

/** One pool for all queues and workers of a process; each worker also holds one connection that listens. */
export function createQueuePool(databaseUrl: string, workers: number): pg.Pool {
  return new pg.Pool({
    connectionString: databaseUrl,
    max: workers + 3,
    application_name: 'khoi-jobs',
    options: `-c search_path="${QUEUE_SCHEMA}"`,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    keepAlive: true,
  });
}

/** Opens a queue; says what to do when the schema is missing. */
export async function openQueue(name: string, pool: pg.Pool): Promise<JobQueue> {
  const queue = new Queue<JobData, void>(name, { connection: pool, defaultJobOptions: { ...KEEP, stackTraceLimit: 0 } });
  // What fails is told to whoever asked; this only keeps BullMQ from printing it.
  queue.on('error', () => undefined);
  try {
    await queue.waitUntilReady();
    return queue;
  } catch (error) {
    await queue.close();
    if (error instanceof SchemaMigrationRequiredError) throw new Error('The job queues are missing in the database: run "console migrate" first.', { cause: error });
    throw error;
  }
}

/**
 * Starts working a queue off. When a process dies, its jobs are free again after 15 s at most and
 * found within another 10 s. Dying is seldom the fault of the job, but a job that was running
 * in six deaths is given up, so that one that kills its process cannot do so for ever.
 */
export function openWorker(name: string, pool: pg.Pool, process: (job: QueuedJob) => Promise<void>): JobWorker {
  return new Worker<JobData, void>(name, process, {
    connection: pool, concurrency: 4, lockDuration: 15_000, stalledInterval: 10_000, maxStalledCount: 5,
  });
}

/**
 * Creates or updates BullMQ's tables in their own schema as the owner, and lets the application
 * role use them; a concurrent call waits. The role may create in this one schema, because BullMQ
 * makes a sequence for every queue when it first adds to it, and temporary tables, through which
 * it adds many jobs at once.
 */
export async function migrateQueues(ownerUrl: string, appRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'khoi-migrate', connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('set client_min_messages = warning');
    // Held until the connection closes: PostgreSQL lets concurrent grants on one object fail.
    await client.query('select pg_advisory_lock($1, $2)', [...LOCK]);
    await runMigrations(client, QUEUE_SCHEMA);
    const [schema, role] = [client.escapeIdentifier(QUEUE_SCHEMA), client.escapeIdentifier(appRole)];
    await client.query(`
      grant usage, create on schema ${schema} to ${role};
      grant select, insert, update, delete on all tables in schema ${schema} to ${role};
      grant execute on all functions in schema ${schema} to ${role};
      revoke insert, update, delete on ${schema}.migration from ${role}`);
    const current = await client.query<{ name: string }>('select current_database() as name');
    for (const { name } of current.rows) await client.query(`grant temporary on database ${client.escapeIdentifier(name)} to ${role}`);
    // Not "all sequences": those that the application role made are its own, and not ours to grant.
    const own = await client.query<{ name: string }>(`
      select relname as name from pg_class
      where relkind = 'S' and relnamespace = $1::regnamespace and pg_has_role(relowner, 'usage')`, [QUEUE_SCHEMA]);
    for (const { name } of own.rows) await client.query(`grant usage, select on sequence ${schema}.${client.escapeIdentifier(name)} to ${role}`);
  } finally {
    await client.end();
  }
}
