import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { DueDate } from '../../ui/DueDate.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { StickyActionBar } from '../../ui/StickyActionBar.js';
import { AcceptDialog } from './AcceptDialog.js';
import { AnswerDialog } from './AnswerDialog.js';
import { dueOf } from './due.js';
import { ChecksSoFar } from './ChecksSoFar.js';
import { Adopters, Authors } from './PeopleOfDossier.js';
import { INTAKE_DOSSIER, type IntakeDossier } from './queries.js';
import { Applications } from './reading/Applications.js';
import { Attachments } from './reading/Attachments.js';
import { DossierTexts } from './reading/DossierTexts.js';
import { DossierFacts } from './DossierFacts.js';
import { SimilarPanel } from './SimilarPanel.js';
import { VersionChanges } from './VersionChanges.js';
import styles from './intake.module.css';

interface DossierPreviewProps {
  code: string;
  /** Takes the focus when somebody goes over from the list. */
  heading: RefObject<HTMLHeadingElement | null>;
  /** Whether the address names it; then a phone shows it alone, with a way back to the list. */
  isChosen: boolean;
  /** The dossier was accepted, returned or refused. */
  onAnswered: () => void;
}

type Answer = 'ACCEPT' | 'REQUEST_SUPPLEMENT' | 'REJECT';

/** The whole dossier as the formal check needs it, and the three answers to it. */
export function DossierPreview({ code, heading, isChosen, onAnswered }: DossierPreviewProps) {
  const { t } = useTranslation('intake');
  const [{ data, error }, ask] = useQuery({ query: INTAKE_DOSSIER, variables: { code } });
  const [answer, setAnswer] = useState<Answer | null>(null);
  const back = isChosen && (
    <Link to="/thu-ky/tiep-nhan" search={(before) => ({ ...before, 'ho-so': undefined })} className={styles.back} activeProps={{}}><IconArrowLeft size={20} aria-hidden /> {t('backToList')}</Link>
  );
  if (error && !data) return <>{back}<ErrorContent error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /></>;
  if (!data) return <>{back}<Skeleton lines={10} /></>;
  const dossier = data.initiative;
  const due = dueOf(dossier);
  const close = () => setAnswer(null);
  const done = () => { close(); onAnswered(); };
  return (
    <article aria-labelledby="dossier-title">
      {back}
      <header className={styles.previewHead}>
        <p className={styles.previewMeta}><span className={styles.code}>{dossier.code}</span><StatusBadge state={dossier.state} />{due && <DueDate value={due} compact />}</p>
        <h2 id="dossier-title" ref={heading} tabIndex={-1} className={styles.previewTitle}>{dossier.title}</h2>
      </header>
      <Standing dossier={dossier} />
      <DossierFacts dossier={dossier} />
      <ChecksSoFar checks={dossier.formalChecks} />
      <VersionChanges versions={dossier.versions} />
      <SimilarPanel similar={dossier.similar ?? []} />
      <Authors authors={dossier.authors} />
      <DossierTexts texts={dossier} applications={<><Applications records={dossier.applicationRecords} /><Adopters adopters={dossier.firstAdopters} /></>} />
      <Attachments attachments={dossier.attachments} />
      <Answers dossier={dossier} onChoose={setAnswer} />
      {answer === 'ACCEPT' && <AcceptDialog dossier={dossier} onClose={close} onDone={done} />}
      {(answer === 'REQUEST_SUPPLEMENT' || answer === 'REJECT') && <AnswerDialog dossier={dossier} answer={answer} onClose={close} onDone={done} />}
    </article>
  );
}

/** Why there is nothing to press, where there is nothing. */
function Standing({ dossier }: { dossier: IntakeDossier }) {
  const { t } = useTranslation('intake');
  const { actions, myAuthorship, state, formalChecks } = dossier;
  if (myAuthorship) return <p className={styles.notice}>{t('own')}</p>;
  if (state === 'SUBMITTED' && formalChecks.some((check) => check.outcome === 'NEEDS_SUPPLEMENT')) return <p className={styles.notice}>{t('returnedOnce')}</p>;
  if (state === 'SUPPLEMENT_REQUIRED') return <p className={styles.notice}>{actions.includes('REJECT') ? t('supplementLate') : t('supplementAwaited')}</p>;
  return null;
}

function Answers({ dossier: { actions }, onChoose }: { dossier: IntakeDossier; onChoose: (answer: Answer) => void }) {
  const { t } = useTranslation('intake');
  const possible = (['ACCEPT', 'REQUEST_SUPPLEMENT', 'REJECT'] as const).filter((action) => actions.includes(action));
  if (possible.length === 0) return null;
  return (
    <StickyActionBar>
      {possible.map((action) => (
        <Button key={action} className={action === 'ACCEPT' ? undefined : styles.otherAnswer} variant={action === 'ACCEPT' ? 'filled' : 'default'} onClick={() => onChoose(action)}>{t(`answer.${action}`)}</Button>
      ))}
    </StickyActionBar>
  );
}
