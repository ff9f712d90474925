import { createFileRoute } from '@tanstack/react-router';
import { NotificationsPage } from '../../features/notification/NotificationsPage.js';

export const Route = createFileRoute('/_app/thong-bao')({ component: NotificationsPage });
