import { createFileRoute, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { PublicFrame } from '../layout/Frame.js';
import { PageSkeleton } from '../ui/Skeletons.js';

/** Pages that everybody may read. They are drawn at once; who is signed in follows when the server answers. */
export const Route = createFileRoute('/_public')({
  component: () => (
    <PublicFrame>
      <Suspense fallback={<PageSkeleton />}><Outlet /></Suspense>
    </PublicFrame>
  ),
});
