import { Button, Group } from '@mantine/core';
import { IconCircleCheck, IconHelpCircle, IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useProblem, type Problem } from '../../lib/errors.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { Status } from '../../ui/Status.js';
import { Composer, type Written } from './Composer.js';
import { PostView } from './PostView.js';
import { useHasKeptText } from './useKeptText.js';
import { REPLY, RESOLVE_THREAD, type Member, type Thread } from './queries.js';
import styles from './deliberation.module.css';

/** A question or remark, what was said to it, and the place to answer. */
export function ThreadView({ thread, members }: { thread: Thread; members: readonly Member[] }) {
  const { t } = useTranslation('discussion');
  const client = useClient();
  const problemOf = useProblem();
  const keptAs = `tra-loi/${thread.id}`;
  const [isReplying, setReplying] = useState(useHasKeptText(keptAs));
  const [problem, setProblem] = useState<Problem | null>(null);
  const opening = thread.posts[0];
  const send = async (written: Written) => {
    const { error } = await client.mutation(REPLY, { input: { threadId: thread.id, ...written } });
    if (error) throw error;
    setReplying(false);
  };
  const settle = async () => {
    const { error } = await client.mutation(RESOLVE_THREAD, { input: { threadId: thread.id, isResolved: !thread.resolvedAt } });
    setProblem(error ? problemOf(error) : null);
  };
  return (
    <article className={styles.thread} aria-label={t(`kind.${thread.kind}.by`, { name: opening?.author.fullName ?? '' })}>
      <div className={styles.threadHead}>
        <Status tone="neutral" icon={thread.kind === 'QUESTION' ? IconHelpCircle : IconMessage}>{t(`kind.${thread.kind}.name`)}</Status>
        {thread.resolvedBy && <Status tone="success" icon={IconCircleCheck}>{t('thread.resolved', { name: thread.resolvedBy.fullName })}</Status>}
      </div>
      <ol className={styles.posts}>{thread.posts.map((post) => <PostView key={post.id} post={post} />)}</ol>
      {problem && <ErrorSummary problem={problem} />}
      {isReplying && thread.canReply
        ? <Composer keptAs={keptAs} label={t('thread.replyLabel')} action={t('thread.send')} members={members} onSend={send} onCancel={() => setReplying(false)} />
        : (
          <Group gap="sm" data-no-print>
            {thread.canReply && <Button variant="default" onClick={() => setReplying(true)}>{t('thread.reply')}</Button>}
            {thread.canResolve && <Button variant="subtle" onClick={() => void settle()}>{t(thread.resolvedAt ? 'thread.reopen' : 'thread.resolve')}</Button>}
          </Group>
        )}
    </article>
  );
}
