import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Running, runNode, startNode, temporaryDataFolder } from '../setup/launcher.js';

let data: ReturnType<typeof temporaryDataFolder>;
let ends: (() => unknown)[];

beforeEach(() => {
  data = temporaryDataFolder();
  ends = [];
});

afterEach(async () => {
  for (const end of ends) await end();
  data.remove();
});

const start = (env: NodeJS.ProcessEnv = {}) => runNode(['scripts/start.mjs'], { KHOI_DATA_DIR: data.folder, PORT: '0', ...env });
const reset = (...args: string[]) => runNode(['scripts/reset.mjs', ...args], { KHOI_DATA_DIR: data.folder });
const put = (file: string, content: string): void => {
  mkdirSync(path.dirname(path.join(data.folder, file)), { recursive: true });
  writeFileSync(path.join(data.folder, file), content);
};
const refusal = (stderr: string, stdout = '') => ({ code: 1, stdout, stderr: `✖ ${stderr}\n` });

async function takePort(): Promise<number> {
  const server: Server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  ends.push(() => new Promise((closed) => server.close(closed)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

/** Holds the data folder as a running instance does, without the slow rest of a start. */
async function holdDataFolder(): Promise<Running> {
  const holder = startNode(['--input-type=module', '--eval', `
    import { runCommand } from './scripts/lib/lifecycle.mjs';
    import { takeInstanceLock } from './scripts/lib/instance-lock.mjs';
    setInterval(() => {}, 1000);
    await runCommand(async (life) => {
      takeInstanceLock(life)('http://localhost:3999');
      console.log('held');
      await life.interrupted;
    });
  `], { KHOI_DATA_DIR: data.folder });
  ends.push(() => holder.process.kill('SIGKILL') && holder.ending);
  await holder.says('held');
  return holder;
}

describe('npm start refuses with one sentence', () => {
  it('a Node that is too old, in Vietnamese unless English is asked for', async () => {
    put('old-node.cjs', "Object.defineProperty(process, 'version', { value: 'v18.20.1' });");
    const args = ['--require', path.join(data.folder, 'old-node.cjs'), 'scripts/start.mjs'];
    expect(await runNode(args)).toEqual(
      refusal('Khơi needs Node 20.19 or newer, and this is v18.20.1. Please install a newer Node from https://nodejs.org and try again.'));
    expect(await runNode(args, { KHOI_LANG: '' })).toEqual(
      refusal('Khơi cần Node 20.19 trở lên, máy này đang dùng v18.20.1. Vui lòng cài Node mới hơn từ https://nodejs.org rồi chạy lại.'));
  });

  it('a port that another program uses, and leaves the data folder free again', async () => {
    const port = await takePort();
    expect(await start({ PORT: String(port) })).toEqual(refusal(
      `Port ${port} is in use by another program. Please close that program, or choose another port: PORT=${port + 1} npm start.`));
    expect(existsSync(path.join(data.folder, 'instance.json'))).toBe(false);
  });

  it.each(['abc', '70000', '-1'])('the port “%s”', async (port) => {
    expect(await start({ PORT: port })).toEqual(refusal(`PORT must be a number from 0 to 65535, not “${port}”.`));
  });

  it('a second instance on the same data, and lets the next one in when the first is gone', async () => {
    const first = await holdDataFolder();
    expect(await start()).toEqual(refusal(
      `Khơi is already running on this data folder (http://localhost:3999), process ${first.process.pid}. Please stop it first.`));
    first.process.kill('SIGKILL');
    await first.ending;
    const port = await takePort();
    expect((await start({ PORT: String(port) })).stderr).toMatch(/^✖ Port \d+ is in use/);
  });

  it('a data folder without PG_VERSION', async () => {
    put('postgres/base/1/file', '');
    expect(await start()).toEqual(refusal(
      `The PostgreSQL data folder cannot be used: its file PG_VERSION is missing. ${advice()}`));
  });

  it('a data folder of another PostgreSQL', async () => {
    put('postgres/PG_VERSION', '17\n');
    expect(await start()).toEqual(refusal(`The PostgreSQL data folder cannot be used: it is of version 17, not 18. ${advice()}`));
  });

  it('a data folder that PostgreSQL cannot start from', async () => {
    const fill = await runNode(['--input-type=module', '--eval', `
      import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
      import { ensureSecrets } from './scripts/lib/secrets.mjs';
      import { kept } from './scripts/lib/paths.mjs';
      import { postgresIdentity } from './scripts/lib/postgres-user.mjs';
      ensureSecrets();
      mkdirSync(kept.postgres, { mode: 0o700 });
      writeFileSync(kept.postgres + '/PG_VERSION', '18\\n');
      const { uid, gid } = postgresIdentity();
      if (uid !== undefined) for (const place of [kept.postgres, kept.postgres + '/PG_VERSION']) chownSync(place, uid, gid);
    `], { KHOI_DATA_DIR: data.folder });
    expect(fill).toEqual({ code: 0, stdout: '', stderr: '' });
    const ending = await start();
    expect(ending.stdout).toMatch(/^→ Start PostgreSQL …\n✖ Start PostgreSQL · \d+\.\d s\n$/);
    expect(ending).toEqual(refusal(`The PostgreSQL data folder cannot be used: the server does not start. ${advice()}`, ending.stdout));
  });

  it('data whose secrets are lost', async () => {
    mkdirSync(path.join(data.folder, 'postgres'));
    const file = path.join(data.folder, 'secrets.json');
    expect(await start()).toEqual(refusal(
      `There is data, but ${file} is lost or damaged, so it cannot be opened. Please restore that file, or run “npm run reset” to begin anew.`));
  });

  const advice = (): string =>
    `Please see ${path.join(data.folder, 'logs', 'postgres.log')}; if the data need not be kept, run “npm run reset” to begin anew.`;
});

describe('a data folder that something else made first, closed to everybody', () => {
  it('lets PostgreSQL’s user pass, and nobody look into it', async () => {
    chmodSync(data.folder, 0o700);
    await holdDataFolder();
    expect((statSync(data.folder).mode & 0o777).toString(8)).toBe('711');
  });
});

describe('npm run reset', () => {
  it('deletes nothing without a yes', async () => {
    put('files/clean/a', 'evidence');
    expect(await reset()).toEqual(refusal('This deletes all data. Please confirm with: npm run reset -- --yes.'));
    expect(existsSync(path.join(data.folder, 'files/clean/a'))).toBe(true);
  });

  it('deletes what an instance made and nothing else', async () => {
    for (const file of ['files/clean/a', 'postgres/PG_VERSION', 'logs/api.log', 'secrets.json', 'state.json', 'notes.txt']) put(file, '{}');
    expect(await reset('--yes')).toEqual({ code: 0, stdout: 'Deleted. “npm start” will begin anew.\n', stderr: '' });
    expect(readdirSync(data.folder)).toEqual(['notes.txt']);
  });

  it('refuses while an instance runs', async () => {
    const first = await holdDataFolder();
    put('secrets.json', '{}');
    expect(await reset('--yes')).toEqual(refusal(
      `Khơi is already running on this data folder (http://localhost:3999), process ${first.process.pid}. Please stop it first.`));
    expect(existsSync(path.join(data.folder, 'secrets.json'))).toBe(true);
  });
});
