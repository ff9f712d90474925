import { setTimeout as sleep } from 'node:timers/promises';
import { seconds, until } from './kit/clock.mjs';
import { reportOf } from './kit/readiness.mjs';
import { wholeWay } from './kit/service.mjs';

/** How soon after the end of an outage everything must work again. */
const BACK_WITHIN_MS = 10_000;
/** Readiness asks every few seconds and is patient for some; by then it must have said so. */
const TOLD_WITHIN_MS = 10_000;

/** A submission is some twenty statements; when each takes half a second it takes as many halves, and is not hanging. */
const SLOW_PATIENCE_MS = 16_000;

/**
 * Makes a dependency unusable for a while under load. The API says so, no request hangs, everything works again soon after, and
 * whatever was queued is done.
 */
function outage(part, how, begin, end, { isTold = true } = {}) {
  return async (context) => {
    const { city, seconds: duration, slack, say, record } = context;
    const faults = [];
    if (!isTold) record.patienceMs = SLOW_PATIENCE_MS;
    await sleep(2_000);
    let told = null;
    try {
      await begin(city);
      const start = Date.now();
      while (Date.now() - start < duration * 1_000) {
        if (isTold && told === null && await saysSo(city)) told = Date.now() - start;
        await sleep(250);
      }
    } finally {
      await end(city);
    }
    const back = await until(wholeWay(context), `the city works after ${part} was ${how}`);
    say(`works again after ${seconds(back)}`);
    if (isTold && (told === null || told > TOLD_WITHIN_MS * slack)) faults.push(`readiness did not say within ${TOLD_WITHIN_MS / 1_000} s that ${part} was ${how}`);
    if (back > BACK_WITHIN_MS * slack) faults.push(`${part} was usable again, and the city only after ${seconds(back)}`);
    await sleep(2_000);
    return { figures: { ...(isTold && { 'said so after': told === null ? 'never' : seconds(told) }), 'usable again after': seconds(back) }, faults };
  };
}

/** Whether every API process says that a part is down. */
async function saysSo(city) {
  const reports = await Promise.all(city.urls.map((url) => reportOf(url)));
  return reports.every((report) => report !== null && report.status !== 'ready');
}

const eachLine = (city, part, act) => Promise.all(city.lines(part).map(act));

const PARTS = [
  { part: 'postgres', title: 'PostgreSQL' },
  { part: 'redis', title: 'Redis', needs: 'redis' },
  { part: 'store', title: 'The store', needs: 'store' },
];

const freezing = ({ part, title, needs }) => ({
  name: `freeze-${part}`, needs, sentence: `${title} is frozen (SIGSTOP) and goes on`,
  run: outage(part, 'frozen', (city) => city.parts[part].freeze(), (city) => city.parts[part].thaw()),
});
const slowness = ({ part, title, needs }) => ({
  name: `slow-${part}`, needs, sentence: `${title} answers half a second late`,
  run: outage(part, 'slow', (city) => eachLine(city, part, (line) => line.slow(250)), (city) => eachLine(city, part, (line) => line.clear()), { isTold: false }),
});
const refusal = ({ part, title, needs }) => ({
  name: `refuse-${part}`, needs, sentence: `${title} refuses connections and comes back`,
  run: outage(part, 'refusing', (city) => eachLine(city, part, (line) => line.refuse()), (city) => eachLine(city, part, (line) => line.clear())),
});
const swallowing = ({ part, title, needs }) => ({
  name: `swallow-${part}`, needs, sentence: `The line to ${title} swallows everything and then breaks`,
  run: outage(part, 'swallowed', (city) => eachLine(city, part, (line) => line.swallow()), (city) => eachLine(city, part, (line) => {
    line.cut();
    return line.clear();
  })),
});
/** Connections break again and again, each time for everybody at once. */
const cutting = ({ part, title, needs }) => ({
  name: `cut-${part}`, needs, sentence: `Every connection to ${title} breaks, over and over`,
  run: async (context) => {
    const { city, loops } = context;
    for (let n = 0; n < loops; n += 1) {
      await sleep(500 + Math.random() * 1_000);
      await eachLine(city, part, (line) => (n % 3 === 2 ? line.halfClose() : line.cut({ reset: n % 3 === 0 })));
    }
    const back = await until(wholeWay(context), 'the city works after the breaks');
    return { figures: { 'usable again after': seconds(back) }, faults: [] };
  },
});

export const scenarios = [freezing, slowness, refusal, swallowing, cutting].flatMap((make) => PARTS.map(make));
