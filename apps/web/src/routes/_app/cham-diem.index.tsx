import { createFileRoute } from '@tanstack/react-router';
import { ScoringQueuePage } from '../../features/scoring/ScoringQueuePage.js';

export const Route = createFileRoute('/_app/cham-diem/')({ component: ScoringQueuePage });
