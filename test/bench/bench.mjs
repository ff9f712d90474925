// npm run bench: how near the product comes to a bare server that runs one hand-written statement, on a throw-away database with
// 100,000 register entries. Takes some minutes; prints ratios of one run, which compare better than figures of two machines.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startApi } from '../../scripts/lib/api-server.mjs';
import { ensureBuilds } from '../../scripts/lib/build.mjs';
import { consoleApp } from '../../scripts/lib/console-app.mjs';
import { ensureDatabase } from '../../scripts/lib/database-roles.mjs';
import { ensureDependencies } from '../../scripts/lib/dependencies.mjs';
import { runCommand } from '../../scripts/lib/lifecycle.mjs';
import { requireNode } from '../../scripts/lib/node-version.mjs';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { keep } from '../../scripts/lib/processes.mjs';
import { newSecrets } from '../../scripts/lib/secrets.mjs';
import { step } from '../../scripts/lib/terminal.mjs';
import { startTestCluster } from '../../scripts/lib/test-cluster.mjs';
import { quantile } from '../measure/statistics.mjs';
import { casesFor } from './cases.mjs';
import { ask, load } from './load.mjs';

const ENTRIES = 100_000;
const DEEP = 50_000;
const ROUNDS = 3;
const TIMES = { warmMs: 1_000, measureMs: 3_000 };
const HERE = path.join(ROOT, 'test', 'bench');

/** Fills the database and answers the entry at row 50,000. */
async function fill(adminUrl) {
  const url = new URL(adminUrl);
  url.pathname = '/khoi';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`SET bench.entries = ${ENTRIES}`);
    for (const file of ['fill-register.sql', 'fill-initiatives.sql']) {
      for (const statement of readFileSync(path.join(HERE, file), 'utf8').split('\n\n')) await client.query(statement);
    }
    const { rows } = await client.query('SELECT id, published_at::text AS at FROM register_entry ORDER BY published_at DESC, id DESC OFFSET $1 LIMIT 1', [DEEP]);
    return rows[0];
  } finally {
    await client.end();
  }
}

async function startServers(life, { ownerUrl, appUrl, secretKey, folder, statements }) {
  const [apiPort, limitPort] = [await freePort(), await freePort()];
  const env = {
    PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'warn', JOBS: 'off', HOST: '127.0.0.1', PORT: String(apiPort), PUBLIC_URL: `http://127.0.0.1:${apiPort}`,
    DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, SECRET_KEY: secretKey, FILES_DIR: path.join(folder, 'files'),
  };
  const api = await startApi(life, env, path.join(folder, 'api.log'));
  const limit = await keep(life, {
    command: process.execPath, args: [path.join(HERE, 'limit-server.mjs')], cwd: ROOT, logFile: path.join(folder, 'limit.log'),
    env: { PATH: process.env.PATH, DATABASE_URL: appUrl, PORT: String(limitPort), CASES: JSON.stringify(statements) },
    stopSignal: 'SIGTERM', forceSignal: 'SIGKILL', patienceMs: 5_000,
  });
  return { api: { pid: api.pid, url: `http://127.0.0.1:${apiPort}/api/graphql` }, limit: { pid: limit.pid, url: `http://127.0.0.1:${limitPort}` } };
}

/** Both must give the same entries: a quick wrong answer is worth nothing. */
async function compare({ name, ofApi, ofLimit }, api, limit) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { data, errors } = JSON.parse(await ask(api));
      if (errors) throw new Error(JSON.stringify(errors));
      const [mine, wanted] = [ofApi(data), ofLimit(JSON.parse(await ask(limit)))];
      if (mine.length === 0 || mine.join() !== wanted.join()) throw new Error(`“${name}”: the answers differ: ${mine} ≠ ${wanted}`);
      return;
    } catch (error) {
      if (attempt === 20 || error.code !== 'ECONNREFUSED') throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The two servers take turns, so that whatever else the machine does meets both. */
async function measure(life, name, api, limit) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    life.check();
    const bare = await load(limit, { ...TIMES, pid: limit.pid });
    const own = await load(api, { ...TIMES, pid: api.pid });
    rounds.push({ ratio: own.perSecond / bare.perSecond, own, bare });
  }
  const of = (pick) => quantile(rounds.map(pick), 0.5);
  return {
    name, ratio: of(({ ratio }) => ratio), perSecond: of(({ own }) => own.perSecond), limit: of(({ bare }) => bare.perSecond), p95Ms: of(({ own }) => own.p95Ms),
    cpuMs: of(({ own }) => own.cpuMs), limitCpuMs: of(({ bare }) => bare.cpuMs),
  };
}

function print(results) {
  console.log(`\n${ENTRIES.toLocaleString('en')} entries, ${availableParallelism()} cores shared by server, PostgreSQL and load, Node ${process.version}; medians of ${ROUNDS} rounds\n`);
  console.log('| question | ratio to the limit | requests/s | limit | p95 ms | server CPU ms | limit |');
  console.log('|---|---|---|---|---|---|---|');
  for (const { name, ratio, perSecond, limit, p95Ms, cpuMs, limitCpuMs } of results) {
    const cpu = [cpuMs, limitCpuMs].map((ms) => (ms === null ? '–' : ms.toFixed(2)));
    console.log(`| ${name} | ${ratio.toFixed(2)} | ${Math.round(perSecond)} | ${Math.round(limit)} | ${p95Ms.toFixed(1)} | ${cpu.join(' | ')} |`);
  }
}

async function main(life) {
  await ensureDependencies(life);
  await ensureBuilds(life, { only: ['api', 'console'] });
  const { adminUrl, folder } = await step('Start PostgreSQL', () => startTestCluster(life));
  const secrets = newSecrets();
  const { ownerUrl, appUrl } = await ensureDatabase(adminUrl, secrets);
  const settings = { PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'warn', DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, SECRET_KEY: secrets.secretKey };
  await consoleApp(life, { ...settings, FILES_DIR: path.join(folder, 'files') }).migrate();
  const deep = await step(`Write ${ENTRIES.toLocaleString('en')} entries`, () => fill(adminUrl));
  const cases = casesFor(deep);
  const servers = await step('Start the API and the bare server', () =>
    startServers(life, { ownerUrl, appUrl, secretKey: secrets.secretKey, folder, statements: cases.map(({ statement }) => statement) }));
  const results = [];
  for (const [number, one] of cases.entries()) {
    const api = { ...servers.api, body: JSON.stringify({ query: one.query }) };
    const limit = { pid: servers.limit.pid, url: `${servers.limit.url}/${number}` };
    await compare(one, api, limit);
    // The compilers of both servers have their say before anything counts.
    if (number === 0) await Promise.all([api, limit].map((server) => load(server, { ...TIMES, pid: server.pid })));
    results.push(await step(`Measure: ${one.name}`, () => measure(life, one.name, api, limit)));
  }
  print(results);
}

requireNode();
await runCommand(main, { interruptedCode: 130 });
