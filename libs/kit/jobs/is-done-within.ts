import { setTimeout as delay } from 'node:timers/promises';

/** Waits for some work, but not longer than so; a failure counts as done. */
export async function isDoneWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const patience = new AbortController();
  const settled = work.then(() => true, () => true);
  const late = delay(milliseconds, false, { signal: patience.signal }).catch(() => false);
  const isDone = await Promise.race([settled, late]);
  patience.abort();
  return isDone;
}
