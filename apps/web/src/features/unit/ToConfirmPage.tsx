import { useTranslation } from 'react-i18next';
import type { ApplicationsToConfirmQuery } from '../../gql/graphql.js';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { usePages } from '../../lib/usePages.js';
import { useViewer } from '../../session/context.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { LoadMore } from '../../ui/LoadMore.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { ApplicationDigest } from './ApplicationDigest.js';
import { APPLICATIONS_TO_CONFIRM } from './queries.js';
import { waitingRecords } from './waiting.js';
import styles from './unit.module.css';

const connection = (data: ApplicationsToConfirmQuery) => data.applicationsToConfirm;
const NO_VARIABLES = {};
const TYPENAMES = ['Initiative'];

/** What authors say was applied in the viewer's unit, each on one screen with one button. */
export function ToConfirmPage() {
  const { t } = useTranslation('intake');
  const { roles } = useViewer();
  const { nodes, hasNext, isLoading, error, more, reload } = usePages({ query: APPLICATIONS_TO_CONFIRM, variables: NO_VARIABLES, connection, typenames: TYPENAMES });
  if (error && !nodes) return <ErrorContent error={error} onRetry={reload} />;
  const headed = roles.flatMap(({ role, unit }) => (role === 'UNIT_HEAD' && unit ? [unit.id] : []));
  const waiting = nodes?.flatMap((initiative) => waitingRecords(initiative.applicationRecords, headed).map((record) => ({ initiative, record })));
  return (
    <>
      <PageTitle title={t('confirm.title')} lead={t('confirm.lead')} />
      {!waiting && <Skeleton lines={6} />}
      {waiting?.length === 0 && <EmptyState title={t('confirm.empty')}>{t('confirm.emptyHint')}</EmptyState>}
      {waiting && waiting.length > 0 && (
        <>
          <ul className={styles.digests} aria-label={t('confirm.list')}>
            {waiting.map(({ initiative, record }) => <li key={record.id}><ApplicationDigest initiative={initiative} record={record} onConfirmed={reload} /></li>)}
          </ul>
          <p className={styles.wrong}>{t('confirm.wrong')}</p>
          <LoadMore hasNext={hasNext} isLoading={isLoading} onMore={more} shown={waiting.length} />
        </>
      )}
    </>
  );
}
