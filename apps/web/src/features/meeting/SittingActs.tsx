import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useFormat } from '../../lib/useFormat.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { COUNT_SESSION, type Room } from './queries.js';
import { type MeetingRules, openSitting } from './room.js';
import { EndSittingDialog, OpenSittingDialog } from './SittingDialogs.js';
import { done, useRevision } from './useAct.js';
import styles from './meeting.module.css';

/** Opens and ends the sitting and counts the session, for whoever runs the meeting. */
export function SittingActs({ room, rules, look }: { room: Room; rules: MeetingRules | null; look: () => void }) {
  const { t } = useTranslation('meeting');
  const { formatDateTime } = useFormat();
  const client = useClient();
  const revisionOf = useRevision();
  const [asking, setAsking] = useState<'open' | 'end' | 'count' | null>(null);
  const { actions, items, meeting } = room;
  const sitting = openSitting(meeting?.sittings ?? []);
  const left = rules?.vote.method === 'NONE' ? [] : items.filter(({ ballot }) => ballot?.state !== 'CLOSED');
  const close = () => setAsking(null);
  const count = async () => {
    await done(client.mutation(COUNT_SESSION, { input: await revisionOf(room.id) }));
    look();
  };
  return (
    <section className={styles.sitting} aria-label={t('sitting.title')}>
      {sitting && (
        <p>
          {t('sitting.since', { number: sitting.number, at: formatDateTime(sitting.openedAt), name: sitting.presiding.fullName })}
          {sitting.authorisation && <span className={styles.soft}>{t('sitting.by', { authorisation: sitting.authorisation })}</span>}
        </p>
      )}
      {meeting?.sittings.filter(({ endedAt }) => endedAt).map((past) => (
        <p key={past.id} className={styles.soft}>
          {t(past.ending === 'ADJOURNED' ? 'sitting.adjourned' : 'sitting.ended', { number: past.number, at: formatDateTime(past.endedAt ?? ''), reason: past.endingReason ?? '' })}
        </p>
      ))}
      <div className={styles.buttons}>
        {actions.includes('OPEN_SITTING') && room.state !== 'COUNTED' && <Button onClick={() => setAsking('open')}>{t('sitting.open')}</Button>}
        {actions.includes('COUNT') && <Button variant={left.length === 0 ? 'filled' : 'default'} onClick={() => setAsking('count')}>{t('count.button')}</Button>}
        {actions.includes('END_SITTING') && <Button variant="default" onClick={() => setAsking('end')}>{t('sitting.end')}</Button>}
      </div>
      {asking === 'open' && <OpenSittingDialog room={room} onClose={close} look={look} />}
      {asking === 'end' && <EndSittingDialog room={room} onClose={close} look={look} />}
      {asking === 'count' && (
        <ConfirmDialog opened onClose={close} title={t('count.question')} confirmLabel={t('count.button')} isDanger={left.length > 0} onConfirm={count}>
          <p>{t('count.consequence')}</p>
          {left.length > 0 && (
            <>
              <p className={styles.warn}>{t('count.left', { count: left.length })}</p>
              <ul>{left.map(({ id, code, title }) => <li key={id}>{code}: {title}</li>)}</ul>
            </>
          )}
        </ConfirmDialog>
      )}
    </section>
  );
}
