import { constants } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** Ctrl-C reaches a process twice, from the terminal and from the launcher; a person needs longer for a second word. */
const ONE_WORD_MS = 1_000;

/**
 * Ends the process in order at the first SIGINT or SIGTERM: no new work, what runs is finished or handed back. A second
 * signal, a second or more later, ends it at once; nothing is lost by that, but jobs wait until their locks run out.
 * @param before what has to be over before the parts of the process are closed
 */
export function endOnSignals(app: INestApplicationContext, before?: () => Promise<void>): void {
  let asked: number | undefined;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const now = performance.now();
      if (asked === undefined) {
        asked = now;
        void end(app, before);
      } else if (now - asked > ONE_WORD_MS) {
        process.exit(128 + constants.signals[signal]);
      }
    });
  }
}

async function end(app: INestApplicationContext, before?: () => Promise<void>): Promise<never> {
  try {
    await before?.();
    await app.close();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`The process could not end in order: ${String((error as Error)?.stack ?? error)}\n`);
    process.exit(1);
  }
}
