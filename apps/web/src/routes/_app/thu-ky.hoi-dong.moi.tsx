import { createFileRoute } from '@tanstack/react-router';
import { NewCouncilPage } from '../../features/session/NewCouncilPage.js';

export const Route = createFileRoute('/_app/thu-ky/hoi-dong/moi')({ component: NewCouncilPage });
