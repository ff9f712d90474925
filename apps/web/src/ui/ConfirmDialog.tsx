import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblem, type Problem } from '../lib/errors.js';
import { useFocusBack } from '../lib/useFocusBack.js';
import { ErrorSummary } from './ErrorSummary.js';

export interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  /** A question that names what is about to happen. */
  title: string;
  /** What follows from it, and whether it can be undone. */
  children: ReactNode;
  /** The verb on the button; never just "OK". */
  confirmLabel: string;
  /** Red button for acts that take something away. */
  isDanger?: boolean;
  /** Does it; the dialog closes when the promise resolves and shows the error when it rejects. */
  onConfirm: () => Promise<void> | void;
}

/** Asks before an act that has consequences, does it and stays open with the reason if the server refuses. */
export function ConfirmDialog({ opened, onClose, title, children, confirmLabel, isDanger = false, onConfirm }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const problemOf = useProblem();
  useFocusBack(opened);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setProblem(null);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap="md">
        {problem && <ErrorSummary problem={problem} fieldId={(path) => (document.getElementById(path) ? path : undefined)} />}
        <div>{children}</div>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close} disabled={busy}>{t('action.cancel')}</Button>
          <Button color={isDanger ? 'red' : undefined} onClick={confirm} loading={busy}>{confirmLabel}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
