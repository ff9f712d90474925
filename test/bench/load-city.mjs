// npm run load [-- --users 300] [--minutes 10] [--wards 10] [--explain]: people at work in a city of 20,000 initiatives, 200,000 sheets and a
// million audit rows, with the pages' own questions and pauses between them. Everything runs on this machine: PostgreSQL, one API process
// that also does the jobs, and the people in a process of their own.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApi } from '../../scripts/lib/api-server.mjs';
import { ensureBuilds } from '../../scripts/lib/build.mjs';
import { consoleApp } from '../../scripts/lib/console-app.mjs';
import { ensureDatabase } from '../../scripts/lib/database-roles.mjs';
import { ensureDependencies } from '../../scripts/lib/dependencies.mjs';
import { runCommand } from '../../scripts/lib/lifecycle.mjs';
import { requireNode } from '../../scripts/lib/node-version.mjs';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { newSecrets } from '../../scripts/lib/secrets.mjs';
import { step } from '../../scripts/lib/terminal.mjs';
import { startTestCluster } from '../../scripts/lib/test-cluster.mjs';
import { quantile } from '../measure/statistics.mjs';
import { fillCity, signIn } from './city/city.mjs';
import { slowStatements, startWatching } from './city/statements.mjs';

/** Before this nothing counts: compilers and caches have their say, and people arrive over some seconds. */
const WARM_MS = 20_000;
const LIMITS = { readsP95: 400, writesP95: 800, lagP99: 100 };

function wanted(args) {
  const options = { users: 300, minutes: 10, wards: 10, explain: args.includes('--explain') };
  for (const name of ['users', 'minutes', 'wards']) {
    const at = args.indexOf(`--${name}`);
    if (at >= 0) options[name] = Number(args[at + 1]);
    if (!(options[name] > 0) || (name !== 'minutes' && !Number.isInteger(options[name]))) throw new Error(`--${name} is a ${name === 'minutes' ? '' : 'whole '}number above 0`);
  }
  return options;
}

const line = (name, times) => `| ${name} | ${times.length} | ${[0.5, 0.95, 0.99, 1].map((share) => quantile(times, share).toFixed(0)).join(' | ')} |`;

/** Event-loop lag of the API since the last question, in milliseconds: it measures in steps of 20 ms, which are no lag. */
async function lag(port) {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const of = (name) => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN) * 1_000;
  return { p99: of('nodejs_eventloop_lag_p99_seconds'), mean: of('nodejs_eventloop_lag_mean_seconds') };
}

function people(life, order) {
  const child = fork(path.join(ROOT, 'test', 'bench', 'city', 'users.mjs'), { execArgv: ['--max-old-space-size=512'] });
  life.defer(async () => { child.kill(); });
  child.send(order);
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`the people left with ${signal ?? code} and told nothing`)));
  });
}

/** What is not as it has to be. A figure that could not be measured keeps no limit. */
function missesOf({ reads, writes, failures, lagged }) {
  const figures = [
    [`p95 of ${reads.length} reads`, quantile(reads, 0.95), LIMITS.readsP95], [`p95 of ${writes.length} writes`, quantile(writes, 0.95), LIMITS.writesP95],
    ['event-loop lag p99', lagged.p99, LIMITS.lagP99],
  ];
  return [
    ...figures.filter(([, milliseconds, limit]) => !(milliseconds <= limit)).map(([name, milliseconds, limit]) => `${name} is ${milliseconds.toFixed(0)} ms, and at most ${limit} is right`),
    ...Object.keys(failures).filter((what) => !/REVISION_CONFLICT|INITIATIVE_WRONG_STATE/.test(what)),
  ];
}

function show({ options, samples, failures, lagged, slow }) {
  const reads = samples.filter(([, isWrite]) => !isWrite).map(([, , time]) => time);
  const writes = samples.filter(([, isWrite]) => isWrite).map(([, , time]) => time);
  console.log(`\n${options.users} users, ${options.minutes} minutes, ${samples.length} questions (${(samples.length / options.minutes / 60).toFixed(1)}/s); ${availableParallelism()} cores shared by API, PostgreSQL and people; Node ${process.version}, ${new Date().toISOString().slice(0, 16)}Z\n`);
  console.log('| question | times | p50 ms | p95 ms | p99 ms | longest ms |\n|---|---|---|---|---|---|');
  console.log(line('**all reads**', reads));
  console.log(line('**all writes**', writes));
  for (const name of [...new Set(samples.map(([one]) => one))].sort()) console.log(line(name, samples.filter(([one]) => one === name).map(([, , time]) => time)));
  console.log(`\nevent-loop lag of the API: p99 ${lagged.p99.toFixed(0)} ms, mean ${lagged.mean.toFixed(0)} ms`);
  for (const [what, count] of Object.entries(failures)) console.log(`answered otherwise: ${what} × ${count}`);
  if (slow.length > 0) console.log(`\n| statement | calls | mean ms | all s |\n|---|---|---|---|\n${slow.map(({ text, calls, mean, total }) => `| ${text} | ${calls} | ${mean.toFixed(1)} | ${(total / 1_000).toFixed(1)} |`).join('\n')}`);
  const misses = missesOf({ reads, writes, failures, lagged });
  for (const miss of misses) console.log(`✖ ${miss}`);
  return misses.length;
}

async function main(life) {
  const options = wanted(process.argv.slice(2));
  await ensureDependencies(life);
  await ensureBuilds(life, { only: ['api', 'console'] });
  const { adminUrl, folder } = await step('Start PostgreSQL', () => startTestCluster(life, { settings: options.explain ? { shared_preload_libraries: 'pg_stat_statements' } : {} }));
  const secrets = newSecrets();
  const { ownerUrl, appUrl } = await ensureDatabase(adminUrl, secrets);
  const [port, metricsPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'warn', HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url, METRICS_PORT: String(metricsPort),
    DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, SECRET_KEY: secrets.secretKey, FILES_DIR: path.join(folder, 'files'), DATABASE_POOL: '10',
  };
  const app = consoleApp(life, { ...env, JOBS: 'off' });
  await app.migrate();
  await app.demo();
  const productUrl = adminUrl.replace(/postgres$/, 'khoi');
  const counts = await step('Fill the city', () => fillCity(productUrl, options));
  console.log(`    ${Object.entries(counts).map(([name, count]) => `${count.toLocaleString('en')} ${name}`).join(', ')}`);
  const users = await signIn(productUrl, options.users);
  await step('Start the API', () => startApi(life, env, path.join(folder, 'api.log')));
  const begin = Date.now() + WARM_MS;
  const until = begin + options.minutes * 60_000;
  const seen = people(life, { url, users, until });
  const left = seen.then(() => { throw new Error('the people left before their time'); });
  const pause = (milliseconds) => Promise.race([sleep(milliseconds, undefined, { signal: life.signal }), left]);
  await pause(WARM_MS);
  if (options.explain) await startWatching(productUrl);
  await lag(metricsPort);
  await pause(options.minutes * 60_000);
  const lagged = await lag(metricsPort);
  const slow = options.explain ? await slowStatements(productUrl) : [];
  const { samples, failures } = await seen;
  return show({ options, samples: samples.filter(([, , , at]) => at >= begin && at <= until), failures, lagged, slow }) === 0 ? 0 : 1;
}

requireNode();
await runCommand(main, { interruptedCode: 130 });
