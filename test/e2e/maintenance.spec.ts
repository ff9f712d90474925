import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Maintenance } from '@kit/maintenance';
import pg from 'pg';
import { closeDoors, openDoors } from '../../apps/console/src/backup/maintenance.action.js';
import { createBackup } from '../../apps/console/src/backup/create.action.js';
import { restoreBackup } from '../../apps/console/src/backup/restore.action.js';
import { fillSmallWard } from '../factories/backup.js';
import { heard, type Machine, newMachine, serve } from '../setup/backup.js';

let machine: Machine;
let api: Awaited<ReturnType<typeof serve>>;
const NOTICE = { message: 'Nâng cấp <máy chủ> đến 20 giờ.', messageEn: '', minutes: 5 };

beforeAll(async () => {
  machine = await newMachine({ isMigrated: true });
  await fillSmallWard(machine, { people: 5, files: 1 });
  api = await serve(machine);
}, 120_000);

afterAll(async () => {
  await api?.app.close();
  await machine?.remove();
});

afterEach(async () => {
  await heard(() => openDoors(machine.config));
  await until(async () => (await ask('/health/ready')).status === 200);
});

const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(`${api.url}${path}`, init);
const graphql = (): Promise<Response> => ask('/api/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ site { name } }"}' });

async function until(condition: () => Promise<boolean>, limitMs = 5_000): Promise<number> {
  const start = Date.now();
  while (!(await condition())) {
    if (Date.now() - start > limitMs) throw new Error('it never came true');
    await delay(50);
  }
  return Date.now() - start;
}

const closed = async (): Promise<boolean> => (await graphql()).status === 503;

describe('closed doors', () => {
  it('are closed within seconds, and open within seconds', async () => {
    expect((await graphql()).status).toBe(200);
    await heard(() => closeDoors(NOTICE, machine.config));
    expect(await until(closed)).toBeLessThan(3_000);
    await heard(() => openDoors(machine.config));
    expect(await until(async () => !(await closed()))).toBeLessThan(3_000);
  });

  it('tell programs in the shape of every other error, with the time to come again', async () => {
    await heard(() => closeDoors(NOTICE, machine.config));
    await until(closed);
    const answer = await graphql();
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([503, '300', 'no-store']);
    expect(await answer.json()).toEqual({
      errors: [{
        message: 'The platform is closed for maintenance; nothing was changed.',
        extensions: {
          code: 'MAINTENANCE',
          details: { since: expect.stringMatching(/^20.+Z$/), retrySeconds: 300, message: { vi: 'Nâng cấp <máy chủ> đến 20 giờ.', en: '' } },
        },
      }],
    });
    expect((await ask('/api/files/download/x', { headers: { accept: 'text/html' } })).headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('show people a page in both languages at every address, with nothing from elsewhere and no raw text of the operator', async () => {
    await heard(() => closeDoors(NOTICE, machine.config));
    await until(closed);
    for (const path of ['/', '/so-sang-kien?trang=2', '/assets/x.js']) {
      const answer = await ask(path, { headers: { accept: 'text/html,application/xhtml+xml' } });
      const page = await answer.text();
      expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual([503, '300', 'text/html; charset=utf-8']);
      expect(page).toContain('<h1>Hệ thống đang bảo trì</h1>');
      expect(page).toContain('<h2>Closed for maintenance</h2>');
      expect(page).toContain('Nâng cấp &lt;máy chủ&gt; đến 20 giờ.');
      expect(page).not.toMatch(/src=|href=|<script|url\(/);
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    }
  });

  it('leave the process alive and not ready', async () => {
    await heard(() => closeDoors(NOTICE, machine.config));
    await until(closed);
    expect((await ask('/health/live')).status).toBe(200);
    const ready = await ask('/health/ready');
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'unavailable', checks: { maintenance: 'down' } }]);
  });

  it('are closed by the file alone, whatever is in it, and by the row alone', async () => {
    writeFileSync(machine.config.maintenanceFile, '');
    await until(closed);
    rmSync(machine.config.maintenanceFile);
    await until(async () => !(await closed()));
    await heard(() => closeDoors(NOTICE, machine.config));
    rmSync(machine.config.maintenanceFile);
    await delay(1_500);
    expect(await closed()).toBe(true);
  });

  it('stay closed while the database is away, and let nobody in because it is', async () => {
    await heard(() => closeDoors(NOTICE, machine.config));
    await until(closed);
    rmSync(machine.config.maintenanceFile);
    const admin = new pg.Client({ connectionString: process.env['KHOI_TEST_PG_URL'] });
    await admin.connect();
    const database = new URL(machine.ownerUrl).pathname.slice(1);
    await admin.query(`alter database ${database} allow_connections false`);
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database]);
    await delay(2_500);
    expect(await closed()).toBe(true);
    await admin.query(`alter database ${database} allow_connections true`);
    await admin.end();
  });

  it('tell those who work in the background', async () => {
    const told: boolean[] = [];
    const stop = api.app.get(Maintenance, { strict: false }).onChange((isOn) => told.push(isOn));
    await heard(() => closeDoors(NOTICE, machine.config));
    await until(closed);
    await heard(() => openDoors(machine.config));
    await until(async () => !(await closed()));
    stop();
    expect(told).toEqual([true, false]);
  });
});

describe('jobs', () => {
  it('wait until the doors open, and are done then', async () => {
    const worker = await serve(machine, { JOBS: 'inline' });
    const row = (): Promise<{ sent: boolean; done: boolean }> =>
      machine.sql<{ sent: boolean; done: boolean }>('select dispatched_at is not null as sent, done_at is not null as done from outbox').then(([found]) => found!);
    try {
      await heard(() => closeDoors(NOTICE, machine.config));
      await until(async () => worker.app.get(Maintenance, { strict: false }).isOn);
      await delay(1_000);
      await machine.sql(`insert into outbox (tenant_id, type, payload) select id, 'file.upload-received', jsonb_build_object('fileId', gen_random_uuid()) from tenant`);
      await delay(2_500);
      expect(await row()).toEqual({ sent: false, done: false });
      await heard(() => openDoors(machine.config));
      await until(async () => (await row()).done, 10_000);
    } finally {
      await worker.app.close();
    }
  }, 60_000);
});

describe('a restore under a serving process', () => {
  it('closes the doors by itself, and the same process serves the restored rows afterwards', async () => {
    const people = (): Promise<number> => machine.sql<{ n: number }>('select count(*)::int as n from person').then(([row]) => row!.n);
    let name = '';
    await heard(async () => ({ name } = await createBackup({ to: 'folder', rewrite: false }, machine.config)));
    await machine.sql("insert into person (tenant_id, full_name) select id, 'Người Mới' from tenant");
    // Statements that come often are prepared on the connections of the process.
    for (let turn = 0; turn < 20; turn += 1) expect((await graphql()).status).toBe(200);
    const seen = new Set<number>();
    const watching = new AbortController();
    const watch = (async () => {
      while (!watching.signal.aborted) {
        seen.add((await graphql()).status);
        await delay(20);
      }
    })();
    await heard(() => restoreBackup(name, { from: 'folder', replace: true, safetyBackup: false }, machine.config));
    await until(async () => !(await closed()));
    watching.abort();
    await watch;
    expect([...seen].sort()).toEqual([200, 503]);
    expect(await people()).toBe(5);
    for (let turn = 0; turn < 20; turn += 1) {
      const answer = await graphql();
      expect([answer.status, (await answer.json() as { errors?: unknown }).errors]).toEqual([200, undefined]);
    }
  }, 60_000);
});
