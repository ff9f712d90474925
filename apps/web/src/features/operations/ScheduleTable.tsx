import { IconAlertTriangle, IconCheck, IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { type Column, ResponsiveTable } from '../../ui/ResponsiveTable.js';
import { Status } from '../../ui/Status.js';
import type { Schedule } from './queries.js';
import { useNames } from './useNames.js';

/** Seconds in the largest unit that divides them. */
const UNITS = [['days', 86_400], ['hours', 3_600], ['minutes', 60], ['seconds', 1]] as const;
const DAILY = /^(\d{1,2}) (\d{1,2}) \* \* \*$/;

/** What is done again and again, how often, and how the latest time went. */
export function ScheduleTable({ schedules }: { schedules: readonly Schedule[] }) {
  const { t } = useTranslation('operations');
  const { formatDateTime } = useFormat();
  const { scheduleName } = useNames();
  const howOften = ({ everySeconds, cron }: Schedule): string => {
    if (everySeconds != null) {
      const [unit, seconds] = UNITS.find(([, each]) => everySeconds % each === 0) ?? UNITS[3];
      return t(`every.${unit}`, { count: everySeconds / seconds });
    }
    const [, minute, hour] = DAILY.exec(cron ?? '') ?? [];
    return minute !== undefined && hour !== undefined ? t('every.day', { time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` }) : cron ?? '';
  };
  const columns: Column<Schedule>[] = [
    { key: 'name', header: t('column.schedule'), isTitle: true, render: ({ name }) => scheduleName(name) },
    { key: 'every', header: t('column.every'), render: howOften },
    { key: 'started', header: t('column.started'), render: ({ startedAt }) => (startedAt ? formatDateTime(startedAt) : t('neverRan')) },
    { key: 'state', header: t('column.state'), render: (schedule) => <TickState schedule={schedule} /> },
  ];
  return <ResponsiveTable caption={t('schedules')} isCaptionHidden columns={columns} rows={schedules} rowKey={({ name }) => name} />;
}

function TickState({ schedule: { startedAt, doneAt, code } }: { schedule: Schedule }) {
  const { t } = useTranslation('operations');
  if (code) return <Status tone="danger" icon={IconAlertTriangle}>{t('tick.failed', { code })}</Status>;
  if (doneAt) return <Status tone="success" icon={IconCheck}>{t('tick.done')}</Status>;
  return <Status tone="neutral" icon={IconClockHour4}>{startedAt ? t('tick.running') : t('tick.waiting')}</Status>;
}
