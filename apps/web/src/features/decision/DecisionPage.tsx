import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useFormat } from '../../lib/useFormat.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Progress } from '../../ui/Progress.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { DecideDesk } from './DecideDesk.js';
import { DecisionTable } from './DecisionTable.js';
import { IssuedDecision } from './IssuedDecision.js';
import { DECISION, type Decision } from './queries.js';
import styles from './decision.module.css';

/** One decision: to be decided for the head, to be read for those who prepare it, issued for everybody it concerns. */
export function DecisionPage() {
  const { id } = useParams({ from: '/_app/quyet-dinh/$id' });
  return <Loaded key={id} id={id} />;
}

function Loaded({ id }: { id: string }) {
  const { t } = useTranslation('decision');
  const { formatDate } = useFormat();
  const [{ data, error }, reload] = useQuery({ query: DECISION, variables: { id } });
  const [own, setOwn] = useState<Decision | null>(null);
  if (error && !data) return <ErrorContent error={error} onRetry={() => reload()} />;
  if (!data) return <Skeleton lines={8} />;
  // An answer to an own act may be newer than what the list of queries still holds; two quick acts must not collide.
  const fetched = data.recognitionDecision;
  const decision = own && own.revision > fetched.revision ? own : fetched;
  if (decision.state === 'ISSUED') return <IssuedDecision decision={decision} isNew={own?.state === 'ISSUED'} />;
  const mayDecide = decision.actions.includes('DECIDE');
  return (
    <>
      <PageTitle
        crumbs={[{ label: t('title'), to: '/quyet-dinh' }]} title={mayDecide ? t('desk.title') : t('waiting.title')} lead={decision.summary}
        above={[decision.sessionTitle, decision.proposedAt ? t('proposed', { date: formatDate(decision.proposedAt) }) : null].filter(Boolean).join(' · ')}
      />
      {mayDecide ? <DecideDesk decision={decision} onChanged={setOwn} /> : (
        <>
          <p>{t('waiting.text')}</p>
          <div className={styles.waitingProgress}><Progress done={decision.decidedCount} total={decision.items.length} label={t('progress')} /></div>
          <DecisionTable decision={decision} />
        </>
      )}
    </>
  );
}
