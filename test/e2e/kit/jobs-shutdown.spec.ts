import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type INestApplicationContext, Injectable } from '@nestjs/common';
import { newId } from '@kit/database';
import { OnEventAsync } from '@kit/events';
import { Job } from '@kit/jobs';
import { bootJobs, onBothStores, publish, RETRY, ThingHappened, THINGS, until } from './jobs-kit.js';
import { useKitDatabase } from './kit-database.js';

const server = useKitDatabase();

const starts: number[] = [];
let isLong = true;
let release: (() => void) | undefined;

@Injectable()
class Long {
  @Job('kit.long', RETRY)
  @OnEventAsync(ThingHappened, THINGS)
  async handle(): Promise<void> {
    starts.push(performance.now());
    if (isLong) await new Promise<void>((resolve) => { release = resolve; });
  }
}

let app: INestApplicationContext | undefined;
beforeEach(() => {
  starts.length = 0;
  isLong = true;
});
afterEach(async () => {
  release?.();
  await app?.close();
  app = undefined;
  await server.query('delete from outbox');
});

onBothStores('a process that ends', server, (redisUrl) => {
  it('hands back a job that takes too long, and another process runs it at once', async () => {
    const ending = await bootJobs(server, redisUrl(), [Long]);
    await publish(ending, new ThingHappened(newId(), newId()));
    await until(() => starts.length === 1);
    isLong = false;
    app = await bootJobs(server, redisUrl(), [Long]);
    const begin = performance.now();
    await ending.close();
    const tookMs = performance.now() - begin;
    expect(tookMs).toBeGreaterThan(6_900);
    expect(tookMs).toBeLessThan(9_500);
    await until(() => starts.length === 2, 2_000);
    // Once and for all: the lock that the first process held does not bring it back.
    await until(async () => (await server.query('select 1 from outbox where done_at is not null')).length === 1);
    await delay(1_000);
    expect(starts).toHaveLength(2);
  }, 30_000);

  it('takes no further job, and what waits is done by another', async () => {
    isLong = false;
    const ending = await bootJobs(server, redisUrl(), [Long]);
    await until(async () => (await server.query('select 1 from schedule_run where done_at is not null')).length > 0);
    await ending.close();
    app = await bootJobs(server, redisUrl(), [Long], 'off');
    await publish(app, ...Array.from({ length: 20 }, () => new ThingHappened(newId(), newId())));
    await delay(300);
    expect(starts).toHaveLength(0);
    const next = await bootJobs(server, redisUrl(), [Long]);
    await until(() => starts.length === 20);
    const begin = performance.now();
    await next.close();
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});
