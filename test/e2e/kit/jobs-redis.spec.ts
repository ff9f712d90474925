import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { Injectable } from '@nestjs/common';
import { newId } from '@kit/database';
import { OnEventAsync } from '@kit/events';
import { Job, type QueueFinding, queueFindings, Queues } from '@kit/jobs';
import { Redis } from 'ioredis';
import { describeWith } from '../../setup/services.js';
import { bootJobs, publish, RETRY, ThingHappened, THINGS, until } from './jobs-kit.js';
import { useKitDatabase } from './kit-database.js';

const server = useKitDatabase();
const codes = (findings: readonly QueueFinding[]): string[] => findings.map(({ code, level }) => `${level} ${code}`);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A Redis of one test, with these settings. */
async function withRedis(settings: readonly string[], work: (url: string, client: Redis) => Promise<void>, at?: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'khoi-redis-'));
  const port = at ?? (await freePort());
  const child = spawn('redis-server', ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', '', ...settings], { stdio: 'ignore' });
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  try {
    await client.ping();
    await work(`redis://127.0.0.1:${port}`, client);
  } finally {
    client.disconnect();
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

const findingsAt = async (redisUrl: string | null): Promise<string[]> => codes(await queueFindings({ databaseUrl: server.appUrl, redisUrl }));

it('nothing is wrong with queues in a migrated database', async () => {
  expect(await findingsAt(null)).toEqual([]);
});

it('queues in a database without them cannot be used', async () => {
  await server.query('alter schema bullmq rename to elsewhere');
  try {
    expect(await findingsAt(null)).toEqual(['error QUEUE_UNREACHABLE']);
  } finally {
    await server.query('alter schema elsewhere rename to bullmq');
  }
});

describeWith('redis', 'the settings of Redis', (url) => {
  it('are fine in the server of the tests', async () => {
    expect(await findingsAt(`${url}?prefix=${server.name}`)).toEqual([]);
  });

  it('are reported when a crash would lose jobs, or a full memory', async () => {
    await withRedis(['--appendonly', 'no', '--maxmemory-policy', 'allkeys-lru'], async (address, client) => {
      expect(await findingsAt(address)).toEqual(['warning QUEUE_NOT_DURABLE', 'warning QUEUE_MAY_EVICT']);
      await client.config('SET', 'appendonly', 'yes');
      expect(await findingsAt(address)).toEqual(['warning QUEUE_MAY_EVICT']);
    });
  });

  it('are read from INFO where CONFIG is closed, and else said not to be known', async () => {
    await withRedis(['--appendonly', 'no', '--maxmemory-policy', 'noeviction'], async (address, client) => {
      const as = (user: string): string => address.replace('redis://', `redis://${user}:mat-khau@`);
      await client.acl('SETUSER', 'jobs', 'on', '>mat-khau', '~*', '&*', '+@all', '-config');
      await client.acl('SETUSER', 'blind', 'on', '>mat-khau', '~*', '&*', '+@all', '-config', '-info');
      expect(await findingsAt(as('jobs'))).toEqual(['warning QUEUE_NOT_DURABLE']);
      expect(await findingsAt(as('blind'))).toEqual(['unknown QUEUE_NOT_CHECKED']);
    });
  });

  it('cannot be asked for when nobody answers, and that is said within seconds', async () => {
    const begin = performance.now();
    expect(await findingsAt(`redis://127.0.0.1:${await freePort()}`)).toEqual(['error QUEUE_UNREACHABLE']);
    expect(performance.now() - begin).toBeLessThan(7_000);
  }, 15_000);
});

describeWith('redis', 'a process whose Redis is away', () => {
  const handled: string[] = [];
  @Injectable()
  class Follower {
    @Job('kit.follow', RETRY)
    @OnEventAsync(ThingHappened, THINGS)
    follow(event: ThingHappened): void {
      handled.push(event.thingId);
    }
  }

  it('starts, takes events, says that the queues are away, and works them off as soon as Redis comes', async () => {
    const port = await freePort();
    const app = await bootJobs(server, `redis://127.0.0.1:${port}`, [Follower]);
    let isClosed = false;
    try {
      const ids = [newId(), newId()];
      await publish(app, ...ids.map((id) => new ThingHappened(newId(), id)));
      await expect(app.get(Queues).ping()).rejects.toThrow('Command timed out');
      await withRedis(['--appendonly', 'yes'], async () => {
        await until(() => handled.length >= 2, 20_000);
        expect([...handled].sort()).toEqual(ids);
        await until(async () => (await server.query('select 1 from outbox where done_at is null')).length === 0);
        await app.close();
        isClosed = true;
      }, port);
    } finally {
      if (!isClosed) await app.close();
    }
  }, 60_000);

  it('ends within the time that it is given, though nobody answers', async () => {
    const app = await bootJobs(server, `redis://127.0.0.1:${await freePort()}`, [Follower]);
    await publish(app, new ThingHappened(newId(), newId()));
    const begin = performance.now();
    await app.close();
    expect(performance.now() - begin).toBeLessThan(12_000);
  }, 30_000);
});
