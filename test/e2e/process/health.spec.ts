import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Config } from '@kit/config';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp } from '../../../apps/api/src/create-app.js';
import { useTestDatabase } from '../../setup/database.js';
import { TreeModule } from '../graphql/tiny-feature.js';

const database = useTestDatabase();
const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function start(env: Readonly<Record<string, string>> = {}): Promise<NestFastifyApplication> {
  const config = Config.fromEnv({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATABASE_URL: database().appUrl, ...env });
  const app = await createApp({ config, features: [TreeModule] });
  opened.push(() => app.close());
  return app;
}

/** A server that says one thing to everybody, or nothing at all; answers its port. */
async function greeter(greeting: string | null): Promise<number> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined).resume();
    if (greeting !== null) socket.write(greeting);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as { port: number }).port;
}

/** An address of the database whose bytes can be held up, as a server that was stopped would. */
async function wayToDatabase(): Promise<{ url: string; freeze: () => void; thaw: () => void }> {
  const target = new URL(database().appUrl);
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [[near, far], [far, near]] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy()).on('close', () => to.destroy()).pipe(to);
      if (frozen) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = new URL(target);
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    freeze: () => { frozen = true; for (const socket of sockets) socket.pause(); },
    thaw: () => { frozen = false; for (const socket of sockets) socket.resume(); },
  };
}

const ready = async (app: NestFastifyApplication) => {
  const answer = await app.inject({ method: 'GET', url: '/health/ready' });
  return [answer.statusCode, answer.json()] as const;
};

describe('/health/ready', () => {
  it('names every part that is configured', async () => {
    const smtp = await greeter('220 thu.example ESMTP\r\n');
    const clamd = await greeter('PONG\0');
    const app = await start({ SMTP_URL: `smtp://khoi:bi-mat@127.0.0.1:${smtp}`, CLAMAV_URL: `tcp://127.0.0.1:${clamd}` });
    expect(await ready(app)).toEqual([200, {
      status: 'ready', checks: { clamav: 'up', clock: 'up', database: 'up', mail: 'up', migrations: 'up', queue: 'up', store: 'up' },
    }]);
  });

  it('stays in service when mail and the scanner are away, and gives no address away', async () => {
    const silent = await greeter(null);
    const app = await start({ SMTP_URL: `smtp://khoi:bi-mat@127.0.0.1:${silent}`, CLAMAV_URL: 'tcp://127.0.0.1:1' });
    expect(await ready(app)).toEqual([200, {
      status: 'degraded', checks: { clamav: 'down', clock: 'up', database: 'up', mail: 'down', migrations: 'up', queue: 'up', store: 'up' },
    }]);
  });

  it('goes out of service when files cannot be written', async () => {
    const app = await start({ FILES_DIR: '/etc/hostname/files' });
    expect(await ready(app)).toMatchObject([503, { status: 'unavailable', checks: { store: 'down', database: 'up' } }]);
  });

  it('goes out of service while migrations are missing', async () => {
    const owner = new pg.Client({ connectionString: database().ownerUrl });
    await owner.connect();
    const { rows: [last] } = await owner.query('DELETE FROM schema_migration WHERE version = (SELECT max(version) FROM schema_migration) RETURNING *');
    const app = await start();
    expect(await ready(app)).toMatchObject([503, { status: 'unavailable', checks: { migrations: 'down', database: 'up' } }]);
    await owner.query('INSERT INTO schema_migration SELECT * FROM jsonb_populate_record(null::schema_migration, $1)', [last]);
    await owner.end();
  });

  it('says so within four seconds when the database no longer answers, while the process lives on, and is back at once', async () => {
    const way = await wayToDatabase();
    const app = await start({ DATABASE_URL: way.url });
    expect((await ready(app))[0]).toBe(200);
    way.freeze();
    await delay(1_050);
    const begin = performance.now();
    expect(await ready(app)).toMatchObject([503, { status: 'unavailable', checks: { database: 'down', store: 'up' } }]);
    expect(performance.now() - begin).toBeLessThan(4_000);
    expect((await app.inject({ method: 'GET', url: '/health/live' })).statusCode).toBe(200);
    way.thaw();
    await delay(1_050);
    expect((await ready(app))[0]).toBe(200);
  }, 30_000);
});
