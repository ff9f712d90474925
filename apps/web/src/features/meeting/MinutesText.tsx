import { Button, Title } from '@mantine/core';
import { IconCircleCheck, IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useFormat } from '../../lib/useFormat.js';
import { useViewer } from '../../session/context.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { Status } from '../../ui/Status.js';
import { OutcomeBadge } from '../session/OutcomeBadge.js';
import { type MinutesDocument, type Room, SIGN_MINUTES } from './queries.js';
import { signersOf } from './room.js';
import { done } from './useAct.js';
import styles from './meeting.module.css';

/** Minutes to be read, and signed by whoever they wait for. */
export function MinutesText({ room, minutes, look }: { room: Room; minutes: MinutesDocument; look: () => void }) {
  const { t } = useTranslation('meeting');
  const { formatDateTime } = useFormat();
  const { person } = useViewer();
  const client = useClient();
  const [isSigning, setSigning] = useState(false);
  const signers = room.meeting ? signersOf(minutes, room.meeting) : [];
  const isDue = room.state !== 'LOCKED' && signers.some(({ personId, signedAt }) => personId === person.id && signedAt === null);
  const sign = async () => {
    await done(client.mutation(SIGN_MINUTES, { input: { minutesId: minutes.id, sha256: minutes.sha256 } }));
    look();
  };
  return (
    <article className={styles.document} aria-labelledby={`minutes-${minutes.kind}`}>
      <Title order={3} id={`minutes-${minutes.kind}`}>{t(`minutes.kind.${minutes.kind}`)}</Title>
      <p className={styles.soft}>{t('minutes.drafted', { at: formatDateTime(minutes.draftedAt), number: minutes.number })}</p>
      <ol className={styles.minuted}>
        {minutes.items.map((item) => (
          <li key={item.itemId}>
            <strong>{item.title}</strong> <span className={styles.soft}>{item.code}</span>
            {item.vote && <p>{t('vote.numbers', item.vote)} {t('vote.tally', item.vote)}.</p>}
            {minutes.kind === 'MEETING' && <p><OutcomeBadge outcome={item.outcome} /></p>}
            {minutes.kind === 'MEETING' && item.notes && <p className={styles.quote}>{item.notes}</p>}
          </li>
        ))}
      </ol>
      {minutes.conclusion && <><Title order={4}>{t('minutes.conclusion')}</Title><p className={styles.quote}>{minutes.conclusion}</p></>}
      <ul className={styles.signatures} aria-label={t('minutes.signatures')}>
        {signers.map(({ personId, fullName, capacity, signedAt }) => (
          <li key={`${personId} ${capacity}`}>
            <span><strong>{fullName}</strong> <span className={styles.soft}>{t(`capacity.${capacity}`)}</span></span>
            <Status tone={signedAt ? 'success' : 'warning'} icon={signedAt ? IconCircleCheck : IconHourglass}>{signedAt ? t('minutes.signed', { at: formatDateTime(signedAt) }) : t('minutes.waiting')}</Status>
          </li>
        ))}
      </ul>
      {isDue && <Button onClick={() => setSigning(true)}>{t(`minutes.sign.${minutes.kind}`)}</Button>}
      {isSigning && (
        <ConfirmDialog opened onClose={() => setSigning(false)} title={t('minutes.signQuestion')} confirmLabel={t('minutes.signNow')} onConfirm={sign}>
          <p>{t('minutes.signConsequence')}</p>
        </ConfirmDialog>
      )}
    </article>
  );
}
