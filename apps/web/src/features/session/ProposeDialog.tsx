import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { PROPOSE_DECISION, type Session } from './queries.js';

/** Drafts the decision from the locked results and goes there. */
export function ProposeDialog({ session, onClose }: { session: Pick<Session, 'id' | 'title' | 'campaign'>; onClose: () => void }) {
  const { t } = useTranslation('session');
  const client = useClient();
  const navigate = useNavigate();
  const [summary, setSummary] = useState(() => t('propose.default', { campaign: session.campaign.name }));
  const propose = async () => {
    const { data, error } = await client.mutation(PROPOSE_DECISION, { input: { sessionId: session.id, summary: summary.trim() } });
    if (!data) throw error ?? new Error('No decision');
    await navigate({ to: '/quyet-dinh/$id', params: { id: data.proposeDecision.id } });
  };
  return (
    <ConfirmDialog opened onClose={onClose} title={t('act.PROPOSE_DECISION.question')} confirmLabel={t('act.PROPOSE_DECISION.button')} onConfirm={propose}>
      <p>{t('act.PROPOSE_DECISION.consequence')}</p>
      <Textarea label={t('propose.summary')} description={t('propose.summaryHint')} autosize minRows={2} maxLength={2000} value={summary} onChange={(event) => setSummary(event.currentTarget.value)} />
    </ConfirmDialog>
  );
}
