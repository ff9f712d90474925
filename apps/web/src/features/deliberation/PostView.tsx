import { Button, Group, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useProblem, type Problem } from '../../lib/errors.js';
import { useFormat } from '../../lib/useFormat.js';
import { useNow } from '../../lib/useNow.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { piecesOf } from './mentions.js';
import { EDIT_POST, WITHDRAW_POST, type Post } from './queries.js';
import styles from './deliberation.module.css';

/** What one member said, and what its author can still do about it. */
export function PostView({ post }: { post: Post }) {
  const { t } = useTranslation('discussion');
  const { formatDateTime } = useFormat();
  const client = useClient();
  const now = useNow();
  const [isEditing, setEditing] = useState(false);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const canEdit = post.editableUntil != null && now.getTime() < new Date(post.editableUntil).getTime();
  const withdraw = async () => {
    const { error } = await client.mutation(WITHDRAW_POST, { postId: post.id });
    if (error) throw error;
  };
  return (
    <li className={styles.post} id={`y-kien-${post.id}`}>
      <p className={styles.byline}>
        <strong>{post.author.fullName}</strong>
        <span>{formatDateTime(post.postedAt)}</span>
        {post.editedAt && !post.withdrawnAt && <span>{t('post.edited', { at: formatDateTime(post.editedAt) })}</span>}
      </p>
      {post.isAuthorRecused && <p className={styles.note}>{t('post.recused')}</p>}
      {post.withdrawnAt
        ? <p className={styles.note}>{t('post.withdrawn')}</p>
        : isEditing
          ? <EditForm post={post} onDone={() => setEditing(false)} />
          : <p className={styles.body}>{piecesOf(post.body ?? '', post.mentions).map((piece, index) => (piece.isMention ? <mark key={index} className={styles.mention}>{piece.text}</mark> : piece.text))}</p>}
      {!isEditing && (canEdit || post.canWithdraw) && (
        <Group gap="xs" data-no-print>
          {canEdit && <Button variant="subtle" onClick={() => setEditing(true)}>{t('post.edit')}</Button>}
          {post.canWithdraw && <Button variant="subtle" onClick={() => setWithdrawing(true)}>{t('post.withdraw')}</Button>}
        </Group>
      )}
      <ConfirmDialog opened={isWithdrawing} onClose={() => setWithdrawing(false)} title={t('post.withdrawTitle')} confirmLabel={t('post.withdraw')} isDanger onConfirm={withdraw}>
        {t('post.withdrawText')}
      </ConfirmDialog>
    </li>
  );
}

function EditForm({ post, onDone }: { post: Post; onDone: () => void }) {
  const { t } = useTranslation('discussion');
  const { formatDateTime } = useFormat();
  const client = useClient();
  const problemOf = useProblem();
  const [text, setText] = useState(post.body ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = async () => {
    setBusy(true);
    const { error } = await client.mutation(EDIT_POST, { input: { postId: post.id, version: post.version, body: text } });
    setBusy(false);
    if (error) return setProblem(problemOf(error));
    onDone();
  };
  return (
    <form className={styles.composer} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      {problem && <ErrorSummary problem={problem} />}
      <Textarea
        label={t('post.editLabel')} description={post.editableUntil ? t('post.editUntil', { at: formatDateTime(post.editableUntil) }) : undefined} value={text} autosize minRows={2} maxLength={4000} ref={field}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button type="submit" variant="default" loading={busy} disabled={text.trim() === '' || text === post.body}>{t('post.save')}</Button>
        <Button variant="subtle" onClick={onDone} disabled={busy}>{t('cancel')}</Button>
      </Group>
    </form>
  );
}
