import { createFileRoute } from '@tanstack/react-router';
import { ScorePage } from '../../features/scoring/ScorePage.js';

export const Route = createFileRoute('/_app/cham-diem/$itemId')({ component: ScorePage });
