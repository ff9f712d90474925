import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { TextLink } from '../../ui/links.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { PageSkeleton } from '../../ui/Skeletons.js';
import { DiscussionPanel } from './DiscussionPanel.js';
import { ItemNoteField } from './ItemNoteField.js';
import { DISCUSSED_ITEM } from './queries.js';

const route = getRouteApi('/_app/thao-luan/$itemId');

/** The discussion of one item on a page of its own: where a mention leads, in every state of the session. */
export function DiscussionPage() {
  const { itemId } = route.useParams();
  const { t } = useTranslation('discussion');
  const [{ data, error }, ask] = useQuery({ query: DISCUSSED_ITEM, variables: { id: itemId } });
  if (error && !data) return <ErrorContent error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!data) return <PageSkeleton />;
  const { code, title, unitName, fieldName, session } = data.agendaItem;
  return (
    <>
      <PageTitle title={title} above={`${code} · ${unitName} · ${fieldName}`} documentTitle={t('pageTitle', { code })} crumbs={[{ label: t('toScoring'), to: '/cham-diem' }]} />
      <p>{session.title} · <TextLink to="/cham-diem/$itemId" params={{ itemId }}>{t('toDossier')}</TextLink></p>
      <DiscussionPanel key={itemId} itemId={itemId} />
      <ItemNoteField key={`note-${itemId}`} itemId={itemId} />
    </>
  );
}
