import { Worker } from 'node:worker_threads';

const EVERY_MS = 25;

/**
 * Ends this process when it holds too much memory or its parent is gone. Runs in a thread of its own, so that it also does when
 * the rest of the process is busy for good. Time is measured by the parent, which outlives whatever happens here.
 */
const WATCH = `
  const { writeSync } = require('node:fs');
  const { workerData: { residentBytes, everyMs } } = require('node:worker_threads');
  const parent = process.ppid;
  setInterval(() => {
    const isTooLarge = process.memoryUsage.rss() > residentBytes;
    if (!isTooLarge && process.ppid === parent) return;
    try {
      if (isTooLarge) writeSync(3, '{"say":"OUT_OF_MEMORY"}\\n');
    } finally {
      process.kill(process.pid, 'SIGKILL');
    }
  }, everyMs);
`;

/** @param residentBytes all memory this process may hold */
export function watch(residentBytes: number): void {
  const watchdog = new Worker(WATCH, {
    eval: true, workerData: { residentBytes, everyMs: EVERY_MS }, resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
  });
  watchdog.unref();
}
