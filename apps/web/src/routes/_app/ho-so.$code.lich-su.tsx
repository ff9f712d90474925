import { createFileRoute } from '@tanstack/react-router';
import { HistoryPage } from '../../features/initiative/HistoryPage.js';

export const Route = createFileRoute('/_app/ho-so/$code/lich-su')({ component: Page });

function Page() {
  return <HistoryPage code={Route.useParams().code} />;
}
