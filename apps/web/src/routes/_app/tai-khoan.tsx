import { createFileRoute } from '@tanstack/react-router';
import { AccountPage } from '../../features/auth/AccountPage.js';

export const Route = createFileRoute('/_app/tai-khoan')({ component: AccountPage });
