import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilds } from '../../scripts/lib/build.mjs';
import { ensureDependencies } from '../../scripts/lib/dependencies.mjs';
import { isInstalled } from '../../scripts/lib/services/index.mjs';
import { redis } from '../../scripts/lib/services/redis.mjs';
import { s3 } from '../../scripts/lib/services/s3.mjs';
import { Refusal, step } from '../../scripts/lib/terminal.mjs';
import { quantile } from '../measure/statistics.mjs';
import { City } from './kit/city.mjs';
import { until } from './kit/clock.mjs';
import { staff, underLoad } from './kit/load.mjs';
import { isReady } from './kit/readiness.mjs';
import { wordsOf } from './kit/trouble.mjs';
import { scenarios as between } from './between.mjs';
import { scenarios as deadline } from './deadline.mjs';
import { scenarios as kills } from './kills.mjs';
import { scenarios as outages } from './outages.mjs';

const ALL = [...kills, ...outages, ...between, ...deadline];
const SHORT = ['kill-api', 'kill-worker', 'kill-postgres', 'kill-redis', 'kill-store'];

function wanted(args) {
  const options = { loops: 10, seconds: 30, slack: 1, names: [], short: false, plain: false, list: false };
  for (let n = 0; n < args.length; n += 1) {
    const word = args[n];
    if (['--loops', '--seconds', '--slack'].includes(word)) options[word.slice(2)] = Number(args[n += 1]);
    else if (['--short', '--plain', '--list'].includes(word)) options[word.slice(2)] = true;
    else if (ALL.some(({ name }) => name === word)) options.names.push(word);
    else throw new Refusal(`Không có tình huống “${word}”. Xem: npm run test:faults -- --list.`, `There is no scenario “${word}”. See: npm run test:faults -- --list.`);
  }
  if (!(options.loops >= 1 && options.loops <= 1_000 && options.seconds >= 1 && options.seconds <= 600 && options.slack >= 1 && options.slack <= 20)) {
    throw new Refusal('--loops từ 1 đến 1000, --seconds từ 1 đến 600, --slack từ 1 đến 20.', '--loops is 1 to 1000, --seconds 1 to 600, --slack 1 to 20.');
  }
  // The short form is for machines that do other things as well.
  if (options.short) Object.assign(options, { loops: 1, seconds: 5, slack: Math.max(options.slack, 4) });
  return options;
}

/** Which real servers take part: those that are installed, unless only the default of one machine is wanted. */
const servers = ({ plain }) => ({ redis: !plain && isInstalled(redis), store: !plain && isInstalled(s3), mail: !plain });

function show({ faults, figures, ledger, record }) {
  if (ledger) console.log(`    acknowledged: ${ledger.summary()}`);
  if (record) {
    const outcomes = Object.entries(record.counts).sort((a, b) => b[1] - a[1]).map(([code, count]) => `${code} ${count}`).join(', ');
    console.log(`    ${record.requests} requests: ${outcomes}; p95 ${Math.round(quantile(record.times, 0.95))} ms, longest ${Math.round(Math.max(0, ...record.times))} ms`);
  }
  for (const [name, value] of Object.entries(figures)) console.log(`    ${name}: ${value}`);
  for (const fault of faults.slice(0, 30)) console.log(`    ✖ ${fault}`);
}

/** Lets a scenario happen; whatever it throws is one of its faults. */
async function happen(scenario, { city, people, ...context }) {
  const own = { figures: {}, faults: [] };
  const during = async (load) => Object.assign(own, await scenario.run({ city, people, ...context, ...load }));
  try {
    const under = scenario.isAlone ? await during({}).then(() => ({ faults: [] })) : await underLoad(city, people, during);
    const down = await city.mend();
    return { ...under, figures: own.figures, faults: [...own.faults, ...under.faults, ...down.map((name) => `${name} was down at the end`)] };
  } catch (error) {
    context.life.check();
    return { figures: own.figures, faults: [...own.faults, wordsOf(error)] };
  }
}

async function runOne(scenario, context) {
  console.log(`\n→ ${scenario.name}: ${scenario.sentence}`);
  const start = performance.now();
  const seen = await happen(scenario, context);
  show(seen);
  const isWell = seen.faults.length === 0;
  console.log(`${isWell ? '✔' : '✖'} ${scenario.name} · ${((performance.now() - start) / 1_000).toFixed(0)} s`);
  return isWell;
}

/** Puts the city right for the next scenario, whatever this one left behind; without that no other would tell anything. */
async function isSound(city) {
  try {
    await city.mend();
    await until(() => isReady(city), 'the city is sound again', 120_000);
    return true;
  } catch (error) {
    city.life.check();
    console.log(`✖ The city cannot be put right, nothing more is tried: ${wordsOf(error)}`);
    return false;
  }
}

/** @param {import('../../scripts/lib/lifecycle.mjs').Lifecycle} life */
export async function testFaults(life) {
  const options = wanted(process.argv.slice(2));
  if (options.list) {
    for (const { name, sentence } of ALL) console.log(`${name.padEnd(24)} ${sentence}`);
    return 0;
  }
  await ensureDependencies(life);
  await ensureBuilds(life, { only: ['api', 'worker', 'console'] });
  const folder = mkdtempSync(path.join(tmpdir(), 'khoi-faults-'));
  chmodSync(folder, 0o755);
  let isKept = true;
  life.defer(async () => {
    if (isKept) console.log(`\nLogs: ${folder}`);
    else rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const parts = servers(options);
  const city = await step(`Start a city (${Object.keys(parts).filter((name) => parts[name]).join(', ') || 'PostgreSQL and a folder only'})`, () => City.start(life, folder, parts));
  const people = await staff(city);
  const names = options.names.length > 0 ? options.names : options.short ? SHORT : ALL.map(({ name }) => name);
  const context = { life, city, people, loops: options.loops, seconds: options.seconds, slack: options.slack, say: (text) => { if (options.names.length > 0) console.log(`    ${text}`); } };
  const chosen = ALL.filter(({ name, needs }) => names.includes(name) && (needs === undefined || parts[needs]));
  let [passed, failed] = [0, 0];
  for (const scenario of chosen) {
    life.check();
    if (await runOne(scenario, context)) passed += 1;
    else failed += 1;
    if (!(await isSound(city))) break;
  }
  const untried = chosen.length - passed - failed;
  isKept = passed < chosen.length;
  console.log(`\n${availableParallelism()} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 16)}Z\n${passed} passed, ${failed} failed${untried > 0 ? `, ${untried} not tried` : ''}`);
  return isKept ? 1 : 0;
}
