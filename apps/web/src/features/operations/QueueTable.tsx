import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { type Column, ResponsiveTable } from '../../ui/ResponsiveTable.js';
import { Status } from '../../ui/Status.js';
import type { Queue } from './queries.js';
import { useNames } from './useNames.js';

/** How many jobs each queue has, and since when the oldest waits. */
export function QueueTable({ queues }: { queues: readonly Queue[] }) {
  const { t } = useTranslation('operations');
  const { formatDateTime, formatNumber } = useFormat();
  const { queueName } = useNames();
  const columns: Column<Queue>[] = [
    { key: 'name', header: t('column.queue'), isTitle: true, render: ({ name }) => queueName(name) },
    { key: 'waiting', header: t('column.waiting'), isNumeric: true, render: ({ waiting }) => formatNumber(waiting) },
    { key: 'since', header: t('column.since'), render: ({ oldestWaitingSince }) => (oldestWaitingSince ? formatDateTime(oldestWaitingSince) : t('nobodyWaits')) },
    { key: 'running', header: t('column.running'), isNumeric: true, render: ({ running }) => formatNumber(running) },
    { key: 'delayed', header: t('column.delayed'), isNumeric: true, render: ({ delayed }) => formatNumber(delayed) },
    {
      key: 'failed', header: t('column.failed'),
      render: ({ failed }) => (failed === 0
        ? <Status tone="success" icon={IconCheck}>{t('noneFailed')}</Status>
        : <Status tone="danger" icon={IconAlertTriangle}>{t('failedCount', { count: failed })}</Status>),
    },
  ];
  return <ResponsiveTable caption={t('queues')} isCaptionHidden columns={columns} rows={queues} rowKey={({ name }) => name} />;
}
