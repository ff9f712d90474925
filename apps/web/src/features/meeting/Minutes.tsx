import { Button, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useFormat } from '../../lib/useFormat.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { toast } from '../../ui/toast.js';
import { LOCK_SESSION } from '../session/queries.js';
import { MinutesText } from './MinutesText.js';
import { DRAFT_MINUTES, type Room } from './queries.js';
import { openSitting } from './room.js';
import { done, useRevision } from './useAct.js';
import styles from './meeting.module.css';

/** The end of a session: minutes of the counting and of the meeting, their signatures, and the lock. */
export function Minutes({ room, look }: { room: Room; look: () => void }) {
  const { t } = useTranslation('meeting');
  const { formatDateTime } = useFormat();
  const client = useClient();
  const revisionOf = useRevision();
  const documents = room.minutes ?? [];
  const [asking, setAsking] = useState<'draft' | 'lock' | null>(null);
  const [conclusion, setConclusion] = useState('');
  const drafted = documents.find(({ kind }) => kind === 'MEETING');
  const isSitting = openSitting(room.meeting?.sittings ?? []) !== null;
  const mayDraft = room.actions.includes('DRAFT_MINUTES') && !isSitting;
  const mayLock = room.actions.includes('LOCK');
  if (documents.length === 0 && !mayDraft) return null;
  const startDraft = () => {
    setConclusion(drafted?.conclusion ?? '');
    setAsking('draft');
  };
  const draft = async () => {
    await done(client.mutation(DRAFT_MINUTES, { input: { ...(await revisionOf(room.id)), conclusion: conclusion.trim() } }));
    look();
  };
  const lock = async () => {
    await done(client.mutation(LOCK_SESSION, { input: await revisionOf(room.id) }));
    toast(t('lock.done'));
    look();
  };
  return (
    <section className={styles.minutes} aria-labelledby="minutes">
      <Title order={2} id="minutes" className={styles.heading}>{t('minutes.title')}</Title>
      {documents.map((minutes) => <MinutesText key={minutes.id} room={room} minutes={minutes} look={look} />)}
      {(mayDraft || mayLock) && (
        <div className={styles.buttons}>
          {mayLock && <Button onClick={() => setAsking('lock')}>{t('lock.button')}</Button>}
          {mayDraft && <Button variant={drafted ? 'default' : 'filled'} onClick={startDraft}>{t(drafted ? 'minutes.again' : 'minutes.draft')}</Button>}
        </div>
      )}
      {room.seal && <p className={styles.seal}>{t('lock.sealed', { at: formatDateTime(room.seal.sealedAt) })} <code>{room.seal.sha256}</code></p>}
      {asking === 'draft' && (
        <ConfirmDialog opened onClose={() => setAsking(null)} title={t('minutes.question')} confirmLabel={t('minutes.draft')} onConfirm={draft}>
          <p>{t(drafted ? 'minutes.againConsequence' : 'minutes.consequence')}</p>
          <Textarea id="conclusion" label={t('minutes.conclusion')} description={t('minutes.conclusionHint')} autosize minRows={4} maxLength={20_000} value={conclusion} onChange={(event) => setConclusion(event.currentTarget.value)} />
        </ConfirmDialog>
      )}
      {asking === 'lock' && (
        <ConfirmDialog opened onClose={() => setAsking(null)} title={t('lock.question')} confirmLabel={t('lock.button')} onConfirm={lock}>
          <p>{t('lock.consequence')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
