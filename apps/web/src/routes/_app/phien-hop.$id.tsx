import { createFileRoute } from '@tanstack/react-router';
import { MeetingPage } from '../../features/meeting/MeetingPage.js';
import { choiceParam } from '../../lib/search.js';

export const Route = createFileRoute('/_app/phien-hop/$id')({
  validateSearch: (search: Record<string, unknown>): { 'man-hinh'?: 'lon' } => ({ 'man-hinh': choiceParam(search, 'man-hinh', ['lon']) }),
  component: MeetingPage,
});
