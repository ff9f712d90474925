import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type INestApplicationContext, Injectable } from '@nestjs/common';
import { newId } from '@kit/database';
import { OnEventAsync } from '@kit/events';
import { Job, OutboxLedger, OutboxSweep, Queues } from '@kit/jobs';
import { Redis } from 'ioredis';
import { describeWith } from '../../setup/services.js';
import { bootJobs, onBothStores, publish, RETRY, ThingHappened, THINGS, until } from './jobs-kit.js';
import { useKitDatabase } from './kit-database.js';

const server = useKitDatabase();
const tenantId = newId();

const followed: string[] = [];
const counted: string[] = [];
let pauseMs = 0;

@Injectable()
class TwoFollow {
  @Job('kit.follow', RETRY)
  @OnEventAsync(ThingHappened, THINGS)
  async follow(event: ThingHappened): Promise<void> {
    await delay(pauseMs);
    followed.push(event.thingId);
  }

  @Job('kit.count', RETRY)
  @OnEventAsync(ThingHappened, THINGS)
  count(event: ThingHappened): void {
    if (counted.filter((id) => id === event.thingId).length < event.failures) {
      counted.push(event.thingId);
      throw new Error('not yet');
    }
    counted.push(event.thingId);
  }
}

let app: INestApplicationContext | undefined;
beforeEach(() => {
  followed.length = 0;
  counted.length = 0;
  pauseMs = 0;
});
afterEach(async () => {
  await app?.close();
  app = undefined;
  await server.query('delete from outbox');
});

/** Empties the store of the queues of this file, as FLUSHALL or a lost disk would. */
async function loseEverything(redisUrl: string): Promise<void> {
  if (redisUrl === '') {
    await server.query('truncate bullmq.job, bullmq.scheduler cascade');
    return;
  }
  const redis = new Redis(redisUrl);
  await redis.del(await redis.keys(`${server.name}:*`));
  redis.disconnect();
}

const finished = async (): Promise<number> =>
  Number((await server.query<{ n: string }>('select count(*) as n from outbox where done_at is not null'))[0]?.n);
const doneJobs = async (): Promise<string[][]> =>
  (await server.query<{ done_jobs: string[] }>('select done_jobs from outbox order by id')).map((row) => row.done_jobs.sort());

onBothStores('the database remembers', server, (redisUrl) => {
  it('that an event is done when all its jobs are, and not before', async () => {
    app = await bootJobs(server, redisUrl(), [TwoFollow]);
    pauseMs = 400;
    await publish(app, new ThingHappened(tenantId, newId()));
    await until(async () => (await doneJobs()).flat().length === 1);
    expect([await doneJobs(), await finished()]).toEqual([[['kit.count']], 0]);
    await until(async () => (await finished()) === 1);
    expect(await doneJobs()).toEqual([['kit.count', 'kit.follow']]);
  });

  it('a job that was done, and does not let a second copy of it run', async () => {
    app = await bootJobs(server, redisUrl(), [TwoFollow]);
    await publish(app, new ThingHappened(tenantId, newId()));
    await until(async () => (await finished()) === 1);
    const [row] = await server.query<{ id: string }>('select id from outbox');
    await loseEverything(redisUrl());
    const queue = await app.get(Queues).get(THINGS);
    const data = { type: ThingHappened.type, tenantId, occurredAt: new Date().toISOString(), payload: { thingId: 'again', failures: 0 } };
    await queue.addBulk([{ name: 'kit.follow', data, opts: { jobId: `${row?.id}.kit.follow` } }]);
    await until(async () => (await queue.getJobState(`${row?.id}.kit.follow`)) === 'completed');
    expect(followed).not.toContain('again');
  });

  it('a job that was noted before the relay could mark the event', async () => {
    app = await bootJobs(server, redisUrl(), [TwoFollow], 'off');
    await publish(app, new ThingHappened(tenantId, newId()));
    const [row] = await server.query<{ id: string }>('select id from outbox');
    await app.get(OutboxLedger).markDone(row?.id ?? '', ThingHappened.type, 'kit.follow');
    await app.get(OutboxLedger).markDone(row?.id ?? '', ThingHappened.type, 'kit.follow');
    expect([await doneJobs(), await finished()]).toEqual([[['kit.follow']], 0]);
  });
});

onBothStores('a queue that lost everything', server, (redisUrl) => {
  it('under load gets back every event that was not handled, 300 events', async () => {
    app = await bootJobs(server, redisUrl(), [TwoFollow]);
    const other = await bootJobs(server, redisUrl(), [TwoFollow]);
    try {
      pauseMs = 40;
      const ids = Array.from({ length: 300 }, newId);
      await publish(app, ...ids.map((id) => new ThingHappened(tenantId, id)));
      await until(() => followed.length > 30);
      await loseEverything(redisUrl());
      const doneAtLoss = await finished();
      expect(doneAtLoss).toBeLessThan(300);
      pauseMs = 0;
      await until(async () => (await finished()) === 300, 45_000);
      expect([...new Set(followed)].sort()).toEqual(ids);
      expect([...new Set(counted)].sort()).toEqual(ids);
      // At least once, and hardly more: only what ran at the moment of the loss may have run again.
      expect(followed.length).toBeLessThanOrEqual(300 + 8);
    } finally {
      await other.close();
    }
  }, 70_000);

  it('while nobody worked has everything again soon after the next start', async () => {
    app = await bootJobs(server, redisUrl(), [TwoFollow]);
    const id = newId();
    // Given up, so that only the queue knows of it.
    await publish(app, new ThingHappened(tenantId, id, 3));
    const queue = await app.get(Queues).get(THINGS);
    await until(async () => (await queue.getJobCounts('failed'))['failed'] === 1);
    await app.close();
    await loseEverything(redisUrl());
    app = await bootJobs(server, redisUrl(), [TwoFollow]);
    await until(async () => (await finished()) === 1);
    expect(counted).toEqual([id, id, id, id]);
    expect(followed).toEqual([id]);
  }, 20_000);
});

describeWith('redis', 'a Redis that dropped some of its keys', (url) => {
  it('gets back the jobs whose list is gone while they themselves still lie there', async () => {
    const redisUrl = `${url}?prefix=${server.name}`;
    pauseMs = 400;
    app = await bootJobs(server, redisUrl, [TwoFollow]);
    const ids = Array.from({ length: 12 }, newId);
    await publish(app, ...ids.map((id) => new ThingHappened(tenantId, id)));
    await until(() => followed.length > 0);
    const redis = new Redis(url);
    await redis.del(`${server.name}:${THINGS}:wait`);
    redis.disconnect();
    await delay(1_000);
    const atLoss = await finished();
    expect(atLoss).toBeLessThan(12);
    expect((await app.get(OutboxSweep).sweep(0)).restored).toBeGreaterThan(0);
    await until(async () => (await finished()) === 12);
    expect([...new Set(followed)].sort()).toEqual(ids);
    expect(await app.get(OutboxSweep).sweep(0)).toEqual({ restored: 0, completed: 0 });
  });
});
