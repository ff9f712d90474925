import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { CampaignCard } from './CampaignCard.js';
import { CAMPAIGNS, type Campaign } from './queries.js';
import { isOver } from './steps.js';
import styles from './campaign.module.css';

/** The campaigns of the ward, each with its next step; for whoever runs them. */
export function CampaignsPage() {
  const { t } = useTranslation('campaign');
  const context = useMemo(() => ({ additionalTypenames: ['Campaign'] }), []);
  const [{ data, error }, ask] = useQuery({ query: CAMPAIGNS, context });
  if (error && !data) return <ErrorContent error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  const campaigns = data?.campaigns ?? [];
  const past = campaigns.filter(({ state }) => isOver(state));
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} />
      {!data && <Skeleton lines={6} />}
      {data && campaigns.length === 0 && <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
      <List campaigns={campaigns.filter(({ state }) => !isOver(state))} />
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>{t('past')} ({past.length})</summary>
          <List campaigns={past} />
        </details>
      )}
    </>
  );
}

function List({ campaigns }: { campaigns: readonly Campaign[] }) {
  return <div className={styles.list}>{campaigns.map((campaign) => <CampaignCard key={campaign.id} campaign={campaign} />)}</div>;
}
