import { Button, Group } from '@mantine/core';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TypedDocumentNode, useClient } from 'urql';
import type { FailedJobsQuery, FailedJobsQueryVariables } from '../../gql/graphql.js';
import { useProblem, type Problem } from '../../lib/errors.js';
import { useFormat } from '../../lib/useFormat.js';
import { usePages } from '../../lib/usePages.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { LoadMore } from '../../ui/LoadMore.js';
import { type Column, ResponsiveTable } from '../../ui/ResponsiveTable.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { toast } from '../../ui/toast.js';
import { FAILED_JOBS, type FailedJob, type Queue, REMOVE_JOB, RETRY_ALL, RETRY_JOB } from './queries.js';
import { useNames } from './useNames.js';
import styles from './operations.module.css';

const TYPENAMES = ['FailedJob'];
const connection = (data: FailedJobsQuery) => data.failedJobs;

/** The jobs of a queue that were given up, each of which can be tried again or taken away. */
export function FailedJobs({ queue, onChanged }: { queue: Queue; onChanged: () => void }) {
  const { t } = useTranslation('operations');
  const { formatDateTime } = useFormat();
  const { queueName, jobName } = useNames();
  const client = useClient();
  const heading = `failed-${queue.name}`;
  const problemOf = useProblem();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [removing, setRemoving] = useState<FailedJob | null>(null);
  const [isRetryingAll, setRetryingAll] = useState(false);
  const variables = useMemo(() => ({ queue: queue.name, first: 20 }), [queue.name]);
  const pages = usePages<FailedJobsQuery, FailedJobsQueryVariables, FailedJob>({ query: FAILED_JOBS, variables, connection, typenames: TYPENAMES });
  const counted = useRef(queue.failed);
  const reloadList = useEffectEvent(() => pages.reload());
  useEffect(() => {
    if (counted.current === queue.failed) return;
    counted.current = queue.failed;
    reloadList();
  }, [queue.failed]);

  const act = async <Data, Variables extends object>(mutation: TypedDocumentNode<Data, Variables>, input: Variables, done: string): Promise<void> => {
    const { error } = await client.mutation(mutation, input);
    if (error) throw error;
    setProblem(null);
    toast(done);
    pages.reload();
    onChanged();
    // The row goes with its button; the focus stays where its list was.
    document.getElementById(queue.failed > 1 ? heading : 'queues')?.focus();
  };
  const retry = (job: FailedJob) => act(RETRY_JOB, { input: { queue: job.queue, id: job.id } }, t('retried')).catch((error: unknown) => setProblem(problemOf(error)));

  const columns: Column<FailedJob>[] = [
    { key: 'name', header: t('column.job'), isTitle: true, render: ({ name }) => jobName(name) },
    { key: 'code', header: t('column.code'), render: ({ code }) => <code className={styles.code}>{code}</code> },
    { key: 'attempts', header: t('column.attempts'), isNumeric: true, render: ({ attempts }) => attempts },
    { key: 'at', header: t('column.failedAt'), render: ({ failedAt }) => formatDateTime(failedAt) },
    { key: 'id', header: t('column.id'), render: ({ id }) => <code className={styles.code}>{id}</code> },
    {
      key: 'acts', header: t('column.acts'), isHeaderHidden: true,
      render: (job) => (
        <Group gap="xs">
          <Button variant="default" onClick={() => void retry(job)} aria-label={t('retryNamed', { job: jobName(job.name), at: formatDateTime(job.failedAt) })}>{t('retry')}</Button>
          <Button variant="default" onClick={() => setRemoving(job)} aria-label={t('removeNamed', { job: jobName(job.name), at: formatDateTime(job.failedAt) })}>{t('remove')}</Button>
        </Group>
      ),
    },
  ];
  const rows = pages.nodes ?? [];
  return (
    <section aria-labelledby={heading} className={styles.part}>
      <Group justify="space-between">
        <h2 id={heading} tabIndex={-1}>{t('failedOf', { queue: queueName(queue.name), count: queue.failed })}</h2>
        <Button variant="default" onClick={() => setRetryingAll(true)}>{t('retryAll')}</Button>
      </Group>
      {problem && <ErrorSummary problem={problem} />}
      {!pages.nodes && !pages.error && <Skeleton lines={3} />}
      {pages.error && !pages.nodes && <ErrorSummary problem={problemOf(pages.error)} />}
      {rows.length > 0 && (
        <>
          <ResponsiveTable caption={t('failedOf', { queue: queueName(queue.name), count: queue.failed })} isCaptionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
          <LoadMore hasNext={pages.hasNext} isLoading={pages.isLoading} onMore={pages.more} shown={rows.length} total={queue.failed} />
        </>
      )}
      <ConfirmDialog
        opened={isRetryingAll} onClose={() => setRetryingAll(false)} title={t('confirmAll.title', { queue: queueName(queue.name) })} confirmLabel={t('retryAll')}
        onConfirm={() => act(RETRY_ALL, { queue: queue.name }, t('retriedAll'))}
      >
        {t('confirmAll.text', { count: queue.failed })}
      </ConfirmDialog>
      <ConfirmDialog
        opened={removing !== null} onClose={() => setRemoving(null)} title={t('confirmRemove.title')} confirmLabel={t('remove')} isDanger
        onConfirm={() => (removing ? act(REMOVE_JOB, { input: { queue: removing.queue, id: removing.id } }, t('removed')) : undefined)}
      >
        {t('confirmRemove.text')}
      </ConfirmDialog>
    </section>
  );
}
