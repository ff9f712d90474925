import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { todayLocal } from '../../lib/format.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { KeyValue } from '../../ui/KeyValue.js';
import { toast } from '../../ui/toast.js';
import { CampaignBadge } from './CampaignBadge.js';
import { CHANGE_STATE, type Campaign } from './queries.js';
import { stepsOf, type CampaignStep } from './steps.js';
import styles from './campaign.module.css';

/** One campaign: where it stands, and its next step, which says what follows before it is taken. */
export function CampaignCard({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign');
  const client = useClient();
  const [asking, setAsking] = useState<CampaignStep | null>(null);
  const { id, name, state, opensOn: from, lastSubmissionDay: to, targetCount, revision, regulation } = campaign;
  const take = async (step: CampaignStep) => {
    const { error } = await client.mutation(CHANGE_STATE, { input: { id, revision, state: step } });
    if (error) throw error;
    toast(t(`step.${step}.done`));
  };
  return (
    <section className={styles.card} aria-labelledby={`campaign-${id}`}>
      <h2 id={`campaign-${id}`}>{name}</h2>
      <CampaignBadge state={state} />
      <KeyValue items={[
        { label: t('dates'), value: [t('from', { from, to }), state === 'OPEN' && t(reception(campaign))].filter(Boolean).join('. ') },
        { label: t('regulation'), value: regulation.name },
        ...(targetCount === null || targetCount === undefined ? [] : [{ label: t('target'), value: t('targetCount', { count: targetCount }) }]),
      ]} />
      <div className={styles.acts}>
        {stepsOf(state).map((step) => (
          <Button key={step} variant={step === 'CANCELLED' ? 'subtle' : 'default'} color={step === 'CANCELLED' ? 'red' : undefined} onClick={() => setAsking(step)}>{t(`step.${step}.button`)}</Button>
        ))}
      </div>
      {asking && (
        <ConfirmDialog opened onClose={() => setAsking(null)} title={t(`step.${asking}.question`, { name })} confirmLabel={t(`step.${asking}.button`)} isDanger={asking === 'CANCELLED'} onConfirm={() => take(asking)}>
          <p>{t(`step.${asking}.consequence`, { from, to })}</p>
          {asking === 'CLOSED' && todayLocal() <= to && <p><strong>{t('step.CLOSED.early', { to })}</strong></p>}
        </ConfirmDialog>
      )}
    </section>
  );
}

function reception({ acceptsSubmissions, opensOn }: Campaign): 'accepts' | 'notYet' | 'over' {
  if (acceptsSubmissions) return 'accepts';
  return todayLocal() < opensOn ? 'notYet' : 'over';
}
