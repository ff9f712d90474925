import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../../measure/statistics.mjs';

const STEP_MS = 25;

/**
 * Waits for something to become true.
 * @param {() => Promise<boolean> | boolean} isTrue
 * @returns {Promise<number>} milliseconds it took
 * @throws when it takes longer than `mostMs`
 */
export async function until(isTrue, what, mostMs = 60_000) {
  const start = performance.now();
  while (!(await isTrue())) {
    if (performance.now() - start > mostMs) throw new Error(`${what}: not within ${mostMs / 1_000} s`);
    await sleep(STEP_MS);
  }
  return performance.now() - start;
}

/** What something answers, unless that takes longer than `mostMs`. */
export function within(promise, what, mostMs) {
  const late = sleep(mostMs, undefined, { ref: false }).then(() => { throw new Error(`${what}: not within ${mostMs / 1_000} s`); });
  return Promise.race([promise, late]);
}

/** Until when somebody insists who does not insist for ever: two minutes from now, in milliseconds of the epoch. */
export function aWhile() {
  const end = Date.now() + 120_000;
  return () => end;
}

export const seconds = (milliseconds) => `${(milliseconds / 1_000).toFixed(1)} s`;
/** "median, longest (n)" of some durations. */
export const spread = (times) => (times.length === 0 ? '–' : `median ${seconds(quantile(times, 0.5))}, longest ${seconds(Math.max(...times))} (${times.length})`);
