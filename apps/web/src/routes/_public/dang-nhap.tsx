import { createFileRoute, redirect } from '@tanstack/react-router';
import { SignInPage } from '../../features/auth/SignInPage.js';
import { ownPath, textParam } from '../../lib/search.js';

export const Route = createFileRoute('/_public/dang-nhap')({
  validateSearch: (search: Record<string, unknown>): { 'tiep-tuc'?: string } => ({ 'tiep-tuc': textParam(search, 'tiep-tuc') }),
  beforeLoad: async ({ context, search }) => {
    const shell = await context.session.ready().catch(() => null);
    if (shell?.viewer) throw redirect({ href: ownPath(search['tiep-tuc']) });
  },
  component: SignInPage,
});
