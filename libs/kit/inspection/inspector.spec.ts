import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { docx, paragraphs, pdf } from '../../../test/factories/documents.js';
import { denseDocument, memoryEater, scriptPdf } from '../../../test/factories/hostile-files.js';
import { childArguments } from './child-program.js';
import type { InspectionOutcome } from './inspection.js';
import { Inspector } from './inspector.js';
import { INSPECTION_LIMITS, type InspectionLimits } from './limits.js';

const MEGABYTE = 1024 * 1024;
const HONEST = docx(paragraphs('Sáng kiến'));
const GREEDY = memoryEater();

let inspector: Inspector;
beforeAll(() => Logger.overrideLogger(false));

function anInspector(limits: Partial<InspectionLimits> = {}): void {
  inspector = new Inspector({ ...INSPECTION_LIMITS, ...limits });
}
afterEach(() => inspector.onApplicationShutdown());

const look = (bytes: Buffer): Promise<InspectionOutcome> =>
  inspector.withCopy(async () => Readable.from([bytes]), { maxBytes: bytes.length }, (copy) => inspector.inspect(copy));

/** The children of this process that look at files. */
function children(): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).split('\n').map((line) => line.trim().split(/\s+/));
  return rows.filter(([, parent, state, ...args]) => Number(parent) === process.pid && !state?.startsWith('Z') && args.join(' ').includes('inspection'))
    .map(([pid]) => Number(pid));
}

async function untilChildren(count: number): Promise<number[]> {
  for (let turn = 0; turn < 200 && children().length !== count; turn += 1) await sleep(20);
  return children();
}

const leftovers = async (): Promise<string[]> => {
  const own = (await readdir(tmpdir())).filter((name) => name.startsWith(`khoi-inspection-${process.pid}-`));
  return (await Promise.all(own.map((name) => readdir(join(tmpdir(), name))))).flat();
};

describe('the inspector', () => {
  it('looks at a file in another process and gives back what it found', async () => {
    anInspector();
    expect(await look(HONEST)).toMatchObject({ kind: 'INSPECTED', file: { fault: null, text: 'Sáng kiến' } });
    expect(await look(scriptPdf())).toMatchObject({ kind: 'INSPECTED', file: { type: 'application/pdf', fault: 'ACTIVE_CONTENT', text: '' } });
    expect(await leftovers()).toEqual([]);
  });

  it('lets a process look at many files, and at no more than it should', async () => {
    anInspector({ filesPerProcess: 5, atOnce: 1 });
    const seen: number[][] = [];
    for (let round = 0; round < 8; round += 1) {
      await look(HONEST);
      seen.push(children());
    }
    expect(seen.slice(0, 4).every(([pid]) => pid === seen[0]?.[0])).toBe(true);
    expect(seen.at(-1)).not.toEqual(seen[0]);
    expect(children()).toHaveLength(1);
  });

  it('looks at as many files at once as allowed', async () => {
    anInspector({ atOnce: 2 });
    const all = Promise.all(Array.from({ length: 12 }, () => look(HONEST)));
    await sleep(300);
    expect(children().length).toBeLessThanOrEqual(2);
    expect((await all).filter(({ kind }) => kind === 'INSPECTED')).toHaveLength(12);
  });

  it('ends processes that have nothing to do', async () => {
    anInspector({ idleMs: 50 });
    await look(HONEST);
    expect(await untilChildren(0)).toEqual([]);
    expect(await look(HONEST)).toMatchObject({ kind: 'INSPECTED' });
  });

  it('breaks off a copy behind the limit, and removes it', async () => {
    anInspector();
    let sent = 0;
    const endless = Readable.from((function* () {
      for (;;) {
        sent += 1_000;
        yield Buffer.alloc(1_000);
      }
    })());
    expect(await inspector.withCopy(async () => endless, { maxBytes: 5_500 }, async ({ size }) => size)).toBe(5_501);
    expect([sent < 200_000, endless.destroyed, await leftovers()]).toEqual([true, true, []]);
  });

  it('counts and hashes what it does not write down', async () => {
    anInspector();
    const seen = await inspector.withCopy(async () => Readable.from([Buffer.from('sáng '), Buffer.from('kiến')]), { maxBytes: 100, keptBytes: 8 },
      async ({ path, size, sha256 }) => [size, sha256, readFileSync(path, 'utf8')]);
    expect(seen).toEqual([12, '46ee14ee663fe80d2f5d3b78afd4761ce4453b787c50b797d3d0f4f9a5e47806', 'sáng ki']);
  });

  it('removes what a killed process left behind', async () => {
    anInspector();
    const folder = join(tmpdir(), 'khoi-inspection-4194305-x');
    await mkdir(folder);
    await look(HONEST);
    await expect(rm(folder, { recursive: true })).rejects.toThrow('ENOENT');
  });

  it('is not started by files that cannot be had', async () => {
    anInspector();
    await expect(inspector.withCopy(() => Promise.reject(new Error('away')), { maxBytes: 1 }, (copy) => inspector.inspect(copy))).rejects.toThrow('away');
    expect([children(), await leftovers()]).toEqual([[], []]);
  });
});

