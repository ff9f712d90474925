import { createFileRoute } from '@tanstack/react-router';
import { SectionPage } from '../../features/initiative/SectionPage.js';
import { choiceParam } from '../../lib/search.js';

export const Route = createFileRoute('/_app/ho-so/$code/phan/$key')({
  validateSearch: (search): { ve?: 'kiem-tra' } => ({ ve: choiceParam(search, 've', ['kiem-tra'] as const) }),
  component: Section,
});

function Section() {
  const { code, key } = Route.useParams();
  return <SectionPage code={code} sectionKey={key} fromCheck={Route.useSearch().ve === 'kiem-tra'} />;
}
