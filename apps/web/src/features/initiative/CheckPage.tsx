import { Button, Checkbox } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { usePrimaryAction } from '../../lib/keyboard.js';
import { DueDate } from '../../ui/DueDate.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { KeyValue } from '../../ui/KeyValue.js';
import { ButtonLink } from '../../ui/links.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { PathLink } from '../../ui/PathLink.js';
import { PageSkeleton } from '../../ui/Skeletons.js';
import { StickyActionBar } from '../../ui/StickyActionBar.js';
import { useAnswers } from './answers.js';
import styles from './check.module.css';
import { useFaultWords, type WordedFault } from './faults.js';
import { EDIT_DOSSIER, type EditDossier } from './queries.js';
import { SECTIONS, sectionPath } from './sections.js';
import { useFresh } from './useFresh.js';
import { useSubmission } from './useSubmission.js';

/** After these nobody knows here whether the server has recorded the submission. */
const UNCERTAIN = new Set(['NETWORK', 'INTERNAL_ERROR', 'OUTCOME_UNKNOWN']);

/** All answers on one page, what is still missing, and the undertaking: the last look before handing in. */
export function CheckPage({ code }: { code: string }) {
  const { data, error, reload } = useFresh(EDIT_DOSSIER, { code });
  if (error && !data) return <ErrorContent error={error} onRetry={reload} />;
  if (!data) return <PageSkeleton />;
  return <Content dossier={data.initiative} onOutdated={reload} />;
}

function Content({ dossier, onOutdated }: { dossier: EditDossier; onOutdated: () => void }) {
  const { t } = useTranslation('initiative');
  const router = useRouter();
  const answersOf = useAnswers(dossier);
  const wordsOf = useFaultWords();
  const [isDeclared, setDeclared] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const faultList = useRef<HTMLElement>(null);
  const { code, actions } = dossier;
  const mayEdit = actions.includes('EDIT');
  const maySubmit = actions.includes('SUBMIT') || actions.includes('RESUBMIT');
  const faults = wordsOf(dossier.faults ?? [], dossier);
  const blocking = faults.filter(({ isBlocking }) => isBlocking);
  const { submit, isBusy, problem, isSupplement } = useSubmission({
    dossier, onOutdated, onSubmitted: () => void router.navigate({ to: '/ho-so/$code/da-nop', params: { code } }),
  });
  const isClosed = actions.includes('SUBMIT') && !dossier.campaign.acceptsSubmissions;
  const tryToSubmit = () => {
    if (!maySubmit || isClosed) return;
    if (blocking.length > 0) return faultList.current?.focus();
    setAsked(!isDeclared);
    if (isDeclared) void submit();
  };
  usePrimaryAction(tryToSubmit);
  return (
    <div className={styles.page}>
      <PageTitle
        title={t(mayEdit ? (maySubmit ? 'check.title' : 'check.titleRead') : 'check.titleAnswers')} above={`${code} · ${dossier.title}`} documentTitle={`${t('check.title')} – ${code}`}
        crumbs={[{ label: t('list.title'), to: '/ho-so' }, { label: code, to: `/ho-so/${encodeURIComponent(code)}` }]}
      />
      {problem && (UNCERTAIN.has(problem.code)
        ? <ErrorSummary problem={{ ...problem, faults: [], fix: t('check.unknownFix') }} title={t('check.unknown')} />
        : <ErrorSummary problem={{ ...problem, faults: [] }} title={t('check.notSubmitted')} />)}
      {isAsked && <ErrorSummary items={[{ text: t('check.declarationMissing'), fieldId: 'declaration' }]} />}
      {mayEdit && blocking.length > 0 && <Faults ref={faultList} code={code} faults={blocking} title={t('check.faults', { count: blocking.length })} />}
      {mayEdit && blocking.length === 0 && <p className={styles.ready}>{t(maySubmit ? 'check.complete' : 'check.completeForLead')}</p>}
      {mayEdit && faults.length > blocking.length && <Faults code={code} faults={faults.filter(({ isBlocking }) => !isBlocking)} title={t('check.warnings')} />}
      {SECTIONS.map(({ id }) => (
        <section key={id} className={styles.section} aria-labelledby={`section-${id}`}>
          <h2 id={`section-${id}`}>{t(`section.${id}`)}</h2>
          <KeyValue items={answersOf(id, mayEdit)} />
        </section>
      ))}
      {maySubmit && (
        <section className={styles.declaration} aria-labelledby="declaration-title">
          <h2 id="declaration-title">{t('check.declarationTitle')}</h2>
          <Checkbox id="declaration" label={t('check.declaration')} checked={isDeclared} onChange={(event) => { setDeclared(event.currentTarget.checked); setAsked(false); }} error={isAsked ? t('check.declarationMissing') : undefined} />
          <p className={styles.soft}>{isSupplement ? t('check.afterSupplement') : t('check.afterSubmission')}</p>
          {isClosed && <p className={styles.closed}>{t('check.closed')}</p>}
        </section>
      )}
      <StickyActionBar note={maySubmit && !isSupplement && !isClosed ? <>{t('list.due.submit')} <DueDate value={dossier.campaign.lastSubmissionDay} /></> : undefined}>
        {maySubmit && !isClosed && <Button onClick={tryToSubmit} loading={isBusy}>{t(isSupplement ? 'check.resubmit' : 'check.submit')}</Button>}
        <ButtonLink to="/ho-so/$code" params={{ code }} variant="default">{t('section.toDossier')}</ButtonLink>
      </StickyActionBar>
    </div>
  );
}

function Faults({ code, faults, title, ref }: { code: string; faults: WordedFault[]; title: string; ref?: React.Ref<HTMLElement> }) {
  return (
    <section ref={ref} tabIndex={-1} className={styles.faults} aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.code}-${fault.fieldId}`}>
            <PathLink to={sectionPath(code, fault.section, { field: fault.fieldId, fromCheck: true })}>{fault.text}</PathLink>
            {fault.fix && <> <span className={styles.soft}>{fault.fix}</span></>}
          </li>
        ))}
      </ul>
    </section>
  );
}
