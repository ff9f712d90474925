import { createFileRoute } from '@tanstack/react-router';
import { CouncilsPage } from '../../features/session/CouncilsPage.js';

export const Route = createFileRoute('/_app/thu-ky/hoi-dong/')({ component: CouncilsPage });
