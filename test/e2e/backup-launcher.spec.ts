import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ending, runNode, type Running, startNode, temporaryDataFolder } from '../setup/launcher.js';

/** A first start on a fresh checkout also builds everything. */
const FIRST_START_MS = 300_000;

describe('the console of a plain checkout', () => {
  let data: ReturnType<typeof temporaryDataFolder>;
  let running: Running | undefined;
  const env = (): NodeJS.ProcessEnv => ({ KHOI_DATA_DIR: data.folder, DEMO: '0' });
  const run = (...args: string[]): Promise<Ending> => runNode(['scripts/console.mjs', ...args], env());

  /** Doors close and open within a second or two. */
  async function until(url: string, status: number): Promise<void> {
    const ask = async (): Promise<number> => (await fetch(url, { headers: { accept: 'text/html' } })).status;
    for (let turn = 0; turn < 50 && (await ask()) !== status; turn += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await ask()).toBe(status);
  }

  beforeAll(() => {
    data = temporaryDataFolder();
  });
  afterAll(async () => {
    running?.process.kill('SIGKILL');
    await running?.ending;
    data.remove();
  });

  it('uses the database of npm start while it runs, and closes its doors', async () => {
    running = startNode(['scripts/start.mjs'], { ...env(), PORT: '0' });
    const url = /Khơi is ready: {2}(http:\/\/localhost:\d+)/.exec(await running.says('Started in: '))![1]!;
    expect(await run('tenant:create', '--code', 'thu', '--name', 'Phường Thử', '--place', 'Thử')).toMatchObject({ code: 0, stderr: '' });
    const created = await run('backup', 'create');
    expect([created.code, created.stdout]).toEqual([0, expect.stringMatching(/The backup \S+ is in .+: \d+ tables, \d+ rows, 0 files of 0 B\.\n$/)]);
    expect((await run('backup', 'restore', '--replace')).stdout).toMatch(/The backup \S+ is restored: /);
    await until(url, 200);
    await run('maintenance', 'on', '--message', 'Nâng cấp');
    await until(url, 503);
    await run('maintenance', 'off');
    await until(url, 200);
    running.process.kill('SIGINT');
    expect(await running.ending).toMatchObject({ code: 0, stderr: '' });
  }, FIRST_START_MS);

  it('starts the database for the command when nothing runs, and leaves nothing running', async () => {
    const listed = await run('backup', 'list');
    expect([listed.code, listed.stdout.trimEnd().split('\n')]).toEqual([0, [
      expect.stringMatching(/^\S+ {2}whole /), expect.stringMatching(/^\S+ {2}whole .+set aside before a restore$/),
    ]]);
    expect(existsSync(path.join(data.folder, 'postgres', 'postmaster.pid'))).toBe(false);
    expect(existsSync(path.join(data.folder, 'instance.json'))).toBe(false);
  }, 120_000);

  it('keeps the backups when the data are deleted', async () => {
    expect(await runNode(['scripts/reset.mjs', '--yes'], env())).toMatchObject({ code: 0 });
    expect([existsSync(path.join(data.folder, 'postgres')), existsSync(path.join(data.folder, 'backups', 'sets'))]).toEqual([false, true]);
  }, 60_000);
});
