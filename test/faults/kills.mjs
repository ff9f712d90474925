import { setTimeout as sleep } from 'node:timers/promises';
import { spread, until } from './kit/clock.mjs';
import { filesToCheck, wholeWay } from './kit/service.mjs';

/** Within how many milliseconds service is back after a `kill -9` (trust.md). */
const BACK_WITHIN = { api: 5_000, postgres: 10_000, redis: 5_000, store: 10_000, worker: 30_000 };

/**
 * Kills the part over and over while everybody works, starts it at once as a supervisor does, and measures until service is back.
 * `watch` runs just before each death and answers how to tell that service is back.
 */
async function loop(context, names, watch) {
  const { city, loops, slack, say } = context;
  const [times, faults] = [[], []];
  const limit = BACK_WITHIN[names[0].split('-')[0]] * slack;
  for (let n = 0; n < loops; n += 1) {
    const part = city.parts[names[n % names.length]];
    await sleep(1_000 + Math.random() * 2_000);
    const isBack = await watch(context, part);
    const start = performance.now();
    await part.kill();
    await part.start();
    await until(isBack, `${part.name} comes back`);
    times.push(performance.now() - start);
    say(`${part.name}: back after ${(times.at(-1) / 1_000).toFixed(1)} s`);
  }
  await sleep(1_000);
  const late = times.filter((time) => time > limit);
  if (late.length > 0) faults.push(`${names[0]}: service was back later than ${limit / 1_000} s: ${spread(late)}`);
  return { figures: { 'back in service': spread(times) }, faults };
}

/** Waits for uploads to arrive, so that the worker dies while there is work, and then for the checks of these very files. */
async function checksUnderWay({ city, say }) {
  let waiting = [];
  await until(async () => {
    waiting = await filesToCheck(city);
    return waiting.length > 0;
  }, 'an upload waits for its check');
  say(`${waiting.length} files wait for their check`);
  return async () => {
    const left = new Set(await filesToCheck(city));
    return !waiting.some((id) => left.has(id));
  };
}

/** `kill -9` of every part in a loop under load. */
export const scenarios = [
  { name: 'kill-api', sentence: 'API processes die over and over', run: (context) => loop(context, ['api-1', 'api-2'], (_context, part) => part.isReady) },
  { name: 'kill-worker', sentence: 'Workers die over and over while they work', run: (context) => loop(context, ['worker-1', 'worker-2'], checksUnderWay) },
  { name: 'kill-postgres', sentence: 'PostgreSQL dies over and over', run: (context) => loop(context, ['postgres'], wholeWay) },
  { name: 'kill-redis', needs: 'redis', sentence: 'Redis dies over and over', run: (context) => loop(context, ['redis'], wholeWay) },
  { name: 'kill-store', needs: 'store', sentence: "The store's gateway dies over and over", run: (context) => loop(context, ['store'], wholeWay) },
  {
    name: 'kill-everything', sentence: 'Everything dies at the same moment, as when the power fails',
    run: async (context) => {
      const { city } = context;
      const times = [];
      for (let n = 0; n < Math.min(context.loops, 3); n += 1) {
        await sleep(2_000);
        const start = performance.now();
        await Promise.all(Object.values(city.parts).map((part) => part.kill()));
        await Promise.all(['postgres', 'redis', 'store'].filter((name) => city.parts[name]).map((name) => city.parts[name].start()));
        await Promise.all(Object.values(city.parts).filter(({ name }) => /^(api|worker)/.test(name)).map((part) => part.start()));
        await until(wholeWay(context), 'the city comes back');
        times.push(performance.now() - start);
      }
      return { figures: { 'back in service': spread(times) }, faults: [] };
    },
  },
];
