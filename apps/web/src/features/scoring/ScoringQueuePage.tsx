import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { usePrimaryAction } from '../../lib/keyboard.js';
import { DueDate } from '../../ui/DueDate.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ButtonLink } from '../../ui/links.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Progress } from '../../ui/Progress.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { isDone, nextItem } from './next.js';
import type { QueueItem } from './queries.js';
import { QueueTable } from './QueueTable.js';
import { SessionsAhead } from './SessionsAhead.js';
import { useKeptSheets } from './useKeptSheets.js';
import { useScoringQueue } from './useScoringQueue.js';
import styles from './scoring.module.css';

/** What a member of the council has to score, how far it is, and the one to go on with. */
export function ScoringQueuePage() {
  const { t } = useTranslation('scoring');
  const navigate = useNavigate();
  const { queue, error, reload } = useScoringQueue();
  const { kept } = useKeptSheets();
  const items = queue?.items ?? [];
  const keptIds = kept.map(({ input }) => input.itemId);
  const next = nextItem(items, null, keptIds);
  usePrimaryAction(() => { if (next) void navigate({ to: '/cham-diem/$itemId', params: { itemId: next.itemId } }); }, Boolean(next));
  if (error && !queue) return <ErrorContent error={error} onRetry={reload} />;
  if (!queue) return <><PageTitle title={t('title')} /><Skeleton lines={6} /></>;
  const due = items.find((item) => item.dueOn && !isDone(item, keptIds))?.dueOn;
  const done = items.filter((item) => isDone(item, keptIds)).length;
  return (
    <>
      <PageTitle
        title={t('title')} lead={items.length > 0 ? t('lead') : undefined}
        actions={next && <ButtonLink to="/cham-diem/$itemId" params={{ itemId: next.itemId }}>{done === 0 && next.sheetState === null ? t('queue.start') : t('queue.continue')}</ButtonLink>}
      />
      {items.length === 0 && <EmptyState title={t('queue.empty')}>{t('queue.emptyHint')}</EmptyState>}
      {items.length > 0 && (
        <div className={styles.progress}>
          <Progress done={done} total={items.length} label={t('queue.progress')} />
          {due && <p className={styles.due}>{t('queue.due')} <DueDate value={due} /></p>}
          {!next && <p role="status">{t('queue.allDone')}</p>}
        </div>
      )}
      {sessionsOf(items).map(({ id, title, rows }, _, all) => (
        <QueueTable key={id} caption={title} isCaptionHidden={all.length === 1} rows={rows} kept={kept} />
      ))}
      <SessionsAhead />
    </>
  );
}

function sessionsOf(items: readonly QueueItem[]): { id: string; title: string; rows: QueueItem[] }[] {
  const ids = [...new Set(items.map(({ sessionId }) => sessionId))];
  return ids.map((id) => {
    const rows = items.filter(({ sessionId }) => sessionId === id);
    return { id, title: rows[0]?.sessionTitle ?? '', rows };
  });
}
