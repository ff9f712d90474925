import { createFileRoute } from '@tanstack/react-router';
import { ToConfirmPage } from '../../features/unit/ToConfirmPage.js';

export const Route = createFileRoute('/_app/don-vi/cho-xac-nhan')({ component: ToConfirmPage });
