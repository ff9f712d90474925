import { createFileRoute } from '@tanstack/react-router';
import { SignInPage } from '../../features/auth/SignInPage.js';
import { textParam } from '../../lib/search.js';

export const Route = createFileRoute('/_public/dang-nhap')({
  validateSearch: (search: Record<string, unknown>): { 'tiep-tuc'?: string } => ({ 'tiep-tuc': textParam(search, 'tiep-tuc') }),
  component: SignInPage,
});
