import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { toast } from '../../ui/toast.js';
import { clientError } from './faults.js';
import styles from './dossier.module.css';
import { WITHDRAW, type Dossier } from './queries.js';

interface WithdrawDialogProps {
  dossier: Dossier;
  opened: boolean;
  onClose: () => void;
}

/** Asks before a dossier is withdrawn: it cannot be taken back. */
export function WithdrawDialog({ dossier, opened, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation('initiative');
  const client = useClient();
  const [reason, setReason] = useState('');
  const withdraw = async () => {
    if (reason.trim() === '') throw clientError('REASON_MISSING');
    const { error } = await client.mutation(WITHDRAW, { input: { id: dossier.id, reason: reason.trim() } });
    if (error) throw error;
    toast(t('withdraw.done', { code: dossier.code }));
  };
  return (
    <ConfirmDialog opened={opened} onClose={onClose} title={t('withdraw.title', { code: dossier.code })} confirmLabel={t('withdraw.action')} isDanger onConfirm={withdraw}>
      <p className={styles.first}>{t(dossier.state === 'DRAFT' ? 'withdraw.textDraft' : 'withdraw.text')}</p>
      <Textarea id="withdraw-reason" label={t('withdraw.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={2000} autosize minRows={3} />
    </ConfirmDialog>
  );
}
