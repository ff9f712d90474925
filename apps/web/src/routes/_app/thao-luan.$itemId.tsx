import { createFileRoute } from '@tanstack/react-router';
import { DiscussionPage } from '../../features/deliberation/DiscussionPage.js';

export const Route = createFileRoute('/_app/thao-luan/$itemId')({ component: DiscussionPage });
