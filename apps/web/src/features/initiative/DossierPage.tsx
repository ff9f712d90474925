import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { DueDate } from '../../ui/DueDate.js';
import { ButtonLink, TextLink } from '../../ui/links.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { PageSkeleton } from '../../ui/Skeletons.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { StickyActionBar } from '../../ui/StickyActionBar.js';
import { toast } from '../../ui/toast.js';
import { ConsentCard } from './ConsentCard.js';
import styles from './dossier.module.css';
import { DossierOverview } from './DossierOverview.js';
import { DossierTasks } from './DossierTasks.js';
import { DossierTimeline } from './DossierTimeline.js';
import { FormalCheckResult } from './FormalCheckResult.js';
import { DOSSIER, WITHDRAW, type Dossier } from './queries.js';
import { ResultCard } from './ResultCard.js';

const WithdrawDialog = lazy(() => import('./ReasonDialogs.js').then((module) => ({ default: module.WithdrawDialog })));

/** One dossier: what is left to write, or where it is and who is waited for. */
export function DossierPage({ code }: { code: string }) {
  const [{ data, error }, reload] = useQuery({ query: DOSSIER, variables: { code } });
  if (error && !data) return <ErrorContent error={error} onRetry={() => reload()} />;
  if (!data) return <PageSkeleton />;
  return <Content dossier={data.initiative} />;
}

function Content({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('initiative');
  const client = useClient();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { code, actions, state } = dossier;
  const isWriting = actions.includes('EDIT');
  const maySubmit = actions.includes('SUBMIT') || actions.includes('RESUBMIT');
  const answers = actions.includes('CONFIRM_AUTHORSHIP') || actions.includes('DECLINE_AUTHORSHIP');
  const withdraw = async (reason: string) => {
    const { error } = await client.mutation(WITHDRAW, { input: { id: dossier.id, reason } });
    if (error) throw error;
    toast(t('withdraw.done', { code }));
  };
  return (
    <div className={styles.page}>
      <PageTitle
        title={dossier.title} above={<>{code} · {dossier.campaign.name}</>} crumbs={[{ label: t('list.title'), to: '/ho-so' }]}
        lead={<span className={styles.state}><StatusBadge state={state} /> <Due dossier={dossier} /></span>}
      />
      {answers && dossier.myAuthorship && <ConsentCard dossier={dossier} />}
      <FormalCheckResult dossier={dossier} />
      <ResultCard dossier={dossier} />
      {isWriting && <DossierTasks dossier={dossier} />}
      {state !== 'DRAFT' && <DossierTimeline dossier={dossier} />}
      {!isWriting && <DossierOverview dossier={dossier} />}
      <section className={styles.section}>
        <h2>{t('dossier.more')}</h2>
        <ul className={styles.links}>
          {dossier.receipt && <li><TextLink to="/ho-so/$code/da-nop" params={{ code }}>{t('dossier.receipt', { number: dossier.receipt.number })}</TextLink></li>}
          {dossier.currentVersion > 0 && <li><TextLink to="/ho-so/$code/lich-su" params={{ code }}>{t('dossier.history', { count: dossier.currentVersion })}</TextLink></li>}
          <li><TextLink to="/ho-so/$code/kiem-tra" params={{ code }}>{t(isWriting ? 'dossier.preview' : 'dossier.answers')}</TextLink></li>
        </ul>
        {actions.includes('WITHDRAW') && (
          <Button variant="subtle" color="red" leftSection={<IconArrowBackUp size={18} aria-hidden />} onClick={() => setWithdrawing(true)} className={styles.withdraw}>{t(state === 'DRAFT' ? 'withdraw.openDraft' : 'withdraw.open')}</Button>
        )}
      </section>
      {isWriting && (
        <StickyActionBar note={maySubmit ? undefined : t('dossier.onlyLeadSubmits')}>
          <ButtonLink to="/ho-so/$code/kiem-tra" params={{ code }} variant={answers ? 'default' : 'filled'}>{t(maySubmit ? 'dossier.checkAndSubmit' : 'dossier.check')}</ButtonLink>
        </StickyActionBar>
      )}
      {isWithdrawing && <Suspense><WithdrawDialog code={code} isDraft={state === 'DRAFT'} onClose={() => setWithdrawing(false)} onWithdraw={withdraw} /></Suspense>}
    </div>
  );
}

function Due({ dossier: { state, campaign, supplementDueOn } }: { dossier: Dossier }) {
  const { t } = useTranslation('initiative');
  if (state === 'DRAFT') return campaign.acceptsSubmissions ? <span>{t('list.due.submit')} <DueDate value={campaign.lastSubmissionDay} /></span> : <span>{t('dossier.campaignClosed')}</span>;
  if (state === 'SUPPLEMENT_REQUIRED' && supplementDueOn) return <span>{t('list.due.supplement')} <DueDate value={supplementDueOn} /></span>;
  return null;
}
