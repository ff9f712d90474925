import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { ANNUL_BALLOT, CLOSE_BALLOT, OPEN_BALLOT, type RoomItem } from './queries.js';
import type { MeetingRules } from './room.js';
import { done } from './useAct.js';
import styles from './meeting.module.css';

interface BallotDeskProps {
  item: RoomItem;
  rules: MeetingRules | null;
  /** Whether ballots can be handed out, and everybody is looking at this item. */
  canOpen: boolean;
  look: () => void;
}

/** Opens, closes and annuls the vote on an item; each asks first and says what follows. */
export function BallotDesk({ item, rules, canOpen, look }: BallotDeskProps) {
  const { t } = useTranslation('meeting');
  const client = useClient();
  const [asking, setAsking] = useState<'open' | 'close' | 'annul' | null>(null);
  const [reason, setReason] = useState('');
  const { ballot } = item;
  const isOpen = ballot?.state === 'OPEN';
  const mayOpen = canOpen && rules?.vote.method !== 'NONE' && !isOpen && ballot?.state !== 'CLOSED';
  // Who has voted is told to nobody while the vote is open: only how many have not.
  const missing = isOpen ? ballot.issued - ballot.returned : 0;
  const close = () => setAsking(null);
  const act = async () => {
    if (asking === 'open') await done(client.mutation(OPEN_BALLOT, { itemId: item.id }));
    if (asking === 'close') await done(client.mutation(CLOSE_BALLOT, { itemId: item.id }));
    if (asking === 'annul') await done(client.mutation(ANNUL_BALLOT, { input: { itemId: item.id, reason: reason.trim() } }));
    setReason('');
    look();
  };
  if (!isOpen && !mayOpen) return null;
  return (
    <div className={styles.desk}>
      <div className={styles.buttons}>
        {mayOpen && <Button onClick={() => setAsking('open')}>{t('desk.open')}</Button>}
        {isOpen && <Button variant={missing === 0 ? 'filled' : 'default'} onClick={() => setAsking('close')}>{t('desk.close')}</Button>}
        {isOpen && <Button variant="default" onClick={() => setAsking('annul')}>{t('desk.annul')}</Button>}
      </div>
      {asking && (
        <ConfirmDialog opened onClose={close} title={t(`desk.${asking}Question`, { code: item.code })} confirmLabel={t(`desk.${asking}`)} isDanger={asking === 'annul'} onConfirm={act}>
          <p>{t(`desk.${asking}Consequence`)}</p>
          {asking === 'close' && missing > 0 && <p className={styles.warn}>{t('desk.missing', { count: missing })}</p>}
          {asking === 'annul' && <Textarea id="reason" label={t('desk.reason')} autosize minRows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
        </ConfirmDialog>
      )}
    </div>
  );
}
