import { useEffect, useEffectEvent } from 'react';

/** Calls `run` again and again while somebody looks at the page, and at once when they come back to it. */
export function useEvery(milliseconds: number, run: () => void): void {
  const tick = useEffectEvent(() => {
    if (document.visibilityState === 'visible') run();
  });
  useEffect(() => {
    const timer = window.setInterval(tick, milliseconds);
    document.addEventListener('visibilitychange', tick);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [milliseconds]);
}
