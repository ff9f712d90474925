import { createFileRoute } from '@tanstack/react-router';
import { WorkPage } from '../../features/work/WorkPage.js';

export const Route = createFileRoute('/_app/viec-cua-toi')({ component: WorkPage });
