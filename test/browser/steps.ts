import { expect } from '@jest/globals';

type Walk = () => Promise<void>;

/**
 * For tests that are steps of one way: after one that failed the others fail at once and say so, instead of waiting for
 * what can no longer come.
 */
export function usePath(): (walk: Walk) => Walk {
  let stoppedAt: string | undefined;
  return (walk) => async () => {
    if (stoppedAt !== undefined) throw new Error(`the way ended earlier: ${stoppedAt}`);
    stoppedAt = expect.getState().currentTestName;
    await walk();
    stoppedAt = undefined;
  };
}
