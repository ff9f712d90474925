import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { announce, complete, PDF, put } from '../factories/file.js';
import { anActor, type Actor } from '../factories/identity.js';
import { aWard } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { buildProgram, type Running, startNode } from '../setup/launcher.js';
import { describeWith } from '../setup/services.js';
import { startWorker } from '../setup/worker.js';

const files = mkdtempSync(path.join(tmpdir(), 'khoi-worker-'));
const app = useApp({ JOBS: 'off', FILES_DIR: files });

let main: string;
let sender: Actor;
let running: Running[] = [];
beforeAll(async () => {
  main = await buildProgram('worker');
  sender = await anActor(app(), await aWard(app()));
}, 300_000);
afterEach(async () => {
  for (const { process } of running) process.kill('SIGKILL');
  await Promise.all(running.map(({ ending }) => ending));
  running = [];
  await app().sql('truncate bullmq.job, bullmq.scheduler cascade');
});
afterAll(() => rmSync(files, { recursive: true, force: true }));

async function start(redisUrl: string): Promise<Running> {
  const worker = await startWorker(main, { DATABASE_URL: app().databaseUrls.appUrl, FILES_DIR: files, REDIS_URL: redisUrl });
  running.push(worker);
  return worker;
}

/** Uploads so many files, all of which wait for their check. */
async function received(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    const { file, url } = await announce(sender);
    await put(app(), url, PDF);
    await complete(sender, file.id);
  }
}

const count = async (what: string): Promise<number> => Number((await app().sql<{ n: string }>(`select count(*) as n from ${what}`))[0]?.n);
const unchecked = (): Promise<number> => count("file where state = 'RECEIVED'");
const checks = (): Promise<number> => count("outbox where type = 'file.checked'");
async function until(condition: () => Promise<boolean>, limitMs: number): Promise<void> {
  for (const end = Date.now() + limitMs; !(await condition());) {
    if (Date.now() > end) throw new Error('it never came true');
    await delay(25);
  }
}

function deaths(redisUrl: () => string): void {
  it('killed with -9 at work again and again loses no job and repeats no effect, and the next one goes on within 30 seconds', async () => {
    const total = 40;
    const before = await checks();
    await received(total);
    for (const left of [total - 4, total - 12, total - 20]) {
      const worker = await start(redisUrl());
      await until(async () => (await unchecked()) <= left, 30_000);
      worker.process.kill('SIGKILL');
      await worker.ending;
    }
    const begin = performance.now();
    await Promise.all([start(redisUrl()), start(redisUrl())]);
    await until(async () => (await unchecked()) === 0, 45_000);
    expect(performance.now() - begin).toBeLessThan(32_000);
    await until(async () => (await count('outbox where done_at is null')) === 0, 5_000);
    expect((await checks()) - before).toBe(total);
  }, 180_000);

  it('ends within seconds and with code 0 when it is asked to, and leaves the queue to others', async () => {
    const worker = await start(redisUrl());
    await received(3);
    await until(async () => (await unchecked()) === 0, 15_000);
    const begin = performance.now();
    worker.process.kill('SIGTERM');
    expect(await worker.ending).toMatchObject({ code: 0, stderr: '' });
    expect(performance.now() - begin).toBeLessThan(4_000);
    await received(2);
    await delay(300);
    expect(await unchecked()).toBe(2);
    await start(redisUrl());
    await until(async () => (await unchecked()) === 0, 15_000);
  }, 90_000);
}

describe('a worker with queues in PostgreSQL', () => {
  deaths(() => '');
});

describeWith('redis', 'a worker with queues in Redis', (url) => {
  deaths(() => `${url}?prefix=worker-${process.pid}`);
});

describe('a process that does not get to its end', () => {
  it('ends at once at the second signal, and not at the echo of the first', async () => {
    const shutdown = path.join(path.dirname(main), '..', '..', 'api', 'src', 'shutdown.js');
    const code = `
      const { endOnSignals } = await import(${JSON.stringify(shutdown)});
      endOnSignals({ close: () => { console.log('closing'); return new Promise(() => setInterval(() => {}, 1000)); } });
      setInterval(() => {}, 1000);
      console.log('ready');`;
    const child = startNode(['--input-type=module', '-e', code]);
    running.push(child);
    await child.says('ready');
    child.process.kill('SIGTERM');
    await child.says('closing');
    child.process.kill('SIGTERM');
    await delay(1_200);
    expect(child.process.exitCode).toBeNull();
    child.process.kill('SIGTERM');
    expect((await child.ending).code).toBe(143);
  }, 20_000);
});
