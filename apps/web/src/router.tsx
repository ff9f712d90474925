import { createRouter } from '@tanstack/react-router';
import { routeTree } from './routeTree.gen.js';
import type { Session } from './session/session.js';

/** The router over all files in `src/routes`. */
export function createAppRouter(session: Session) {
  return createRouter({
    routeTree,
    context: { session },
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingMs: 300,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
