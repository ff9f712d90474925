import { createFileRoute } from '@tanstack/react-router';
import { readRegisterSearch } from '../../features/register/registerSearch.js';
import { RegisterPage } from '../../features/register/RegisterPage.js';

export const Route = createFileRoute('/_public/sang-kien/')({ validateSearch: readRegisterSearch, component: RegisterPage });
