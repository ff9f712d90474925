import { useTranslation } from 'react-i18next';
import type { SessionsQuery } from '../../gql/graphql.js';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useFormat } from '../../lib/useFormat.js';
import { usePages } from '../../lib/usePages.js';
import { useHasRole } from '../../session/context.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ButtonLink, TextLink } from '../../ui/links.js';
import { LoadMore } from '../../ui/LoadMore.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { ResponsiveTable } from '../../ui/ResponsiveTable.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { SESSIONS } from './queries.js';
import { SessionBadge } from './SessionBadge.js';
import styles from './session.module.css';

const connection = (data: SessionsQuery) => data.evaluationSessions;
const NO_VARIABLES = {};
const TYPENAMES = ['EvaluationSession'];

/** The sessions of the councils, newest first. */
export function SessionsPage() {
  const { t } = useTranslation('session');
  const { formatDate } = useFormat();
  const isSecretary = useHasRole('COUNCIL_SECRETARY');
  const { nodes, hasNext, isLoading, error, more, reload } = usePages({ query: SESSIONS, variables: NO_VARIABLES, connection, typenames: TYPENAMES });
  if (error && !nodes) return <ErrorContent error={error} onRetry={reload} />;
  const create = isSecretary && <ButtonLink to="/thu-ky/phien-hop/moi">{t('list.create')}</ButtonLink>;
  return (
    <>
      <PageTitle title={t('list.title')} lead={t('list.lead')} actions={<>{create}<ButtonLink to="/thu-ky/hoi-dong" variant="default">{t('list.councils')}</ButtonLink></>} />
      {!nodes && <Skeleton lines={4} />}
      {nodes?.length === 0 && <EmptyState title={t('list.empty')} action={create}>{t('list.emptyHint')}</EmptyState>}
      {nodes && nodes.length > 0 && (
        <div className={styles.block}>
          <ResponsiveTable
            caption={t('list.title')} isCaptionHidden rows={nodes} rowKey={(row) => row.id}
            columns={[
              { key: 'title', header: t('list.session'), isTitle: true, render: (row) => <TextLink to="/thu-ky/phien-hop/$id" params={{ id: row.id }}>{row.title}</TextLink> },
              { key: 'council', header: t('list.council'), render: (row) => row.council.name },
              { key: 'campaign', header: t('list.campaign'), render: (row) => row.campaign.name },
              { key: 'held', header: t('list.heldOn'), render: (row) => (row.heldOn ? formatDate(row.heldOn) : '–') },
              { key: 'state', header: t('list.state'), render: (row) => <span className={styles.oneLine}><SessionBadge state={row.state} /></span> },
            ]}
          />
          <LoadMore hasNext={hasNext} isLoading={isLoading} onMore={more} shown={nodes.length} />
        </div>
      )}
    </>
  );
}
