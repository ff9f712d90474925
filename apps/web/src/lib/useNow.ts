import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
const listeners = new Set<() => void>();
let now = new Date();
let timer: number | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(() => {
    now = new Date();
    listeners.forEach((each) => each());
  }, MINUTE);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      window.clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The time of this computer, renewed each minute for everything on the page together. For display only. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => now);
}
