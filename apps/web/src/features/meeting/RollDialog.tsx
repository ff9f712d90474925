import { Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollMark } from '../../gql/schema.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';

/** Marks that have something to say beside them. */
export type AskedMark = Extract<RollMark, 'EXCUSED' | 'ABSENT' | 'MISTAKEN'>;

interface RollDialogProps {
  name: string;
  mark: AskedMark;
  onClose: () => void;
  onNote: (given: { reason?: string; writtenOpinion?: string }) => Promise<void>;
}

/** Notes an absence with its reason and a written opinion, or takes back a stay that was noted by mistake. */
export function RollDialog({ name, mark, onClose, onNote }: RollDialogProps) {
  const { t } = useTranslation('meeting');
  const [reason, setReason] = useState('');
  const [writtenOpinion, setWrittenOpinion] = useState('');
  const isAbsence = mark !== 'MISTAKEN';
  return (
    <ConfirmDialog
      opened onClose={onClose} title={t(`roll.ask.${mark}`, { name })} confirmLabel={t('roll.note')}
      onConfirm={() => onNote({ reason: reason.trim() || undefined, writtenOpinion: isAbsence ? writtenOpinion.trim() || undefined : undefined })}
    >
      <Stack gap="md">
        <Textarea id="reason" label={t('roll.reason')} autosize minRows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        {isAbsence && <Textarea id="writtenOpinion" label={t('roll.written')} description={t('roll.writtenHint')} autosize minRows={2} maxLength={20_000} value={writtenOpinion} onChange={(event) => setWrittenOpinion(event.currentTarget.value)} />}
      </Stack>
    </ConfirmDialog>
  );
}
