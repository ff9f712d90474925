import { Button, Checkbox, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { toast } from '../../ui/toast.js';
import { DECIDE_CONFLICTS, SESSION, type Session } from './queries.js';
import styles from './session.module.css';

type Case = NonNullable<Session['conflictCases']>[number];
type Decision = 'RECUSED' | 'ALLOWED';

/** Conflicts about which the viewer decides, several at once where the same reason holds for them. */
export function ConflictCases({ sessionId, cases }: { sessionId: string; cases: readonly Case[] }) {
  const { t } = useTranslation('session');
  const client = useClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState<Decision | null>(null);
  const [reason, setReason] = useState('');
  const pending = cases.filter(({ conflict }) => conflict.decision === 'PENDING').map(({ conflict }) => conflict.id);
  const isAbsolute = cases.some(({ conflict }) => conflict.isAbsolute && chosen.includes(conflict.id));
  const toggle = (id: string) => setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const decide = async (decision: Decision) => {
    const { error } = await client.mutation(DECIDE_CONFLICTS, { input: { sessionId, conflictIds: [...chosen], decision, reason: reason.trim() || null } });
    if (error) throw error;
    setChosen([]);
    setReason('');
    toast(t('conflict.decided'));
    await client.query(SESSION, { id: sessionId }, { requestPolicy: 'network-only' });
  };
  return (
    <section className={styles.block} aria-label={t('conflict.title')}>
      <Title order={2}>{t('conflict.title')}</Title>
      <p className={styles.soft}>{t('conflict.lead')}</p>
      <ul className={styles.agenda}>
        {cases.map(({ code, title, conflict }) => (
          <li key={conflict.id}>
            <div>
              <Checkbox
                checked={chosen.includes(conflict.id)} onChange={() => toggle(conflict.id)} label={`${conflict.person.fullName} – ${t(`conflict.kind.${conflict.kind}`)}`}
                aria-label={t('conflict.select', { name: conflict.person.fullName, code })} description={`${code} · ${title}`}
              />
              <p className={styles.soft}>{t(`conflict.decision.${conflict.decision}`)} · {t(`conflict.source.${conflict.source}`)}</p>
              {conflict.reason && <p className={styles.soft}>{t('conflict.reason', { reason: conflict.reason })}</p>}
              {conflict.decisionReason && <p className={styles.soft}>{t('conflict.decisionReason', { reason: conflict.decisionReason })}</p>}
              {conflict.isAbsolute && <p className={styles.soft}>{t('conflict.absolute')}</p>}
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        {pending.length > 0 && <Button variant="default" onClick={() => setChosen(pending)}>{t('conflict.selectPending', { count: pending.length })}</Button>}
        <Button disabled={chosen.length === 0 || isAbsolute} onClick={() => setAsking('ALLOWED')}>{t('conflict.allow')}</Button>
        <Button variant="default" disabled={chosen.length === 0} onClick={() => setAsking('RECUSED')}>{t('conflict.recuse')}</Button>
      </div>
      {asking && (
        <ConfirmDialog
          opened onClose={() => setAsking(null)} isDanger={asking === 'RECUSED'} onConfirm={() => decide(asking)}
          title={t(asking === 'ALLOWED' ? 'conflict.allowQuestion' : 'conflict.recuseQuestion', { count: chosen.length })} confirmLabel={t(asking === 'ALLOWED' ? 'conflict.allow' : 'conflict.recuse')}
        >
          <p>{t(asking === 'ALLOWED' ? 'conflict.allowConsequence' : 'conflict.recuseConsequence')}</p>
          <Textarea
            id="reason" label={t('conflict.why')} description={asking === 'ALLOWED' ? t('conflict.whyNeeded') : undefined} autosize minRows={2} maxLength={2000}
            value={reason} onChange={(event) => setReason(event.currentTarget.value)}
          />
        </ConfirmDialog>
      )}
    </section>
  );
}
