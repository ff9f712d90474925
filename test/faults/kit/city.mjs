import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findMain } from '../../../scripts/lib/build.mjs';
import { consoleApp } from '../../../scripts/lib/console-app.mjs';
import { ensureDatabase } from '../../../scripts/lib/database-roles.mjs';
import { ROOT } from '../../../scripts/lib/paths.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { startPostgres } from '../../../scripts/lib/postgres.mjs';
import { keep } from '../../../scripts/lib/processes.mjs';
import { newSecrets } from '../../../scripts/lib/secrets.mjs';
import { Part } from './parts.mjs';
import { FaultProxy } from './proxy.mjs';
import { reportOf } from './readiness.mjs';
import { startQueueServer } from './redis.mjs';
import { startStore } from './store.mjs';
import { startMailbox } from './mailbox.mjs';

/** A cluster whose commits survive a crash: that is what is to be shown. */
const POSTGRES = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', max_connections: '200', shared_buffers: '128MB', checkpoint_timeout: '30s' };
const BOOT_WITHIN_MS = 60_000;

/**
 * The product as a city runs it: two API processes and two workers on one PostgreSQL, Redis, store and mail server, each behind a
 * proxy that can be made slow or cut. Everything is real, listens on loopback only, and ends with `life`.
 */
export class City {
  proxies = {};
  parts = {};

  constructor(life, folder) {
    this.life = life;
    this.folder = folder;
    this.secrets = newSecrets();
  }

  log = (name) => path.join(this.folder, `${name}.log`);

  /** @param {{ redis: boolean, store: boolean, mail: boolean }} wanted without Redis queues live in PostgreSQL, without a store files lie in a folder */
  static async start(life, folder, { redis, store, mail }) {
    const city = new City(life, folder);
    await city.#postgres();
    city.env = city.#settings();
    if (redis) await city.#behindProxy('redis', await startQueueServer(life, folder), (port) => ({ REDIS_URL: `redis://127.0.0.1:${port}` }));
    if (store) {
      const started = await startStore(life, folder);
      await city.#behindProxy('store', started, (port) => ({
        S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_ACCESS_KEY: started.accessKey, S3_SECRET_KEY: started.secretKey, S3_BUCKET: 'khoi',
      }));
      await started.makeBucket('khoi');
      city.store = started;
    }
    if (mail) {
      city.mailbox = await startMailbox(life);
      await city.#proxy('mail', city.mailbox.port, (port) => ({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Khơi <khoi@ward.example>' }));
    }
    await city.#fill();
    for (const n of [1, 2]) await city.#api(n);
    for (const n of [1, 2]) await city.#worker(n);
    return city;
  }

  /** Addresses of the API processes. */
  get urls() {
    return Object.keys(this.parts).filter((name) => name.startsWith('api')).map((name) => this.parts[name].url);
  }

  /**
   * Puts everything right that a scenario may have left behind: no trap, every line clear, no part frozen, every part up.
   * @returns {Promise<string[]>} names of the parts that were down
   */
  async mend() {
    for (const proxy of Object.values(this.proxies)) {
      proxy.disarm();
      await proxy.clear();
    }
    const parts = Object.values(this.parts);
    for (const part of parts) part.thaw();
    const down = parts.filter(({ isUp }) => !isUp);
    for (const part of down) await part.start();
    return down.map(({ name }) => name);
  }

  async #postgres() {
    const [folder, port] = [path.join(this.folder, 'postgres'), await freePort()];
    this.parts.postgres = new Part('postgres', () =>
      startPostgres(this.life, { folder, logFile: this.log('postgres'), port, superPassword: this.secrets.postgres, settings: POSTGRES }));
    await this.parts.postgres.start();
    await this.#proxy('postgres', port);
    await this.#proxy('postgresOfWorkers', port);
    const adminUrl = `postgres://postgres:${this.secrets.postgres}@127.0.0.1:${port}/postgres`;
    this.database = await ensureDatabase(adminUrl, this.secrets);
    this.adminUrl = adminUrl.replace(/postgres$/, 'khoi');
  }

  async #proxy(name, targetPort, envOf = () => ({})) {
    const proxy = new FaultProxy(targetPort);
    this.proxies[name] = proxy;
    await proxy.open();
    this.life.defer(() => proxy.close());
    Object.assign(this.env ?? {}, envOf(proxy.port));
  }

  async #behindProxy(name, { part, port }, envOf) {
    this.parts[name] = part;
    await this.#proxy(name, port, envOf);
  }

  /** Every line to a part: API processes and workers reach PostgreSQL by one each. */
  lines(name) {
    return Object.keys(this.proxies).filter((line) => line.startsWith(name)).map((line) => this.proxies[line]);
  }

  #databaseThrough(line) {
    const url = new URL(this.database.appUrl);
    url.port = String(this.proxies[line].port);
    return url.href;
  }

  #settings() {
    const files = path.join(this.folder, 'files');
    mkdirSync(files, { recursive: true });
    return {
      PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'info', DATABASE_URL: this.#databaseThrough('postgres'), SECRET_KEY: this.secrets.secretKey,
      FILES_DIR: files, HOST: '127.0.0.1', MAINTENANCE_FILE: path.join(this.folder, 'maintenance.json'), BACKUP_DIR: path.join(this.folder, 'backups'),
      NODE_OPTIONS: '--max-old-space-size=512',
    };
  }

  async #fill() {
    const app = consoleApp(this.life, { ...this.env, DATABASE_URL: this.database.appUrl, DATABASE_OWNER_URL: this.database.ownerUrl, JOBS: 'off', LOG_LEVEL: 'warn' });
    await app.migrate();
    await app.demo();
  }

  /** Starts a process of the product again and again until it stays, as a supervisor does. */
  async #supervised(name, main, env, isReady) {
    const end = Date.now() + BOOT_WITHIN_MS;
    while (Date.now() < end) {
      this.life.check();
      const run = await keep(this.life, {
        command: process.execPath, args: ['--enable-source-maps', findMain(main)], env: { ...this.env, ...env }, cwd: ROOT, logFile: this.log(name),
        stopSignal: 'SIGTERM', forceSignal: 'SIGKILL', patienceMs: 12_000,
      });
      while (Date.now() < end && !run.hasExited()) {
        if (await isReady()) return run;
        await sleep(50);
      }
    }
    throw new Error(`${name} does not start: ${readFileSync(this.log(name), 'utf8').split('\n').slice(-5).join('\n')}`);
  }

  async #api(n) {
    const [name, port] = [`api-${n}`, await freePort()];
    const url = `http://127.0.0.1:${port}`;
    const isReady = async () => (await reportOf(url, 3_000))?.status === 'ready';
    const part = new Part(name, () => this.#supervised(name, 'api', { PORT: String(port), PUBLIC_URL: url, JOBS: 'off' }, isReady));
    this.parts[name] = Object.assign(part, { url, isReady });
    await part.start();
  }

  async #worker(n) {
    const name = `worker-${n}`;
    const part = new Part(name, () => {
      const before = wordsOf(this.log(name));
      return this.#supervised(name, 'worker', { DATABASE_URL: this.#databaseThrough('postgresOfWorkers') }, async () => wordsOf(this.log(name)) > before);
    });
    this.parts[name] = part;
    await part.start();
  }
}

/** How often a worker has said that it is ready. */
function wordsOf(log) {
  try {
    return readFileSync(log, 'utf8').split('The worker is ready.').length;
  } catch {
    return 1;
  }
}
