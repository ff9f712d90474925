import { createFileRoute } from '@tanstack/react-router';
import { SessionsPage } from '../../features/session/SessionsPage.js';

export const Route = createFileRoute('/_app/thu-ky/phien-hop/')({ component: SessionsPage });
