import { Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import styles from './dossier.module.css';
import { clientError } from './faults.js';

/** Characters of a reason that the server keeps. */
const LONGEST_REASON = 2000;

interface ReasonDialogProps {
  id: string;
  title: string;
  label: string;
  confirmLabel: string;
  children: ReactNode;
  onClose: () => void;
  onConfirm: (reason: string) => Promise<void>;
}

/** An act that takes something away and is recorded with its reason. */
function ReasonDialog({ id, title, label, confirmLabel, children, onClose, onConfirm }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const confirm = async () => {
    if (reason.trim() === '') throw clientError('REASON_MISSING');
    await onConfirm(reason.trim());
  };
  return (
    <ConfirmDialog opened onClose={onClose} title={title} confirmLabel={confirmLabel} isDanger onConfirm={confirm}>
      <p className={styles.first}>{children}</p>
      <Textarea id={id} label={label} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={LONGEST_REASON} autosize minRows={3} />
    </ConfirmDialog>
  );
}

/** Asks why a person does not want to be named as author. */
export function DeclineDialog({ onClose, onDecline }: { onClose: () => void; onDecline: (reason: string) => Promise<void> }) {
  const { t } = useTranslation('initiative');
  return (
    <ReasonDialog id="decline-reason" title={t('consent.declineTitle')} label={t('consent.reason')} confirmLabel={t('consent.decline')} onClose={onClose} onConfirm={onDecline}>
      {t('consent.declineText')}
    </ReasonDialog>
  );
}

interface WithdrawDialogProps {
  code: string;
  isDraft: boolean;
  onClose: () => void;
  onWithdraw: (reason: string) => Promise<void>;
}

/** Asks before a dossier is withdrawn: it cannot be taken back. */
export function WithdrawDialog({ code, isDraft, onClose, onWithdraw }: WithdrawDialogProps) {
  const { t } = useTranslation('initiative');
  return (
    <ReasonDialog id="withdraw-reason" title={t('withdraw.title', { code })} label={t('withdraw.reason')} confirmLabel={t('withdraw.action')} onClose={onClose} onConfirm={onWithdraw}>
      {t(isDraft ? 'withdraw.textDraft' : 'withdraw.text')}
    </ReasonDialog>
  );
}
