import { createFileRoute } from '@tanstack/react-router';
import { SystemPage } from '../../features/operations/SystemPage.js';

export const Route = createFileRoute('/_app/he-thong')({ component: SystemPage });
