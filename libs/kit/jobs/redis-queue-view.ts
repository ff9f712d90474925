import type { ChainableCommander, Redis } from 'ioredis';
import { type FailedJob, type FailedPage, failureCode, type QueueCounts } from './queue-store.js';

/** Rows fetched beyond a page, for jobs that failed in the same millisecond as the last one shown. */
const TIES = 100;

/** Reads the state of one queue as BullMQ keeps it; `key` is what all its keys begin with. */
export async function redisCounts(client: Redis, key: string, name: string): Promise<QueueCounts> {
  const [waiting, prioritized, running, delayed, failed, head] = (await answersOf(client.multi()
    .llen(`${key}:wait`).zcard(`${key}:prioritized`).llen(`${key}:active`).zcard(`${key}:delayed`).zcard(`${key}:failed`).lindex(`${key}:wait`, -1)));
  const count = (answer: unknown): number => Number(answer ?? 0);
  const [timestamp, delay] = typeof head === 'string' ? await client.hmget(`${key}:${head}`, 'timestamp', 'delay') : [null, null];
  return {
    name, waiting: count(waiting) + count(prioritized), running: count(running), delayed: count(delayed), failed: count(failed),
    oldestWaitingSince: timestamp == null ? null : new Date(Number(timestamp) + Number(delay ?? 0)),
  };
}

export async function redisFailed(client: Redis, key: string, queue: string, { limit, after }: FailedPage): Promise<readonly FailedJob[]> {
  const from = after === null ? '+inf' : after.failedAt.getTime();
  const flat = await client.zrevrangebyscore(`${key}:failed`, from, '-inf', 'WITHSCORES', 'LIMIT', 0, limit + TIES);
  const found = flat.flatMap((id, index) => (index % 2 === 0 ? [{ id, failedAt: new Date(Number(flat[index + 1])) }] : []));
  const page = found.filter((job) => after === null || isAfter(job, after)).slice(0, limit);
  if (page.length === 0) return [];
  const reading = client.multi();
  for (const { id } of page) reading.hmget(`${key}:${id}`, 'name', 'atm', 'failedReason');
  const facts = (await answersOf(reading)) as readonly (readonly (string | null)[])[];
  // What was retried between the two looks has no facts of a failure any more.
  return page.flatMap(({ id, failedAt }, index) => {
    const [name, attempts, reason] = facts[index] ?? [];
    return name == null ? [] : [{ id, queue, name, attempts: Number(attempts ?? 0), code: failureCode(reason), failedAt }];
  });
}

/** Whether a job comes after another in a list that shows the latest first. */
function isAfter(job: Pick<FailedJob, 'id' | 'failedAt'>, other: Pick<FailedJob, 'id' | 'failedAt'>): boolean {
  const [mine, theirs] = [job.failedAt.getTime(), other.failedAt.getTime()];
  return mine < theirs || (mine === theirs && job.id < other.id);
}

async function answersOf(commands: ChainableCommander): Promise<unknown[]> {
  const answers = (await commands.exec()) ?? [];
  return answers.map(([error, answer]) => {
    if (error !== null) throw error;
    return answer;
  });
}
