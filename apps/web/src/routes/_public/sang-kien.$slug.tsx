import { createFileRoute } from '@tanstack/react-router';
import { EntryPage } from '../../features/register/EntryPage.js';

export const Route = createFileRoute('/_public/sang-kien/$slug')({ component: EntryPage });
