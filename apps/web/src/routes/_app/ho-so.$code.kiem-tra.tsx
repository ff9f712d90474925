import { createFileRoute } from '@tanstack/react-router';
import { CheckPage } from '../../features/initiative/CheckPage.js';

export const Route = createFileRoute('/_app/ho-so/$code/kiem-tra')({ component: Page });

function Page() {
  return <CheckPage code={Route.useParams().code} />;
}
