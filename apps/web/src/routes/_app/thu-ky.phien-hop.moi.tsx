import { createFileRoute } from '@tanstack/react-router';
import { NewSessionPage } from '../../features/session/NewSessionPage.js';

export const Route = createFileRoute('/_app/thu-ky/phien-hop/moi')({ component: NewSessionPage });
