import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database } from '@kit/database';
import { Queues } from '@kit/jobs';
import { Metrics, MetricsServer } from '@kit/metrics';
import { anActor, type Actor } from '../../factories/identity.js';
import { aWard } from '../../factories/organisation.js';
import { freePort } from '../../setup/api-process.js';
import { useApp } from '../../setup/app.js';
import { buildProgram } from '../../setup/launcher.js';
import { startWorker } from '../../setup/worker.js';

const CANARY = 'ChimHoàngYến';
const app = useApp({ METRICS_PORT: '0', JOBS: 'inline' });
let url: string;
let actor: Actor;

beforeAll(async () => {
  url = `http://127.0.0.1:${await app().get(MetricsServer).listen()}`;
  actor = await anActor(app(), await aWard(app()), { person: { fullName: `Nguyễn ${CANARY}` } });
});
afterAll(() => app().get(MetricsServer).onApplicationShutdown());

const figures = async (): Promise<string> => (await fetch(`${url}/metrics`)).text();
/** Value of one series, by its whole name. */
const valueOf = (text: string, series: string): number => Number(text.split('\n').find((line) => line.startsWith(`${series} `))?.slice(series.length + 1));

describe('/metrics', () => {
  it('counts and measures operations by the fields of the schema', async () => {
    const before = await figures();
    await actor.client.ask('query GiaoDien { viewer { username } }');
    await actor.client.send('{ viewer { username } site { name } }');
    await actor.client.send('{ không hợp lệ');
    await actor.client.send('mutation { createUnit(input: { name: "x" }) { id } }');
    const after = await figures();
    const grown = (series: string): number => valueOf(after, series) - (valueOf(before, series) || 0);
    expect(grown('khoi_graphql_field_total{field="viewer",outcome="ok"}')).toBe(1);
    expect(grown('khoi_graphql_field_total{field="several",outcome="ok"}')).toBe(1);
    expect(grown('khoi_graphql_field_total{field="none",outcome="refused"}')).toBeGreaterThanOrEqual(1);
    expect(grown('khoi_graphql_operation_seconds_count{kind="query",outcome="ok"}')).toBe(2);
    expect(grown('khoi_http_request_seconds_count{route="/api/graphql",method="POST",status="2xx"}')).toBeGreaterThanOrEqual(2);
    expect(grown('khoi_sql_statement_seconds_count{verb="select"}')).toBeGreaterThan(0);
  });

  it('tells of connections, queues, outbox, parts, memory and the event loop', async () => {
    const text = await figures();
    expect(valueOf(text, 'khoi_db_connections{state="idle"}')).toBeGreaterThanOrEqual(1);
    expect(valueOf(text, 'khoi_db_connections{state="waited_for"}')).toBe(0);
    expect(text).toMatch(/^khoi_queue_jobs\{queue="[a-z-]+",state="waiting"\} \d+$/m);
    expect(text).toMatch(/^khoi_queue_oldest_waiting_seconds\{queue="[a-z-]+"\} \d/m);
    expect(valueOf(text, 'khoi_outbox_waiting')).toBeGreaterThanOrEqual(0);
    for (const part of ['database', 'migrations', 'queue', 'store', 'clock']) expect(valueOf(text, `khoi_part_up{part="${part}"}`)).toBe(1);
    expect(valueOf(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  it('asks queues and outbox once for each answer, though several figures come of them', async () => {
    const counts = jest.spyOn(app().get(Queues), 'counts');
    let outbox = 0;
    const stop = app().get(Database).onStatement((text) => { outbox += Number(text.includes('as oldest')); });
    const asked: [number, number][] = [];
    for (let turn = 1; turn <= 2; turn += 1) {
      await figures();
      asked.push([counts.mock.calls.length, outbox]);
    }
    stop();
    counts.mockRestore();
    expect(asked).toEqual([[1, 1], [2, 2]]);
  });

  it('keeps nothing that people typed: no name, id, token, address or operation of theirs becomes a label', async () => {
    const id = randomUUID();
    await actor.client.send(`query ${'Ten'.repeat(5)}Canary { viewer { username } }`);
    await actor.client.send(`query Canary($id: ID!) { initiative(id: $id) { id title } }`, { id });
    for (const path of [`/api/files/${CANARY}`, `/api/files/download/${id}`, `/ho-so/${id}?ten=${CANARY}`, `/${CANARY}`, `/api/${id}`]) {
      await fetch(new URL(encodeURI(path), app().url), { headers: { 'user-agent': 'Canary ChimHoangYen', cookie: `khoi_session=${id}`, 'x-forwarded-for': '203.0.113.77' } });
    }
    await fetch(app().url, { method: 'PROPFIND' }).catch(() => null);
    const text = await figures();
    expect(text).not.toMatch(/canary|TenTen|ChimHo|203\.0\.113|[0-9a-f]{8}-[0-9a-f]{4}/i);
    for (const secret of [id, actor.personId, actor.accountId, actor.username, actor.client.token as string, CANARY]) expect(text).not.toContain(secret);
  });

  it('has labels from closed lists, and few of them', async () => {
    const metrics = await app().get(Metrics).registry.getMetricsAsJSON();
    const ours = metrics.filter(({ name }) => name.startsWith('khoi_'));
    const labels = new Set(ours.flatMap(({ values }) => values.flatMap(({ labels: found }) => Object.keys(found ?? {}))));
    expect([...labels].sort()).toEqual(['field', 'kind', 'le', 'method', 'outcome', 'part', 'queue', 'route', 'state', 'status', 'verb']);
    expect(ours.map(({ name }) => name).sort()).toEqual([
      'khoi_db_connections', 'khoi_graphql_field_seconds_total', 'khoi_graphql_field_total', 'khoi_graphql_operation_seconds', 'khoi_http_request_seconds',
      'khoi_live_subscriptions', 'khoi_outbox_oldest_seconds', 'khoi_outbox_waiting', 'khoi_part_up', 'khoi_queue_jobs', 'khoi_queue_oldest_waiting_seconds', 'khoi_sql_statement_seconds',
    ]);
    for (const { help } of ours) expect(help).toMatch(/\.$/);
  });

  it('is not to be had on the public port', async () => {
    const answer = await fetch(`${app().url}/metrics`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('khoi_');
  });

  it('answers for the health of the process beside it, and nothing else', async () => {
    expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: 'alive' });
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, ((await ready.json()) as { status: string }).status]).toEqual([200, 'ready']);
    expect((await fetch(`${url}/api/graphql`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
  });
});

describe('a worker, which serves nobody', () => {
  it('answers for its health and its figures on the port of the operators, and lets the port go at the end', async () => {
    const port = await freePort();
    const worker = await startWorker(await buildProgram('worker'), { DATABASE_URL: app().databaseUrls.appUrl, METRICS_PORT: String(port) });
    try {
      expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
      expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toMatch(/^khoi_part_up\{part="queue"\} 1$/m);
    } finally {
      worker.process.kill('SIGTERM');
    }
    expect((await worker.ending).code).toBe(0);
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow('fetch failed');
  }, 300_000);
});
