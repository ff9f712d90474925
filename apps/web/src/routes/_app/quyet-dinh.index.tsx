import { createFileRoute } from '@tanstack/react-router';
import { DecisionsPage } from '../../features/decision/DecisionsPage.js';

export const Route = createFileRoute('/_app/quyet-dinh/')({ component: DecisionsPage });
