import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fillSmallWard } from '../factories/backup.js';
import { type Machine, newMachine, PASSPHRASE, rowHashes } from '../setup/backup.js';
import { runNode } from '../setup/launcher.js';

const ROWS = 200_000;
const FILE_BYTES = 200_000_000;
/** Below it lie Node itself and what the console loads; the table is 60 MB and the file 200 MB. */
const MOST_MEMORY_MB = 350;

let program: string;
let source: Machine;
let target: Machine;

beforeAll(async () => {
  program = await builtConsole();
  source = await newMachine({ isMigrated: true });
  target = await newMachine({ isMigrated: true, backups: source.config.backupDir });
  await fillSmallWard(source, { people: ROWS, files: 1, fileBytes: FILE_BYTES });
  await source.sql("update person set position = repeat('Chuyên viên tiếp nhận ', 8)");
  await fillSmallWard(target, { people: 5, files: 1, code: 'phuong-khac' });
}, 420_000);

afterAll(async () => {
  await source?.remove();
  await target?.remove();
});

/** Builds the console if its sources changed; answers its main file. */
async function builtConsole(): Promise<string> {
  const { stdout, stderr } = await runNode(['--input-type=module', '--eval', `
    import { ensureBuilds, findMain } from './scripts/lib/build.mjs';
    import { Lifecycle } from './scripts/lib/lifecycle.mjs';
    await ensureBuilds(new Lifecycle(), { only: ['console'], quiet: true });
    console.log(findMain('console'));
  `]);
  if (!stdout.includes('main.js')) throw new Error(`the console was not built: ${stdout}${stderr}`);
  return stdout.trim();
}

interface Ended {
  readonly code: number | null;
  readonly said: string;
  /** Most resident memory that was seen, in MB. */
  readonly memory: number;
  readonly seconds: number;
}

/** Runs the built console as an operator does. */
function start(machine: Machine, args: readonly string[], env: NodeJS.ProcessEnv = {}): { process: ChildProcess; ended: Promise<Ended>; says(text: string): Promise<void> } {
  const { PATH, HOME } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, [program, ...args], { cwd: resolve('.'), env: { PATH, HOME, ...machine.env, BACKUP_KEY: PASSPHRASE, ...env } });
  let said = '';
  let memory = 0;
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const watch = setInterval(() => {
    const status = `/proc/${child.pid}/status`;
    if (existsSync(status)) memory = Math.max(memory, Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1_000);
  }, 50);
  const ended = new Promise<Ended>((done) => {
    child.once('close', (code) => {
      clearInterval(watch);
      done({ code, said, memory: Math.round(memory), seconds: Math.round((performance.now() - began) / 100) / 10 });
    });
  });
  return {
    process: child,
    ended,
    says: async (text) => {
      while (!said.includes(text) && child.exitCode === null) await delay(5);
      if (!said.includes(text)) throw new Error(`it ended before it said "${text}": ${said}`);
    },
  };
}

describe('a backup that was killed', () => {
  it('is no backup, and the next one is', async () => {
    const killed = start(source, ['backup', 'create']);
    await killed.says('→ Files');
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect((await start(source, ['backup', 'verify']).ended).said).toMatch(/^There is no whole backup in /);
    const listed = (await start(source, ['backup', 'list']).ended).said;
    expect(listed).toMatch(/^\S+ {2}never finished /);
  }, 120_000);
});

describe('200,000 rows and a file of 200 MB', () => {
  const figures: Record<string, string> = {};

  it('are backed up, verified and restored in flat memory', async () => {
    for (const args of [['backup', 'create'], ['backup', 'verify'], ['backup', 'restore', '--replace', '--no-safety-backup']]) {
      const { code, said, memory, seconds } = await start(args[1] === 'restore' ? target : source, args).ended;
      expect([args[1], code, code === 0 ? '' : said]).toEqual([args[1], 0, '']);
      figures[args[1]!] = `${memory} MB, ${seconds} s`;
      expect([args[1], memory < MOST_MEMORY_MB, figures]).toEqual([args[1], true, figures]);
    }
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    expect(await target.sql('select count(*)::int as people from person')).toEqual([{ people: ROWS }]);
  }, 300_000);
});

describe('a restore that is killed in the middle', () => {
  const RESTORE = ['backup', 'restore', '--replace', '--no-safety-backup'] as const;

  it('leaves what was there, whenever it was, and begins anew', async () => {
    await target.sql("update person set position = 'Trước khi khôi phục' where full_name like '%7'");
    const before = await rowHashes(target);
    for (const step of ['→ Rows', '→ Comparison with the manifest']) {
      const killed = start(target, RESTORE);
      await killed.says(step);
      killed.process.kill('SIGKILL');
      await killed.ended;
      expect([step, await rowHashes(target)]).toEqual([step, before]);
      expect((await start(target, ['maintenance', 'status']).ended).said).toMatch(/^The doors are closed since \S+ \(restore\)\./);
    }
    const again = await start(target, RESTORE).ended;
    expect(again.said).toMatch(/The backup \S+ is restored: 200\d\d\d rows and 1 files/);
    expect((await start(target, ['maintenance', 'status']).ended).said).toBe('The doors are open.\n');
  }, 300_000);

  it('says so when it is asked to stop, and opens the doors itself', async () => {
    const before = await rowHashes(target);
    const asked = start(target, RESTORE);
    await asked.says('→ Rows');
    asked.process.kill('SIGINT');
    const { code, said } = await asked.ended;
    expect([code, said.trimEnd().split('\n').at(-1)]).toEqual([1, 'Nothing was restored: the database is exactly as it was before.']);
    expect(said).toContain('Interrupted.');
    expect(await rowHashes(target)).toEqual(before);
    expect(existsSync(target.config.maintenanceFile)).toBe(false);
    expect(readdirSync(join(target.config.backupDir, 'sets')).length).toBeGreaterThan(0);
  }, 120_000);
});
