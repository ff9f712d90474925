import { useTranslation } from 'react-i18next';

/** What queues, jobs and schedules are called; one that the screens do not know keeps its technical name. */
export function useNames() {
  const { t, i18n } = useTranslation('operations');
  const named = (kind: 'queue' | 'job' | 'schedule', name: string): string => {
    // A dot would lead one level down in the texts.
    const key = `${kind}.${name.replaceAll('.', '_')}`;
    return i18n.exists(key, { ns: 'operations' }) ? t(key as 'queue.files') : name;
  };
  return {
    queueName: (name: string) => named('queue', name),
    jobName: (name: string) => named('job', name),
    scheduleName: (name: string) => named('schedule', name),
  };
}
