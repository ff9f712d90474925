import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { type INestApplicationContext, Injectable } from '@nestjs/common';
import { currentViewer, isSystemViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { notFound } from '@kit/errors';
import { DomainEvent, EventBus, type EventRecord, OnEvent, OnEventAsync } from '@kit/events';
import { Job, migrateQueues, Queues } from '@kit/jobs';
import { bootJobs, onBothStores, publish, RETRY, THINGS, ThingHappened, until } from './jobs-kit.js';
import { useKitDatabase } from './kit-database.js';

const server = useKitDatabase();

class NobodyWaits extends DomainEvent {
  static override readonly type: string = 'kit.nobody-waits';
  constructor(readonly tenantId: string) {
    super();
  }
}

const heard: string[] = [];
const runs: { thingId: string; recordId: string; tenantId: string; asSystem: boolean }[] = [];

@Injectable()
class Listener {
  constructor(private readonly database: Database) {}

  @OnEvent(DomainEvent)
  everything(event: DomainEvent, record: EventRecord): void {
    heard.push(`${record.type} ${event.constructor.name} ${this.database.inTransaction}`);
  }

  @OnEvent(ThingHappened)
  refuse(event: ThingHappened): void {
    if (event.failures === 99) throw new Error('the listener says no');
  }

  @Job('kit.follow', RETRY)
  @OnEventAsync(ThingHappened, THINGS)
  follow(event: ThingHappened, record: EventRecord): void {
    const viewer = currentViewer();
    runs.push({ thingId: event.thingId, recordId: record.id, tenantId: viewer.tenantId, asSystem: isSystemViewer(viewer) });
    if (runs.filter((run) => run.thingId === event.thingId).length <= event.failures) throw notFound();
  }
}

const waiting = async (): Promise<number> =>
  (await server.query<{ n: string }>('select count(*) as n from outbox where dispatched_at is null')).map((row) => Number(row.n))[0] ?? -1;

let app: INestApplicationContext | undefined;
const tenantId = newId();

beforeEach(() => {
  heard.length = 0;
  runs.length = 0;
});
afterEach(async () => {
  await app?.close();
  app = undefined;
  await server.query('delete from outbox');
});

describe('publishing', () => {
  it('belongs to a transaction', async () => {
    app = await bootJobs(server, '', [Listener], 'off');
    await expect(app.get(EventBus).publish(new NobodyWaits(tenantId))).rejects.toThrow('needs a transaction');
  });

  it('lets listeners act inside the transaction, also those that listen to everything', async () => {
    app = await bootJobs(server, '', [Listener], 'off');
    await publish(app, new ThingHappened(tenantId, newId()), new NobodyWaits(tenantId));
    expect(heard).toEqual(['kit.thing-happened ThingHappened true', 'kit.nobody-waits NobodyWaits true']);
  });

  it('is undone with the act when a listener refuses', async () => {
    app = await bootJobs(server, '', [Listener], 'off');
    await expect(publish(app, new ThingHappened(tenantId, newId()), new ThingHappened(tenantId, newId(), 99))).rejects.toThrow('says no');
    expect(await server.query('select * from outbox')).toEqual([]);
  });

  it('stores ids only, and marks at once what nobody waits for', async () => {
    app = await bootJobs(server, '', [Listener], 'off');
    const thingId = newId();
    await publish(app, new ThingHappened(tenantId, thingId), new NobodyWaits(tenantId));
    expect(await server.query('select type, tenant_id, payload, dispatched_at is null as waits from outbox order by id')).toEqual([
      { type: 'kit.thing-happened', tenant_id: tenantId, payload: { thingId, failures: 0 }, waits: true },
      { type: 'kit.nobody-waits', tenant_id: tenantId, payload: {}, waits: false },
    ]);
  });
});

onBothStores('delivery', server, (redisUrl) => {
  const boot = (jobs: 'inline' | 'off', providers: Parameters<typeof bootJobs>[2] = [Listener]) => bootJobs(server, redisUrl(), providers, jobs);

  it('runs the handler as the system inside the tenant, with the id of the outbox row', async () => {
    app = await boot('inline');
    const thingId = newId();
    await publish(app, new ThingHappened(tenantId, thingId));
    await until(() => runs.length === 1);
    const [row] = await server.query<{ id: string }>('select id from outbox');
    expect(runs).toEqual([{ thingId, recordId: row?.id, tenantId, asSystem: true }]);
  });

  it('tries again after failures, as often as the job says', async () => {
    app = await boot('inline');
    const [mends, never] = [newId(), newId()];
    await publish(app, new ThingHappened(tenantId, mends, 2), new ThingHappened(tenantId, never, 50));
    const count = (id: string): number => runs.filter((run) => run.thingId === id).length;
    await until(() => count(mends) === 3 && count(never) === 3);
    await delay(300);
    expect([count(mends), count(never)]).toEqual([3, 3]);
    const failed = await (await app.get(Queues).get(THINGS)).getJobs(['failed']);
    expect(failed.map((job) => [job.name, job.failedReason, job.stacktrace])).toEqual([['kit.follow', 'NOT_FOUND', []]]);
    const unfinished = await server.query('select type, done_jobs from outbox where done_at is null');
    expect(unfinished).toEqual([{ type: 'kit.thing-happened', done_jobs: [] }]);
  });

  it('delivers once what was committed before the process died and dispatched by the next one', async () => {
    const dying = await boot('off');
    const thingId = newId();
    await publish(dying, new ThingHappened(tenantId, thingId));
    await dying.close();
    expect(await waiting()).toBe(1);
    app = await boot('inline');
    await until(() => runs.length > 0);
    await delay(1_300);
    expect(runs.map((run) => run.thingId)).toEqual([thingId]);
    expect(await waiting()).toBe(0);
  });

  it('delivers once when the process dies between storing the jobs and marking the rows', async () => {
    await server.query(`
      create function kit_die() returns trigger language plpgsql as $$ begin raise exception 'died'; end $$;
      create trigger kit_die before update on outbox for each row execute function kit_die()`);
    app = await boot('inline');
    const thingId = newId();
    try {
      await publish(app, new ThingHappened(tenantId, thingId));
      await until(() => runs.length > 0);
      await delay(1_500);
      expect(await waiting()).toBe(1);
    } finally {
      await server.query('drop function kit_die cascade');
    }
    await until(async () => (await waiting()) === 0);
    await delay(200);
    expect(runs.map((run) => run.thingId)).toEqual([thingId]);
  });

  it('is shared by two processes, each event once, 500 events', async () => {
    app = await boot('inline');
    const other = await boot('inline');
    try {
      const ids = Array.from({ length: 500 }, newId);
      await publish(app, ...ids.map((id) => new ThingHappened(tenantId, id)));
      await until(() => runs.length >= 500, 20_000);
      await delay(300);
      expect(runs.map((run) => run.thingId).sort()).toEqual(ids);
    } finally {
      await other.close();
    }
  }, 40_000);

  it('forgets what was delivered more than thirty days ago, and never what still waits', async () => {
    const put = async (type: string, deliveredDaysAgo: number | null): Promise<void> => {
      await server.query(`insert into outbox (tenant_id, type, payload, occurred_at, dispatched_at, done_at)
        values ($1, $2, '{}', now() - interval '90 days', now() - make_interval(days => $3), now() - make_interval(days => $3))`, [tenantId, type, deliveredDaysAgo]);
    };
    await put('kit.old', 31);
    await put('kit.young', 29);
    await put('kit.waiting', null);
    const before = await boot('off');
    await (await before.get(Queues).get('upkeep')).removeJobScheduler('outbox.tidy');
    await before.close();
    // A schedule that is new runs at once.
    app = await boot('inline');
    const types = () => server.query('select type from outbox order by type');
    await until(async () => (await types()).length < 3);
    expect(await types()).toEqual([{ type: 'kit.waiting' }, { type: 'kit.young' }]);
  });

  it('goes on after the server has cut every connection of the application', async () => {
    const sessions = () => server.query<{ pid: number }>('select pid from pg_stat_activity where datname = $1 and usename = $2', [server.name, server.appRole]);
    // Those of the test before are still saying goodbye.
    await until(async () => (await sessions()).length === 0);
    app = await boot('inline');
    for (const { pid } of await sessions()) await server.terminate(pid);
    await delay(100);
    const thingId = newId();
    await publish(app, new ThingHappened(tenantId, thingId));
    await until(() => runs.length === 1, 15_000);
    expect(runs[0]?.thingId).toBe(thingId);
  }, 30_000);

  it('lets a running job finish when the process is asked to end', async () => {
    let finished = false;
    @Injectable()
    class Slow {
      @Job('kit.slow', RETRY)
      @OnEventAsync(ThingHappened, THINGS)
      async slow(): Promise<void> {
        runs.push({ thingId: 'slow', recordId: '', tenantId, asSystem: true });
        await delay(500);
        finished = true;
      }
    }
    const ending = await boot('inline', [Slow]);
    await publish(ending, new ThingHappened(tenantId, newId()));
    await until(() => runs.length === 1);
    await ending.close();
    expect(finished).toBe(true);
  });
});

describe('a database where nobody may do anything that was not granted', () => {
  it('delivers', async () => {
    await server.query(`revoke all on database ${server.name} from public; grant connect on database ${server.name} to ${server.appRole}`);
    await migrateQueues(server.ownerUrl, server.appRole);
    app = await bootJobs(server, '', [Listener]);
    const thingId = newId();
    await publish(app, new ThingHappened(tenantId, thingId));
    await until(() => runs.length === 1);
    expect(await waiting()).toBe(0);
  });
});
