import { createFileRoute } from '@tanstack/react-router';
import { ArticlePage } from '../../features/help/ArticlePage.js';

export const Route = createFileRoute('/_public/tro-nang')({ component: () => <ArticlePage article="accessibility" /> });
