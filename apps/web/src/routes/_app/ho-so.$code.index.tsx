import { createFileRoute } from '@tanstack/react-router';
import { DossierPage } from '../../features/initiative/DossierPage.js';

export const Route = createFileRoute('/_app/ho-so/$code/')({ component: Page });

function Page() {
  return <DossierPage code={Route.useParams().code} />;
}
