import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildMessage } from '../inspection.js';

/** The pipe to the parent. Standard output stays free for whatever libraries print. */
const ANSWERS = 3;

/** Writes one line to the parent, whole, and returns when the pipe has taken it. */
export async function tell(message: ChildMessage): Promise<void> {
  let rest = Buffer.from(`${JSON.stringify(message)}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(ANSWERS, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      await sleep(2);
    }
  }
}
