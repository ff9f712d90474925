import { setTimeout as sleep } from 'node:timers/promises';
import { isReady, spread, until } from './kit/clock.mjs';
import { asOwner } from './kit/people.mjs';

/** Within how many milliseconds service is back after a `kill -9` (trust.md). */
const BACK_WITHIN = { api: 5_000, postgres: 10_000, redis: 5_000, store: 10_000, worker: 30_000 };

/** Kills the part over and over while everybody works, starts it at once as a supervisor does, and measures until service is back. */
async function loop({ city, loops, slack, say }, names, isBack) {
  const [times, faults] = [[], []];
  const limit = BACK_WITHIN[names[0].split('-')[0]] * slack;
  for (let n = 0; n < loops; n += 1) {
    const part = city.parts[names[n % names.length]];
    await sleep(1_000 + Math.random() * 2_000);
    const start = performance.now();
    await part.kill();
    const back = await isBack(part);
    await part.start();
    await until(back, `${part.name} comes back`);
    times.push(performance.now() - start);
    say(`${part.name}: back after ${(times.at(-1) / 1_000).toFixed(1)} s`);
  }
  await sleep(1_000);
  const late = times.filter((time) => time > limit);
  if (late.length > 0) faults.push(`${names[0]}: service was back later than ${limit / 1_000} s: ${spread(late)}`);
  return { figures: { 'back in service': spread(times) }, faults };
}

/** Whether the jobs that waited at the moment of the death are done, and what was being checked is checked. */
async function jobsOfNow(city) {
  const waiting = await asOwner(city, async (client) => (await client.query(`SELECT id FROM file WHERE state = 'RECEIVED'`)).rows.map(({ id }) => id));
  return () => asOwner(city, async (client) => (await client.query(`SELECT count(*)::int AS n FROM file WHERE id = ANY ($1::uuid[]) AND state = 'RECEIVED'`, [waiting])).rows[0].n === 0);
}

/** `kill -9` of every part in a loop under load. */
export const scenarios = [
  { name: 'kill-api', sentence: 'API processes die over and over', run: (context) => loop(context, ['api-1', 'api-2'], (part) => part.isReady) },
  { name: 'kill-worker', sentence: 'Workers die over and over while they work', run: (context) => loop(context, ['worker-1', 'worker-2'], () => jobsOfNow(context.city)) },
  { name: 'kill-postgres', sentence: 'PostgreSQL dies over and over', run: (context) => loop(context, ['postgres'], () => () => isReady(context.city)) },
  { name: 'kill-redis', needs: 'redis', sentence: 'Redis dies over and over', run: (context) => loop(context, ['redis'], () => () => isReady(context.city)) },
  { name: 'kill-store', needs: 'store', sentence: "The store's gateway dies over and over", run: (context) => loop(context, ['store'], () => () => isReady(context.city)) },
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
        await until(() => isReady(city), 'the city comes back');
        times.push(performance.now() - start);
      }
      return { figures: { 'back in service': spread(times) }, faults: [] };
    },
  },
];
