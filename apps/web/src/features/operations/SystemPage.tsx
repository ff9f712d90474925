import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { FailedJobs } from './FailedJobs.js';
import { QueueTable } from './QueueTable.js';
import { SYSTEM_STATE } from './queries.js';
import { ScheduleTable } from './ScheduleTable.js';
import { useEvery } from './useEvery.js';
import styles from './operations.module.css';

const EVERY_MS = 10_000;

/** What runs behind the requests, for those who look after the installation. */
export function SystemPage() {
  const { t } = useTranslation('operations');
  const [{ data, error }, ask] = useQuery({ query: SYSTEM_STATE });
  const reload = () => ask({ requestPolicy: 'network-only' });
  useEvery(EVERY_MS, reload);
  if (error && !data) return <ErrorContent error={error} onRetry={reload} />;
  if (!data) return <Skeleton lines={6} />;
  const { store, findings, queues, schedules } = data.systemState;
  return (
    <>
      <PageTitle title={t('title')} lead={t(`lead.${store}`)} />
      {error && <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title={t('stale.title')} role="status">{t('stale.text')}</Alert>}
      {findings.map((code) => (
        <Alert key={code} color={code === 'QUEUE_NOT_CHECKED' ? 'blue' : 'amber'} icon={<IconAlertTriangle aria-hidden />} title={t(`finding.${code}.title`)} className={styles.finding}>
          {t(`finding.${code}.text`)}
        </Alert>
      ))}
      <section aria-labelledby="queues" className={styles.part}>
        <h2 id="queues" tabIndex={-1}>{t('queues')}</h2>
        {queues.length > 0 && <QueueTable queues={queues} />}
      </section>
      {queues.filter((queue) => queue.failed > 0).map((queue) => <FailedJobs key={queue.name} queue={queue} onChanged={reload} />)}
      <section aria-labelledby="schedules" className={styles.part}>
        <h2 id="schedules">{t('schedules')}</h2>
        <ScheduleTable schedules={schedules} />
      </section>
    </>
  );
}