describe('the process that looks', () => {
  it('knows nothing of our environment', async () => {
    process.env['KHOI_SECRET'] = 'geheim';
    anInspector();
    await look(HONEST);
    delete process.env['KHOI_SECRET'];
    const names = readFileSync(`/proc/${children()[0]}/environ`, 'utf8').split('\0').map((entry) => entry.split('=')[0]).filter(Boolean).sort();
    expect(names).toEqual(['MALLOC_ARENA_MAX', 'NODE_ENV', 'VIPS_BLOCK_UNTRUSTED']);
  });

  it('is the first to go where memory runs out', async () => {
    anInspector();
    await look(HONEST);
    expect(readFileSync(`/proc/${children()[0]}/oom_score_adj`, 'utf8').trim()).toBe('1000');
  });

  it('may read its code and the files to look at, and write, start and evaluate nothing', () => {
    const args = childArguments(INSPECTION_LIMITS, '/tmp/khoi-inspection-test');
    const flags = args.slice(0, args.findIndex((arg) => arg === '--import'));
    const attempts = [
      `require('node:fs').readFileSync('/etc/passwd')`, `require('node:fs').readdirSync('/')`, `require('node:fs').readFileSync('package-lock.json')`,
      `require('node:fs').writeFileSync('/tmp/khoi-inspection-test/x', '')`, `require('node:child_process').execSync('true')`, `new Function('return 1')()`,
      `require('node:fs').readFileSync('node_modules/yauzl/index.js')`,
    ];
    const script = `console.log(JSON.stringify([${attempts.map((one) => `(() => { try { ${one}; return 'done' } catch (error) { return error.code ?? error.name } })()`).join(',')}]))`;
    const output = execFileSync(process.execPath, [...flags, '-e', script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    expect(JSON.parse(output)).toEqual([...Array.from({ length: 5 }, () => 'ERR_ACCESS_DENIED'), 'EvalError', 'done']);
  });
});

describe('a file that does not let itself be looked at', () => {
  it('is given up after its time, in both of its chances', async () => {
    anInspector({ checkMs: 60 });
    expect(await look(denseDocument())).toEqual({ kind: 'GIVEN_UP', why: 'TIME' });
    expect([await untilChildren(0), await leftovers()]).toEqual([[], []]);
  });

  it.each<[string, Partial<InspectionLimits>]>([
    ['heap', { heapMegabytes: 64 }],
    ['process', { residentBytes: 150 * MEGABYTE }],
  ])('is given up when the %s grows too large', async (_name, limits) => {
    anInspector(limits);
    expect(await look(GREEDY)).toEqual({ kind: 'GIVEN_UP', why: 'MEMORY' });
    expect(await untilChildren(0)).toEqual([]);
  });

  it('does not hurt those that come after it', async () => {
    anInspector({ heapMegabytes: 64, atOnce: 1 });
    const [bad, good] = await Promise.all([look(GREEDY), look(HONEST)]);
    expect([bad.kind, good.kind]).toEqual(['GIVEN_UP', 'INSPECTED']);
  });

  it('costs this process no memory', async () => {
    anInspector({ residentBytes: 150 * MEGABYTE });
    await look(HONEST);
    const before = process.memoryUsage.rss();
    for (let round = 0; round < 3; round += 1) await look(GREEDY);
    expect((process.memoryUsage.rss() - before) / MEGABYTE).toBeLessThan(60);
  });
});

describe('a process that is harmed from outside', () => {
  it.each<[string, readonly NodeJS.Signals[]]>([['stands still', []], ['is killed', ['SIGKILL']], ['breaks down', ['SIGSEGV', 'SIGCONT']]])(
    'gets a successor when it %s', async (_name, signals) => {
      anInspector(signals.length === 0 ? { checkMs: 5_000 } : {});
      await look(HONEST);
      const [pid] = children();
      process.kill(pid!, 'SIGSTOP');
      const running = look(HONEST);
      await sleep(200);
      for (const signal of signals) process.kill(pid!, signal);
      expect(await running).toMatchObject({ kind: 'INSPECTED', file: { fault: null } });
      expect(children()).not.toContain(pid);
    });

  it('says nothing about the file when this process is stopped', async () => {
    anInspector();
    const running = look(denseDocument());
    await sleep(300);
    await inspector.onApplicationShutdown();
    await expect(running).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(look(pdf())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect([await untilChildren(0), await leftovers()]).toEqual([[], []]);
  });

  it('loses its words only, when they are all that is missing', async () => {
    anInspector({ textMs: 1 });
    const pages = pdf(Array.from({ length: 200 }, (_, n) => `Trang ${n}`));
    expect(await look(pages)).toMatchObject({ kind: 'INSPECTED', file: { fault: null, text: '' } });
  });
});
