import { createFileRoute } from '@tanstack/react-router';
import { MyDossiersPage, type ListTab } from '../../features/initiative/MyDossiersPage.js';
import { choiceParam } from '../../lib/search.js';

const TABS: readonly ListTab[] = ['nhap', 'dang-xu-ly', 'da-xong'];

export const Route = createFileRoute('/_app/ho-so/')({
  validateSearch: (search): { loc?: ListTab } => ({ loc: choiceParam(search, 'loc', TABS) }),
  component: Page,
});

function Page() {
  return <MyDossiersPage chosen={Route.useSearch().loc} />;
}
