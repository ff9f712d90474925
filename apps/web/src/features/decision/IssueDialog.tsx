import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { hasCode } from '../../lib/errors.js';
import { useSite } from '../../session/context.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { tally } from './decisionRules.js';
import { newKey } from './newKey.js';
import { DECISION, ISSUE, type Decision } from './queries.js';

export interface IssueDialogProps {
  decision: Decision;
  onClose: () => void;
  onIssued: (decision: Decision) => void;
}

/** The last question: what issuing brings about, and that it cannot be taken back. A repeated press issues once. */
export default function IssueDialog({ decision, onClose, onIssued }: IssueDialogProps) {
  const { t } = useTranslation('decision');
  const client = useClient();
  const headTitle = useSite()?.tenant?.headTitle ?? '';
  const [idempotencyKey, setIdempotencyKey] = useState(newKey);
  const [signerTitle, setSignerTitle] = useState(headTitle);
  const counts = tally(decision.items);
  const issue = async () => {
    const title = signerTitle.trim();
    const input = { decisionId: decision.id, revision: decision.revision, idempotencyKey, signerTitle: title === headTitle ? null : title || null };
    const { data, error } = await client.mutation(ISSUE, { input });
    if (data) return onIssued(data.issueDecision);
    if (error && (hasCode(error, 'REVISION_CONFLICT') || hasCode(error, 'DECISION_ISSUED'))) {
      const again = await client.query(DECISION, { id: decision.id }, { requestPolicy: 'network-only' });
      if (again.data) onIssued(again.data.recognitionDecision);
    }
    throw error;
  };
  return (
    <ConfirmDialog opened onClose={onClose} title={t('issue.title')} confirmLabel={t('issue.confirm')} onConfirm={issue}>
      <p style={{ marginTop: 0 }}>{t('issue.lead')}</p>
      <ul>
        <li>{t('issue.number')}</li>
        <li>{t('issue.register', { count: counts.EFFECTIVE + counts.RECOGNISED })}</li>
        {counts.REFUSED > 0 && <li>{t('issue.refused', { count: counts.REFUSED })}</li>}
        <li>{t('issue.notices')}</li>
      </ul>
      <TextInput
        label={t('issue.signerTitle')} description={t('issue.signerHint')} value={signerTitle} maxLength={200}
        onChange={(event) => { setSignerTitle(event.currentTarget.value); setIdempotencyKey(newKey()); }}
      />
      <p style={{ marginBottom: 0 }}><strong>{t('issue.final')}</strong></p>
    </ConfirmDialog>
  );
}
