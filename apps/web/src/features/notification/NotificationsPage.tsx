import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { NotificationsQuery, NotificationsQueryVariables } from '../../gql/graphql.js';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useProblem, type Problem } from '../../lib/errors.js';
import { usePages } from '../../lib/usePages.js';
import { useUnreadCount } from '../../session/useUnreadCount.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { LoadMore } from '../../ui/LoadMore.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { NoticeRow } from './NoticeRow.js';
import { markAllRead, markRead, NOTIFICATIONS, type Notice } from './queries.js';
import styles from './notification.module.css';

const VARIABLES = { first: 20 };
const TYPENAMES = ['Notification'];
const connection = (data: NotificationsQuery) => data.notifications;

/** What the person was told, the newest first. Opening a notice marks it as read. */
export function NotificationsPage() {
  const { t } = useTranslation('notification');
  const client = useClient();
  const problemOf = useProblem();
  const unread = useUnreadCount();
  const pages = usePages<NotificationsQuery, NotificationsQueryVariables, Notice>({ query: NOTIFICATIONS, variables: VARIABLES, connection, typenames: TYPENAMES });
  const [readHere, setReadHere] = useState<ReadonlySet<string>>(new Set());
  const [isMarking, setMarking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (pages.error && !pages.data) return <ErrorContent error={pages.error} onRetry={pages.reload} />;

  const isRead = (notice: Notice) => notice.readAt !== null || readHere.has(notice.id);
  const act = async (ids: string[], run: () => Promise<void>) => {
    setProblem(null);
    try {
      await run();
      setReadHere((now) => new Set([...now, ...ids]));
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const open = (notice: Notice) => {
    if (!isRead(notice)) void act([notice.id], () => markRead(client, [notice.id]));
  };
  const openAll = async () => {
    setMarking(true);
    await act((pages.nodes ?? []).map(({ id }) => id), () => markAllRead(client));
    setMarking(false);
  };
  const all = unread > 0 && (
    <Button variant="default" leftSection={<IconChecks size={20} aria-hidden />} loading={isMarking} onClick={() => { void openAll(); }}>{t('markAll')}</Button>
  );
  return (
    <>
      <PageTitle title={t('title')} lead={<span role="status">{unread > 0 ? t('unread', { count: unread }) : t('noneUnread')}</span>} actions={all} />
      {problem && <ErrorSummary problem={problem} />}
      {!pages.nodes && <Skeleton lines={8} />}
      {pages.nodes?.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      {pages.nodes && pages.nodes.length > 0 && (
        <>
          <ul className={styles.list}>
            {pages.nodes.map((notice) => <NoticeRow key={notice.id} notice={notice} isRead={isRead(notice)} onOpen={() => open(notice)} />)}
          </ul>
          <LoadMore hasNext={pages.hasNext} isLoading={pages.isLoading} onMore={pages.more} shown={pages.nodes.length} />
        </>
      )}
    </>
  );
}
