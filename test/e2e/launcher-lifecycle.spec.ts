import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Running, runNode, startNode, temporaryDataFolder } from '../setup/launcher.js';

/** A first start on a fresh checkout also builds everything. */
const FIRST_START_MS = 300_000;

describe('npm start', () => {
  let data: ReturnType<typeof temporaryDataFolder>;
  let running: Running | undefined;

  beforeAll(() => {
    data = temporaryDataFolder();
  });

  afterAll(async () => {
    running?.process.kill('SIGKILL');
    await running?.ending;
    await sleep(500);
    data.remove();
  });

  async function start(): Promise<{ launcher: Running; said: string; url: string }> {
    const launcher = startNode(['scripts/start.mjs'], { KHOI_DATA_DIR: data.folder, PORT: '0' });
    running = launcher;
    const said = await launcher.says('Started in: ');
    const url = /Khơi is ready: {2}(http:\/\/localhost:\d+)/.exec(said)?.[1];
    if (url === undefined) throw new Error(`no address in: ${said}`);
    return { launcher, said, url };
  }

  /** One statement in the database of the running instance, as the owner of its tables. */
  async function inDatabase(statement: string): Promise<void> {
    const { stdout } = await runNode(['--input-type=module', '--eval', `
      import { databaseUrls } from './scripts/lib/instance-settings.mjs';
      import { readJson } from './scripts/lib/json-file.mjs';
      import { kept } from './scripts/lib/paths.mjs';
      import { ensureSecrets } from './scripts/lib/secrets.mjs';
      console.log(databaseUrls(readJson(kept.state).postgresPort, ensureSecrets()).ownerUrl);
    `], { KHOI_DATA_DIR: data.folder });
    const client = new pg.Client({ connectionString: stdout.trim() });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  const statusOf = (address: string): Promise<number | null> => fetch(address).then((answer) => answer.status, () => null);

  /** Processes that have the data folder on their command line or in their environment: servers, keepers, helpers. */
  function processesOfInstance(): string[] {
    if (process.platform !== 'linux') return [];
    const of = (pid: string, file: string): string => {
      try {
        return readFileSync(`/proc/${pid}/${file}`, 'utf8');
      } catch {
        return '';
      }
    };
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && (of(name, 'cmdline').includes(data.folder) || of(name, 'environ').includes(data.folder)))
      .map((pid) => of(pid, 'cmdline').replaceAll('\0', ' '));
  }

  it('serves the product with its demo accounts, and leaves no process behind after Ctrl-C', async () => {
    const { launcher, said, url } = await start();
    expect(said).toContain('✔ Fill in the demo ward');
    expect(said).toContain('Demo accounts');
    expect(await statusOf(`${url}/health/ready`)).toBe(200);
    expect(await statusOf(url)).toBe(200);
    expect(processesOfInstance().length).toBeGreaterThan(0);

    launcher.process.kill('SIGINT');
    expect(await launcher.ending).toMatchObject({ code: 0, stderr: '' });
    expect(await statusOf(url)).toBeNull();
    expect(processesOfInstance()).toEqual([]);
  }, FIRST_START_MS);

  it('keeps the data, and ends with one sentence when PostgreSQL dies', async () => {
    const { launcher, said, url } = await start();
    expect(said).not.toContain('Fill in the demo ward');

    process.kill(Number.parseInt(readFileSync(path.join(data.folder, 'postgres', 'postmaster.pid'), 'utf8'), 10), 'SIGKILL');
    expect(await launcher.ending).toMatchObject({
      code: 1,
      stderr: `✖ The PostgreSQL server ended unexpectedly, so Khơi stops; please see ${path.join(data.folder, 'logs', 'postgres.log')}, then run “npm start” again.\n`,
    });
    expect(await statusOf(url)).toBeNull();
    expect(processesOfInstance()).toEqual([]);
  }, 60_000);

  it('starts again on what the crash left, and its servers end even when it is killed outright', async () => {
    const { launcher, url } = await start();
    expect(await statusOf(`${url}/health/ready`)).toBe(200);

    // For the next start: as if the file had been changed since.
    await inDatabase("update schema_migration set sha256 = repeat('0', 64) where name = '0006-initiative.sql'");
    launcher.process.kill('SIGKILL');
    await launcher.ending;
    for (let waited = 0; waited < 15_000 && processesOfInstance().length > 0; waited += 100) await sleep(100);
    expect(processesOfInstance()).toEqual([]);
    expect(await statusOf(url)).toBeNull();
  }, 60_000);

  it('refuses the data of another release with one sentence that says how to begin anew', async () => {
    expect(await runNode(['scripts/start.mjs'], { KHOI_DATA_DIR: data.folder, PORT: '0' })).toMatchObject({
      code: 1,
      stderr: '✖ This data belongs to another release of Khơi (0006-initiative.sql was changed after it ran). Please use the release that made the data; if it need not be kept, run: npm run reset -- --yes.\n',
    });
    expect(processesOfInstance()).toEqual([]);
  }, 60_000);
});
