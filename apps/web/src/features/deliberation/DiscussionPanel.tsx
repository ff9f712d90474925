import { Button, Group, Radio, Title } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { hasCode, useProblem } from '../../lib/errors.js';
import { usePages } from '../../lib/usePages.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { LoadMore } from '../../ui/LoadMore.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { Composer, type Written } from './Composer.js';
import { DISCUSSION, START_THREAD } from './queries.js';
import { ThreadView } from './ThreadView.js';
import { useHasKeptText } from './useKeptText.js';
import styles from './deliberation.module.css';
import type { DiscussionQuery } from '../../gql/graphql.js';

/** How often others' posts are looked for while the page is in front, in milliseconds. */
const LOOK_EVERY = 30_000;
const TYPES = ['DiscussionThread', 'ScoreSheet'];
const threadsOf = (data: DiscussionQuery) => data.discussion.threads;

/** What members say to each other about an item. Nothing at all for whoever has no part in it. */
export function DiscussionPanel({ itemId }: { itemId: string }) {
  const { t } = useTranslation('discussion');
  const problemOf = useProblem();
  const variables = useMemo(() => ({ itemId }), [itemId]);
  const { nodes, data, hasNext, isLoading, error, more, reload } = usePages({ query: DISCUSSION, variables, connection: threadsOf, typenames: TYPES });
  const [isStarting, setStarting] = useState(useHasKeptText(`thao-luan/${itemId}`));
  useEffect(() => {
    const timer = setInterval(() => { if (document.visibilityState === 'visible') reload(); }, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [reload]);
  if (error && hasCode(error, 'NOT_FOUND')) return null;
  const discussion = data?.discussion;
  return (
    <section className={styles.panel} aria-labelledby="thao-luan" id="thao-luan-ho-so">
      <Title order={2} id="thao-luan">{t('title')}</Title>
      {!discussion && (error ? <ErrorSummary problem={problemOf(error)} /> : <Skeleton lines={3} />)}
      {discussion?.isHiddenUntilScored && <p className={styles.note}>{t('hidden')}</p>}
      {discussion && !discussion.isHiddenUntilScored && (
        <>
          <p className={styles.note}>{t(discussion.canWrite ? 'lead' : 'closed')}</p>
          {discussion.canWrite && (isStarting
            ? <NewThread itemId={itemId} members={discussion.mentionable} onDone={() => setStarting(false)} />
            : <Button variant="default" onClick={() => setStarting(true)} data-no-print>{t('start.open')}</Button>)}
          {nodes?.length === 0 && <p>{t('empty')}</p>}
          {nodes?.map((thread) => <ThreadView key={thread.id} thread={thread} members={discussion.mentionable} />)}
          {nodes !== undefined && nodes.length > 0 && hasNext && <LoadMore hasNext={hasNext} isLoading={isLoading} onMore={more} shown={nodes.length} />}
        </>
      )}
    </section>
  );
}

function NewThread({ itemId, members, onDone }: { itemId: string; members: DiscussionQuery['discussion']['mentionable']; onDone: () => void }) {
  const { t } = useTranslation('discussion');
  const client = useClient();
  const [kind, setKind] = useState<'QUESTION' | 'REMARK'>('QUESTION');
  const send = async (written: Written) => {
    const { error } = await client.mutation(START_THREAD, { input: { itemId, kind, ...written } });
    if (error) throw error;
    onDone();
  };
  return (
    <div className={styles.thread}>
      <Radio.Group label={t('start.kind')} value={kind} onChange={(value) => setKind(value === 'REMARK' ? 'REMARK' : 'QUESTION')} mb="sm">
        <Group gap="lg">{(['QUESTION', 'REMARK'] as const).map((value) => <Radio key={value} value={value} label={t(`kind.${value}.name`)} />)}</Group>
      </Radio.Group>
      <Composer keptAs={`thao-luan/${itemId}`} label={t(`start.label.${kind}`)} action={t('start.send')} members={members} onSend={send} onCancel={onDone} />
    </div>
  );
}
