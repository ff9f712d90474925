import { createFileRoute } from '@tanstack/react-router';
import { ReceiptPage } from '../../features/initiative/ReceiptPage.js';

export const Route = createFileRoute('/_app/ho-so/$code/da-nop')({ component: Page });

function Page() {
  return <ReceiptPage code={Route.useParams().code} />;
}
