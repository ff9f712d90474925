import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type INestApplicationContext, Injectable } from '@nestjs/common';
import { findContext } from '@kit/context';
import { notFound } from '@kit/errors';
import { OnEventAsync } from '@kit/events';
import { type Interval, Job, type JobQueue, Queues, Schedule, type ScheduleOptions, ScheduleRuns } from '@kit/jobs';
import { bootJobs, onBothStores, type Provider, RETRY, ThingHappened, THINGS, until } from './jobs-kit.js';
import { useKitDatabase } from './kit-database.js';

const server = useKitDatabase();

let ticks: number[] = [];
let failures = 0;

/** A provider whose schedule ticks so often. */
function ticking(options: { every: Interval } | { cron: string }, name = 'kit.tick'): Provider {
  @Injectable()
  class Ticking {
    @Schedule(name, { ...options, reason: 'a test' } as ScheduleOptions)
    tick(): void {
      ticks.push(Date.now());
      if (failures-- > 0) throw notFound();
    }
  }
  return Ticking;
}

let apps: INestApplicationContext[] = [];
async function boot(redisUrl: string, ...providers: Provider[]): Promise<INestApplicationContext> {
  const app = await bootJobs(server, redisUrl, providers);
  apps.push(app);
  return app;
}
async function end(): Promise<void> {
  await Promise.all(apps.map((app) => app.close()));
  apps = [];
}

beforeEach(() => {
  ticks = [];
  failures = 0;
});
afterEach(async () => {
  const [app] = apps;
  if (app !== undefined) {
    const queue = await upkeep(app);
    for (const { key } of await queue.getJobSchedulers()) await queue.removeJobScheduler(key);
  }
  await end();
  await server.query('delete from schedule_run');
});

const upkeep = (app: INestApplicationContext): Promise<JobQueue> => app.get(Queues).get('upkeep');
const names = async (app: INestApplicationContext): Promise<string[]> => (await (await upkeep(app)).getJobSchedulers()).map(({ key }) => key).sort();

onBothStores('a schedule', server, (redisUrl) => {
  it('ticks once a second, whether three processes work or one', async () => {
    const Tick = ticking({ every: { seconds: 1 } });
    const [app] = await Promise.all([boot(redisUrl(), Tick), boot(redisUrl(), Tick), boot(redisUrl(), Tick)]);
    await until(() => ticks.length >= 6, 12_000);
    // The first comes at once, the second at the next whole interval; from there on one a second.
    const gaps = ticks.slice(2).map((at, index) => at - (ticks[index + 1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(600);
    const done = await (await upkeep(app)).getJobs(['completed']);
    const ids = done.filter(({ name }) => name === 'kit.tick').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.abs(ids.length - ticks.length)).toBeLessThanOrEqual(1);
  }, 25_000);

  it('makes one tick of those that were missed while nothing ran, and then goes on', async () => {
    const Tick = ticking({ every: { seconds: 1 } });
    await boot(redisUrl(), Tick);
    await until(() => ticks.length >= 2, 5_000);
    await end();
    ticks = [];
    await delay(3_200);
    await boot(redisUrl(), Tick);
    await until(() => ticks.length >= 1, 3_000);
    await delay(400);
    expect(ticks.length).toBeLessThanOrEqual(2);
    await until(() => ticks.length >= 3, 5_000);
  }, 25_000);

  it('of a day makes up for a tick that the queue had forgotten, and counts hours as they are in Vietnam', async () => {
    await server.query("insert into schedule_run (name, due_at, started_at, done_at) values ('kit.daily', now() - interval '2 days', now() - interval '2 days', now() - interval '2 days')");
    const app = await boot(redisUrl(), ticking({ cron: '30 6 * * *' }, 'kit.daily'), ticking({ cron: '30 6 * * *' }, 'kit.new-daily'));
    await until(() => ticks.length === 1);
    await delay(500);
    expect(ticks).toHaveLength(1);
    const queue = await upkeep(app);
    await until(async () => ((await queue.getJobScheduler('kit.daily'))?.next ?? 0) > Date.now() + 1_000);
    for (const name of ['kit.daily', 'kit.new-daily']) {
      const next = (await queue.getJobScheduler(name))?.next ?? 0;
      expect(new Date(next).toISOString()).toMatch(/T23:30:00\.000Z$/);
      expect(next - Date.now()).toBeLessThan(24 * 3_600_000);
    }
  });

  it('runs as nobody, outside every ward', async () => {
    const seen: unknown[] = [];
    @Injectable()
    class Curious {
      @Schedule('kit.curious', { every: { hours: 1 }, reason: 'a test' })
      look(): void {
        seen.push(findContext()?.viewer);
      }
    }
    await boot(redisUrl(), Curious);
    await until(() => seen.length === 1);
    expect(seen).toEqual([null]);
  });

  it('that fails says so, and is tried again', async () => {
    failures = 1;
    const app = await boot(redisUrl(), ticking({ every: { hours: 1 } }));
    const run = async () => (await app.get(ScheduleRuns).all()).find(({ name }) => name === 'kit.tick');
    await until(async () => (await run())?.errorCode === 'NOT_FOUND');
    expect((await run())?.doneAt).toBeNull();
    await until(() => ticks.length === 2, 15_000);
    await until(async () => (await run())?.doneAt instanceof Date);
    expect((await run())?.errorCode).toBeNull();
  }, 25_000);

  it('goes away with the release that had it, and follows a changed interval', async () => {
    const first = await boot(redisUrl(), ticking({ every: { hours: 1 } }, 'kit.stays'), ticking({ every: { hours: 1 } }, 'kit.goes'));
    await until(async () => (await names(first)).length === 3);
    expect(await names(first)).toEqual(['kit.goes', 'kit.stays', 'outbox.tidy']);
    await until(() => ticks.length === 2);
    await end();
    const second = await boot(redisUrl(), ticking({ every: { hours: 2 } }, 'kit.stays'));
    const every = async () => (await (await upkeep(second)).getJobScheduler('kit.stays'))?.every;
    await until(async () => (await every()) === 7_200_000);
    expect(await names(second)).toEqual(['kit.stays', 'outbox.tidy']);
  });
});

describe('the boot', () => {
  const refusal = (...providers: Provider[]): Promise<string> =>
    bootJobs(server, '', providers, 'off').then(() => 'no error', (error: unknown) => String(error));

  it('refuses a name that two schedules, or a schedule and a job, claim', async () => {
    @Injectable()
    class Namesake {
      @Job('kit.tick', RETRY)
      @OnEventAsync(ThingHappened, THINGS)
      handle(): void {}
    }
    const Tick = ticking({ every: { seconds: 1 } });
    expect(await refusal(Tick, ticking({ every: { seconds: 1 } }))).toContain('schedule kit.tick is claimed twice');
    expect(await refusal(Tick, Namesake)).toContain('job kit.tick is the name of a schedule too');
  });

  it.each([
    [{ every: {}, reason: 'x' }, 'every must be a second to 31 days'],
    [{ every: { seconds: 0.5 }, reason: 'x' }, 'every must be a second to 31 days'],
    [{ cron: '* * * *', reason: 'x' }, 'cron needs five fields'],
    [{ every: { hours: 1 }, reason: ' ' }, 'gives no reason'],
  ] as const)('refuses %j', (options, message) => {
    expect(() => Schedule('kit.tick', options)).toThrow(message);
    expect(() => Schedule('Tick', options)).toThrow('not named like');
  });
});
