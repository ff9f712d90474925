import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { hasCode, useProblem, type Problem } from '../../lib/errors.js';
import { useFormat } from '../../lib/useFormat.js';
import { useViewer } from '../../session/context.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { KeyValue } from '../../ui/KeyValue.js';
import { toast } from '../../ui/toast.js';
import styles from './dossier.module.css';
import { CONFIRM_AUTHORSHIP, DECLINE_AUTHORSHIP, DOSSIER, type Dossier } from './queries.js';

const DeclineDialog = lazy(() => import('./ReasonDialogs.js').then((module) => ({ default: module.DeclineDialog })));

/** A co-author is asked: are you one of the authors, and is this your share? */
export function ConsentCard({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('initiative');
  const { formatShare } = useFormat();
  const { person } = useViewer();
  const client = useClient();
  const problemOf = useProblem();
  const [isBusy, setBusy] = useState(false);
  const [isDeclining, setDeclining] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { id, actions, myAuthorship, authors } = dossier;
  if (!myAuthorship) return null;

  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    const { error } = await client.mutation(CONFIRM_AUTHORSHIP, { input: { id, shareBp: myAuthorship.shareBp } });
    setBusy(false);
    if (error) setProblem(problemOf(error));
    else toast(t('consent.done'));
    // The share shown must be the newest before the person can agree to it.
    if (error && hasCode(error, 'AUTHORSHIP_SHARE_CHANGED')) await client.query(DOSSIER, { code: dossier.code }, { requestPolicy: 'network-only' });
  };
  const decline = async (reason: string) => {
    const { error } = await client.mutation(DECLINE_AUTHORSHIP, { input: { id, reason } });
    if (error) throw error;
    toast(t('consent.declinedDone'));
  };
  const isAnswered = myAuthorship.confirmedAt !== null;
  return (
    <section className={styles.card} aria-labelledby="consent-title">
      <h2 id="consent-title">{t(isAnswered ? 'consent.answeredTitle' : 'consent.title')}</h2>
      {problem && <ErrorSummary problem={problem} />}
      <p>{t(isAnswered ? 'consent.answeredText' : myAuthorship.declinedAt ? 'consent.declinedText' : 'consent.text', { lead: authors[0]?.person.fullName ?? '' })}</p>
      <KeyValue items={[
        { label: t('consent.you'), value: [person.fullName, person.position, person.unit?.shortName].filter(Boolean).join('\n') },
        { label: t('consent.share'), value: <strong className={styles.share}>{formatShare(myAuthorship.shareBp)}</strong> },
        { label: t('consent.others'), value: authors.filter((author) => author.person.id !== person.id).map((author) => `${author.person.fullName} – ${formatShare(author.shareBp)}`).join('\n') },
      ]} />
      <div className={styles.buttons}>
        {actions.includes('CONFIRM_AUTHORSHIP') && <Button onClick={() => void confirm()} loading={isBusy}>{t('consent.confirm')}</Button>}
        {actions.includes('DECLINE_AUTHORSHIP') && <Button variant="default" onClick={() => setDeclining(true)}>{t('consent.decline')}</Button>}
      </div>
      {isDeclining && <Suspense><DeclineDialog onClose={() => setDeclining(false)} onDecline={decline} /></Suspense>}
    </section>
  );
}
