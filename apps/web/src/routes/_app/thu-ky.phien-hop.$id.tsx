import { createFileRoute } from '@tanstack/react-router';
import { ORDERS, type Order } from '../../features/session/results.js';
import { SessionPage } from '../../features/session/SessionPage.js';
import { choiceParam } from '../../lib/search.js';

export const Route = createFileRoute('/_app/thu-ky/phien-hop/$id')({
  validateSearch: (search: Record<string, unknown>): { xep?: Order } => ({ xep: choiceParam(search, 'xep', ORDERS) }),
  component: SessionPage,
});
