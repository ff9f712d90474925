import { Button, Group, Modal, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { ConflictKind } from '../../gql/schema.js';
import { useProblem, type Problem } from '../../lib/errors.js';
import { useFocusBack } from '../../lib/useFocusBack.js';
import { ErrorSummary, type SummaryItem } from '../../ui/ErrorSummary.js';
import { toast } from '../../ui/toast.js';
import { DECLARE_CONFLICT, type JudgedItem } from './queries.js';

const KINDS: readonly ConflictKind[] = ['AUTHOR', 'ADOPTER', 'KIN', 'SAME_UNIT', 'SUPERVISOR', 'CO_AUTHOR', 'OTHER'];

interface InterestDialogProps {
  item: Pick<JudgedItem, 'id' | 'code' | 'title'>;
  onClose: () => void;
  onDeclared: () => void;
}

/** A member says that they should not judge this dossier; from then on it is not there for them. */
export function InterestDialog({ item, onClose, onDeclared }: InterestDialogProps) {
  const { t } = useTranslation('scoring');
  useFocusBack();
  const client = useClient();
  const problemOf = useProblem();
  const [kind, setKind] = useState<ConflictKind | ''>('');
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<SummaryItem[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const missing = [
    ...(kind === '' ? [{ text: t('interest.kindMissing'), fieldId: 'interest-kind' }] : []),
    ...(reason.trim() === '' ? [{ text: t('interest.reasonMissing'), fieldId: 'interest-reason' }] : []),
  ];
  const declare = async () => {
    setRefused(missing);
    if (kind === '' || missing.length > 0 || busy) return;
    setBusy(true);
    setProblem(null);
    const { error } = await client.mutation(DECLARE_CONFLICT, { input: { itemId: item.id, kind, reason: reason.trim() } });
    setBusy(false);
    if (error) return setProblem(problemOf(error));
    toast(t('interest.done', { code: item.code }));
    onDeclared();
  };
  return (
    <Modal opened onClose={onClose} title={t('interest.title')} closeButtonProps={{ 'aria-label': t('interest.close') }}>
      <Stack gap="md">
        {problem && <ErrorSummary problem={problem} fieldId={(path) => `interest-${path}`} />}
        {!problem && refused.length > 0 && <ErrorSummary items={refused} />}
        <p style={{ margin: 0 }}>{item.code} · {item.title}</p>
        <NativeSelect
          id="interest-kind" label={t('interest.kind')} value={kind} onChange={(event) => setKind(event.currentTarget.value as ConflictKind | '')}
          data={[{ value: '', label: t('interest.choose') }, ...KINDS.map((value) => ({ value, label: t(`interest.kinds.${value}`) }))]}
        />
        <Textarea id="interest-reason" label={t('interest.reason')} description={t('interest.reasonHint')} autosize minRows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <p style={{ margin: 0 }}>{t('interest.consequence')}</p>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} disabled={busy}>{t('interest.cancel')}</Button>
          <Button onClick={() => void declare()} loading={busy}>{t('interest.confirm')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
