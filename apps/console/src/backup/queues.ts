import { QUEUE_SCHEMA } from '@kit/jobs';
import type { Client } from 'pg';

/**
 * Forgets every job of the time before a restore, in the caller's transaction: the outbox of the backup says what is to be done,
 * and a job that is remembered as done would keep it from being done again.
 */
export async function emptyQueueTables(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'`, [QUEUE_SCHEMA]);
  if (rows.length > 0) await client.query(`truncate ${rows.map((row) => row.name).join(', ')}`);
}

/** The same for queues in Redis; all their keys begin with the prefix of the address (see `REDIS_URL`). */
export async function emptyRedis(url: string): Promise<void> {
  const address = new URL(url);
  const prefix = address.searchParams.get('prefix') ?? 'khoi';
  address.searchParams.delete('prefix');
  const { Redis } = await import('ioredis');
  const redis = new Redis(address.href, { maxRetriesPerRequest: 2 });
  try {
    for await (const keys of redis.scanStream({ match: `${prefix.replace(/[[\]*?\\^]/g, '\\$&')}:*`, count: 500 })) {
      if ((keys as string[]).length > 0) await redis.unlink(keys as string[]);
    }
  } finally {
    redis.disconnect();
  }
}
