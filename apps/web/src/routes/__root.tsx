import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Overlays } from '../layout/Overlays.js';
import { ErrorPage } from '../layout/ErrorPage.js';
import { NotFoundPage } from '../layout/NotFoundPage.js';
import type { Session } from '../session/session.js';
import { Toasts } from '../ui/toast.js';
import { PageSkeleton } from '../ui/Skeletons.js';

/** What every route can reach before it is drawn. */
export interface RouterContext {
  session: Session;
}

export const Route = createRootRouteWithContext<RouterContext>()({
  component: Root,
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundPage,
});

function Root() {
  return (
    <>
      <Suspense fallback={<PageSkeleton />}><Outlet /></Suspense>
      <Overlays />
      <Toasts />
    </>
  );
}
