import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announce, complete, PDF } from '../../factories/file.js';
import { anAccount, anActor, PASSWORD } from '../../factories/identity.js';
import { aWard, type Ward } from '../../factories/organisation.js';
import { type ApiProcess, startApiProcess } from '../../setup/api-process.js';
import { useApp } from '../../setup/app.js';
import { GraphqlClient } from '../../setup/graphql.js';
import { buildProgram } from '../../setup/launcher.js';

const files = mkdtempSync(path.join(tmpdir(), 'khoi-several-'));
const shared = { SECRET_KEY: randomBytes(32).toString('base64'), FILES_DIR: files };
// The first process is the one of the tests; the others run beside it as they would on a server.
const first = useApp({ ...shared, JOBS: 'off' });
let second: ApiProcess;
let main: string;
let ward: Ward;

const env = (): Record<string, string> => ({ ...shared, DATABASE_URL: first().databaseUrls.appUrl, JOBS: 'off', SHUTDOWN_GRACE: '1' });

beforeAll(async () => {
  main = await buildProgram('api');
  second = await startApiProcess(main, env());
  ward = await aWard(first());
}, 300_000);
afterAll(async () => {
  second.process.kill('SIGKILL');
  await second.ending;
  rmSync(files, { recursive: true, force: true });
});

const WHO = '{ viewer { username } }';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt } }';

/** Somebody signed in at the first process, as two of the processes see them. */
async function inBoth(): Promise<{ here: GraphqlClient; there: GraphqlClient; username: string }> {
  const { username } = await anAccount(first(), ward);
  const here = first().client();
  await here.ask(SIGN_IN, { input: { username, password: PASSWORD } });
  const there = new GraphqlClient(second.url);
  for (const [name, value] of here.cookies) there.cookies.set(name, value);
  return { here, there, username };
}

describe('two API processes on one database', () => {
  it('know the same sessions', async () => {
    const { there, username } = await inBoth();
    expect(await there.ask(WHO)).toEqual({ viewer: { username } });
  });

  it('end a session in both at once', async () => {
    const { here, there, username } = await inBoth();
    expect(await there.ask(WHO)).toEqual({ viewer: { username } });
    await here.ask('mutation { signOutEverywhere }');
    expect(await there.ask(WHO)).toEqual({ viewer: null });
  });

  it('count guesses of a password together: ten in all, wherever they arrive', async () => {
    const { username } = await anAccount(first(), ward);
    const clients = [first().client(), new GraphqlClient(second.url)];
    const answers = await Promise.all(Array.from({ length: 24 }, (_, turn) => (clients[turn % 2] as GraphqlClient)
      .refusal(SIGN_IN, { input: { username, password: 'không phải mật khẩu' } })));
    const codes = answers.map(({ code }) => code);
    expect(codes.filter((code) => code === 'RETRY_LATER')).toHaveLength(14);
    for (const client of clients) expect((await client.refusal(SIGN_IN, { input: { username, password: PASSWORD } })).code).toBe('RETRY_LATER');
  });

  it('take at one what was announced at the other: addresses of files are signed with one key', async () => {
    const sender = await anActor(first(), ward);
    const { file, url } = await announce(sender);
    const address = new URL(url as string, first().url);
    const put = await fetch(new URL(address.pathname + address.search, second.url), { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(PDF) });
    expect(put.ok).toBe(true);
    const there = new GraphqlClient(second.url);
    there.token = sender.client.token;
    expect(await complete({ ...sender, client: there }, file.id)).toMatchObject({ state: 'RECEIVED' });
  });
});

/** What a proxy does: asks for readiness, spreads requests, keeps connections, and tries the next process when one refuses a new connection. */
class Proxy {
  readonly #agents = new Map<string, Agent>();
  #ready: readonly string[] = [];
  #turn = 0;
  #stopped = false;
  readonly served = new Map<string, number>();

  constructor(private readonly urls: readonly string[]) {}

  async watch(): Promise<void> {
    while (!this.#stopped) {
      const states = await Promise.all(this.urls.map((url) => fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then((answer) => answer.ok, () => false)));
      this.#ready = this.urls.filter((_, index) => states[index] === true);
      await delay(100);
    }
  }

  stop(): void {
    this.#stopped = true;
    for (const agent of this.#agents.values()) agent.destroy();
  }

  /** The status of an answer. @throws when the request was lost on the way */
  async send(token: string, body: string): Promise<number> {
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const url = this.#ready[(this.#turn += 1) % Math.max(1, this.#ready.length)];
      if (url === undefined) {
        await delay(50);
        continue;
      }
      try {
        const status = await this.#request(url, token, body);
        this.served.set(url, (this.served.get(url) ?? 0) + 1);
        return status;
      } catch (error) {
        // Only a refused connection is tried elsewhere: of anything else nobody knows whether it was carried out.
        if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error;
      }
    }
    throw new Error('no process took the request');
  }

  #request(url: string, token: string, body: string): Promise<number> {
    const agent = this.#agents.get(url) ?? new Agent({ keepAlive: true });
    this.#agents.set(url, agent);
    return new Promise((resolve, reject) => {
      const sent = request(`${url}/api/graphql`, { method: 'POST', agent, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => { text += part; }).on('error', reject)
          .on('end', () => resolve(text.includes('"username"') ? (answer.statusCode ?? 0) : 500));
      });
      sent.on('error', reject).end(body);
    });
  }
}

describe('a rolling restart under load', () => {
  it('loses no request', async () => {
    const { client } = await anActor(first(), ward);
    const token = client.token as string;
    const pair = [second, await startApiProcess(main, env())];
    const proxy = new Proxy(pair.map(({ url }) => url));
    const watching = proxy.watch();
    const lost: string[] = [];
    const statuses = new Map<number, number>();
    const over = new AbortController();
    const load = Array.from({ length: 8 }, async () => {
      while (!over.signal.aborted) {
        await proxy.send(token, JSON.stringify({ query: WHO })).then(
          (status) => statuses.set(status, (statuses.get(status) ?? 0) + 1),
          (error: unknown) => lost.push(String(error)),
        );
        await delay(5);
      }
    });
    const endings: (number | null)[] = [];
    try {
      await delay(500);
      for (const [index, old] of pair.entries()) {
        old.process.kill('SIGTERM');
        endings.push((await old.ending).code);
        pair[index] = await startApiProcess(main, env(), Number(new URL(old.url).port));
        await delay(500);
      }
    } finally {
      over.abort();
      await Promise.all(load);
      proxy.stop();
      await watching;
      second = pair[0] as ApiProcess;
      pair[1]?.process.kill('SIGKILL');
      await pair[1]?.ending;
    }
    expect({ lost, statuses: [...statuses.keys()], endings }).toEqual({ lost: [], statuses: [200], endings: [0, 0] });
    expect([...proxy.served.values()].filter((count) => count > 20)).toHaveLength(2);
  }, 120_000);

  it('says first that the process stops, and answers what it has until then', async () => {
    const leaving = await startApiProcess(main, env());
    leaving.process.kill('SIGTERM');
    await delay(150);
    const ready = await fetch(`${leaving.url}/health/ready`);
    expect([ready.status, ((await ready.json()) as { status: string }).status, ready.headers.get('connection')]).toEqual([503, 'stopping', 'close']);
    const answer = await new GraphqlClient(leaving.url).send('{ viewer { username } }');
    expect([answer.status, answer.headers.get('connection'), answer.data]).toEqual([200, 'close', { viewer: null }]);
    expect((await leaving.ending).code).toBe(0);
  }, 60_000);
});
