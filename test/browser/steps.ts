import { it } from '@jest/globals';

/**
 * Tests that are steps of one way: after one that failed the others fail at once and say so, instead of waiting for what
 * can no longer come.
 */
export function usePath(): (name: string, walk: () => Promise<void>, limitMs?: number) => void {
  let stoppedAt: string | null = null;
  return (name, walk, limitMs = 40_000) => {
    it(name, async () => {
      if (stoppedAt !== null) throw new Error(`the way ended earlier, at “${stoppedAt}”`);
      stoppedAt = name;
      await walk();
      stoppedAt = null;
    }, limitMs);
  };
}
