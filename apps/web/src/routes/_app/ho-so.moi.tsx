import { createFileRoute } from '@tanstack/react-router';
import { NewDossierPage } from '../../features/initiative/NewDossierPage.js';

export const Route = createFileRoute('/_app/ho-so/moi')({ component: NewDossierPage });
