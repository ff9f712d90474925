import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilds, npmScript } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { readJson } from './json-file.mjs';
import { t } from './language.mjs';
import { missingOptional, readLockfile } from './lockfile.mjs';
import { runNode } from './processes.mjs';
import { missingService, startServices } from './services/index.mjs';
import { Tally } from './tally.mjs';
import { elapsed, Refusal, step } from './terminal.mjs';
import { startTestCluster } from './test-cluster.mjs';

const PARTS = ['static', 'unit', 'e2e', 'browser', 'faults'];
const REPORTER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'jest-reporter.mjs');
/** A busy machine may pause a worker for seconds; what hangs still ends. */
const TEST_TIMEOUT_MS = 30_000;
/** Tests make much that lives for a request only; a roomy nursery spares a tenth of their time. MiB for each of its halves. */
const NURSERY_MIB = 64;
/** Most tests wait for a server half of their time. */
const SPARE_WORKERS = 1;
const bin = (...parts) => path.join('node_modules', ...parts);

/** Reads `[part] [path …]` from the command line. */
function wanted(args) {
  const [first, ...paths] = args;
  if (first === undefined) return { parts: PARTS, paths };
  if (PARTS.includes(first)) return { parts: [first], paths };
  throw new Refusal(
    `Không có phần kiểm thử “${first}”. Các phần: ${PARTS.join(', ')}; ví dụ: npm test -- e2e test/e2e/setup.spec.ts.`,
    `There is no part “${first}”. Parts: ${PARTS.join(', ')}; for example: npm test -- e2e test/e2e/setup.spec.ts.`,
  );
}

/** The lockfile must install on machines unlike the one it was written on. */
async function lockfileCheck() {
  const missing = missingOptional(readLockfile()).map(({ name }) => name);
  return { code: missing.length, output: `${missing.join(', ')}\nnode scripts/complete-lockfile.mjs` };
}

/** A check that is a program of Node: it passes when the program ends well. */
const program = (label, ...args) => ({ label, run: (life) => runNode(life, args) });

/** The build of a part of the product. */
const build = (label, name) => ({
  label,
  run: async (life) => {
    await ensureBuilds(life, { only: [name], quiet: true });
    return { code: 0, output: '' };
  },
});

