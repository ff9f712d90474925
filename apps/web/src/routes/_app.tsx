import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { Suspense } from 'react';
import { AppFrame } from '../layout/Frame.js';
import { PageSkeleton } from '../ui/Skeletons.js';

/** Pages of signed-in people. A visitor is led to the sign-in page and comes back afterwards; a temporary password is changed first. */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    const { viewer } = await context.session.ready();
    if (!viewer) throw redirect({ to: '/dang-nhap', search: { 'tiep-tuc': location.href } });
    if (viewer.mustChangePassword && location.pathname !== '/tai-khoan') throw redirect({ to: '/tai-khoan', hash: 'mat-khau' });
  },
  component: () => (
    <AppFrame>
      <Suspense fallback={<PageSkeleton />}><Outlet /></Suspense>
    </AppFrame>
  ),
});
