import { setTimeout as sleep } from 'node:timers/promises';

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

/** Whether every API process says it is ready. */
export const isReady = async (city) => (await Promise.all(Object.values(city.parts).filter(({ url }) => url).map((api) => api.isReady()))).every(Boolean);

export const seconds = (milliseconds) => `${(milliseconds / 1_000).toFixed(1)} s`;
const sorted = (values) => [...values].sort((a, b) => a - b);
export const quantile = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
/** "median, longest (n)" of some durations. */
export const spread = (times) => (times.length === 0 ? '–' : `median ${seconds(quantile(times, 0.5))}, longest ${seconds(Math.max(...times))} (${times.length})`);
