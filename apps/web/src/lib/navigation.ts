import type { AnyRouter } from '@tanstack/react-router';

let visits = 0;

/** Counts navigations between pages, so that a page title takes focus on every page but the first. */
export function watchNavigation(router: AnyRouter): void {
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) visits += 1;
  });
}

/** Whether the person has moved between pages since the application was opened. */
export function hasNavigated(): boolean {
  return visits > 0;
}