/** Checks that read the sources only. Checks of one lane run one after the other: both of the web app write its generated files. */
const staticChecks = () => ({
  server: [
    program(t('Kiểm tra kiểu', 'Type check'), bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json', '--noEmit'),
    program(t('Quy tắc mã nguồn (oxlint)', 'Lint (oxlint)'), bin('oxlint', 'bin', 'oxlint')),
  ],
  web: [
    { label: t('package-lock.json đầy đủ cho mọi hệ máy', 'package-lock.json is complete for every machine'), run: lockfileCheck },
    program(t('Kiểm tra kiểu của ứng dụng web', 'Type check of the web app'), npmScript(), 'run', 'typecheck', '--workspace', 'apps/web'),
    program(t('Quy tắc kiến trúc', 'Architecture rules'), path.join('test', 'architecture', 'cruise.mjs')),
  ],
});

const builds = () => ({
  server: [build(t('Biên dịch máy chủ API', 'Build of the API server'), 'api'), build(t('Biên dịch bộ lệnh quản trị', 'Build of the console'), 'console'),
    build(t('Biên dịch tiến trình nền', 'Build of the worker'), 'worker')],
  web: [build(t('Biên dịch ứng dụng web', 'Build of the web app'), 'web')],
});

/** Works through the checks in two lanes at a time. */
async function checks(life, tally, groups) {
  const lane = async (name) => {
    for (const { label, run } of groups.flatMap((group) => group[name])) await tally.check(label, () => run(life));
  };
  await Promise.all([lane('server'), lane('web')]);
}

async function jest(life, tally, { label, projects, paths, env, workers }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'khoi-jest-'));
  const outputFile = path.join(folder, 'result.json');
  const start = performance.now();
  try {
    console.log(`→ ${label} …`);
    const { code, output } = await runNode(life, [
      `--max-semi-space-size=${NURSERY_MIB}`, bin('jest', 'bin', 'jest.js'), '--selectProjects', ...projects, `--reporters=${REPORTER}`, '--json', `--outputFile=${outputFile}`,
      `--maxWorkers=${workers}`, `--testTimeout=${TEST_TIMEOUT_MS}`, ...(paths.length > 0 ? ['--testPathPatterns', ...paths] : []),
    ], {
      env: { ...process.env, ...env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning` },
      onLine: (line) => { if (!line.startsWith('Test results written to')) console.log(line); },
    });
    tally.addJest(label, start, { code, output, result: readJson(outputFile) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the browser tests, or says why not; `KHOI_REQUIRE_BROWSER=1` makes a missing browser a failure. */
async function browserTests(life, tally, { paths, env }) {
  const label = t('Kiểm thử trên trình duyệt', 'Browser tests');
  const chromium = findChromium();
  if (chromium) {
    await jest(life, tally, { label, projects: ['browser'], paths, env: { ...env, CHROMIUM_PATH: chromium }, workers: availableParallelism() });
    return;
  }
  const why = t(
    'skipped: no Chromium – máy này chưa có Chromium. Vui lòng cài gói Debian “chromium” (sudo apt-get install chromium) hoặc đặt CHROMIUM_PATH.',
    'skipped: no Chromium on this machine. Please install the Debian package “chromium” (sudo apt-get install chromium) or set CHROMIUM_PATH.',
  );
  if (process.env.KHOI_REQUIRE_BROWSER === '1') await tally.check(label, async () => ({ code: 1, output: why }));
  else console.log(`○ ${label} · ${why}`);
}

/** Starts the servers some tests speak with; `KHOI_REQUIRE_SERVICES=1` makes a missing one a failure. */
async function realServices(life, tally) {
  const { env, missing } = await startServices(life);
  for (const service of missing) {
    if (process.env.KHOI_REQUIRE_SERVICES === '1') await tally.check(service.name, async () => ({ code: 1, output: missingService(service) }));
    else console.log(`○ ${service.name} · ${missingService(service)}`);
  }
  return env;
}

async function runParts(life, tally, { parts, paths }) {
  const runs = (part) => parts.includes(part);
  await ensureDependencies(life);
  await checks(life, tally, [...(runs('static') ? [staticChecks()] : []), ...(runs('e2e') || runs('browser') ? [builds()] : [])]);

  const env = {};
  if (runs('e2e') || runs('browser')) {
    const cluster = await step(t('Khởi động PostgreSQL để kiểm thử', 'Start a PostgreSQL for the tests'), () => startTestCluster(life), { announce: false });
    Object.assign(env, { KHOI_TEST_PG_URL: cluster.adminUrl, KHOI_TEST_FOLDER: cluster.folder });
    Object.assign(env, await realServices(life, tally));
  }
  const projects = ['unit', 'e2e'].filter(runs);
  if (projects.length > 0) {
    const label = runs('unit') && runs('e2e') ? t('Kiểm thử đơn vị và đầu cuối', 'Unit and end-to-end tests')
      : runs('unit') ? t('Kiểm thử đơn vị', 'Unit tests') : t('Kiểm thử đầu cuối', 'End-to-end tests');
    await jest(life, tally, { label, projects, paths, env, workers: availableParallelism() + SPARE_WORKERS });
  }
  if (runs('browser')) await browserTests(life, tally, { paths, env });
  if (runs('faults')) {
    await tally.check(t('Một lần tắt đột ngột mỗi phần của hệ thống khi đang tải', 'One kill of each part of a city under load'),
      () => runNode(life, [path.join('scripts', 'faults.mjs'), '--short'], { onLine: (line) => { if (/^[→✔✖]|^ {4}✖/.test(line)) console.log(`  ${line}`); } }));
  }
}

/**
 * Runs the tests, all or a part, and closes with the line `N passed, N failed`.
 * @param {import('./lifecycle.mjs').Lifecycle} life
 */
export async function test(life) {
  const start = performance.now();
  const tally = new Tally();
  try {
    await runParts(life, tally, wanted(process.argv.slice(2)));
  } catch (error) {
    tally.failed += 1;
    throw error;
  } finally {
    life.defer(async () => {
      console.log(`\n${t('Tổng thời gian', 'Total time')}: ${elapsed(start)}`);
      console.log(`${tally.passed} passed, ${tally.failed} failed`);
    });
  }
  return tally.failed === 0 ? 0 : 1;
}
