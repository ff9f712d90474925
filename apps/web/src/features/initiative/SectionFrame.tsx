import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AutosaveState } from '../../lib/autosave.js';
import type { Problem } from '../../lib/errors.js';
import { usePrimaryAction } from '../../lib/keyboard.js';
import { ErrorSummary, type SummaryItem } from '../../ui/ErrorSummary.js';
import { ButtonLink } from '../../ui/links.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { PathLink } from '../../ui/PathLink.js';
import { SaveState } from '../../ui/SaveState.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { StickyActionBar } from '../../ui/StickyActionBar.js';
import { SECTIONS, sectionPath } from './sections.js';
import styles from './section.module.css';
import { returnedFaults } from './tasks.js';
import { fieldIdOf, type SectionProps } from './useSectionForm.js';

export interface SectionFrameProps extends SectionProps {
  children: ReactNode;
  /** False until the form may be drawn. */
  isReady?: boolean;
  state?: AutosaveState;
  /** What keeps answers from being sent, for the summary at the top. */
  issues?: () => SummaryItem[];
  /** The person tries to go on: from now on what is missing is said at its field, too. */
  onAttempt?: () => void;
  /** Saves; resolves to whether everything has arrived. */
  settle?: () => Promise<boolean>;
  problem?: Problem | null;
}

/** The page of one task: title, what was returned, questions, and the ways on and back. */
export function SectionFrame({ dossier, section, fromCheck, children, isReady = true, state, issues, onAttempt, settle, problem = null }: SectionFrameProps) {
  const { t } = useTranslation('initiative');
  const router = useRouter();
  const [shown, setShown] = useState<{ attempt: number; items: SummaryItem[]; problem: Problem | null } | null>(null);
  const attempts = useRef(0);
  const [isBusy, setBusy] = useState(false);
  const index = SECTIONS.findIndex((each) => each.id === section.id);
  const [previous, next] = [SECTIONS[index - 1], SECTIONS[index + 1]];
  const title = t(`section.${section.id}`);
  const back = `/ho-so/${encodeURIComponent(dossier.code)}`;
  const onward = fromCheck || !next ? `${back}/kiem-tra` : sectionPath(dossier.code, next.id);
  const latestProblem = useRef(problem);
  latestProblem.current = problem;

  const goOn = async () => {
    if (isBusy) return;
    onAttempt?.();
    const attempt = ++attempts.current;
    const items = issues?.() ?? [];
    setShown(items.length > 0 ? { attempt, items, problem: null } : null);
    if (items.length > 0) return;
    setBusy(true);
    const isSaved = await settle?.() ?? true;
    setBusy(false);
    if (isSaved) router.history.push(onward);
    else if (latestProblem.current) setShown({ attempt, items: [], problem: latestProblem.current });
  };
  usePrimaryAction(() => void goOn());
  useEffect(() => {
    const wanted = decodeURIComponent(window.location.hash.slice(1));
    if (!isReady || !wanted) return;
    const field = document.getElementById(wanted);
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  }, [isReady]);

  const returned = returnedFaults(dossier).get(section.id);
  // The list stays as it was at the attempt, because a new one takes the focus, and goes when everything in it is mended.
  const isMended = shown !== null && shown.problem === null && (issues?.() ?? []).length === 0;
  return (
    <div className={styles.page}>
      <PageTitle
        title={title} above={`${dossier.code} · ${dossier.title}`} documentTitle={`${title} – ${dossier.code}`}
        crumbs={[{ label: t('list.title'), to: '/ho-so' }, { label: t('dossier.taskList'), to: back }]}
      />
      {shown && !isMended && <ErrorSummary key={shown.attempt} items={shown.items} problem={shown.problem ?? undefined} fieldId={fieldIdOf} />}
      {returned && (
        <div className={styles.returned}>
          <h2>{t('returned.title')}</h2>
          <ul>{returned.map((text) => <li key={text}>{text}</li>)}</ul>
        </div>
      )}
      {isReady ? <div className={styles.questions}>{children}</div> : <Skeleton lines={6} />}
      <StickyActionBar note={state && <SaveState state={state} />}>
        <Button onClick={() => void goOn()} loading={isBusy}>{fromCheck ? t('section.saveAndCheck') : next ? t('section.saveAndContinue') : t('section.saveAndReview')}</Button>
        <ButtonLink to="/ho-so/$code" params={{ code: dossier.code }} variant="default" className={styles.toList}>{t('section.backToList')}</ButtonLink>
      </StickyActionBar>
      <nav className={styles.neighbours} aria-label={t('section.neighbours')}>
        {previous && <PathLink to={sectionPath(dossier.code, previous.id)} rel="prev"><IconArrowLeft size={18} aria-hidden /> {t(`section.${previous.id}`)}</PathLink>}
        {next && <PathLink to={sectionPath(dossier.code, next.id)} rel="next" className={styles.next}>{t(`section.${next.id}`)} <IconArrowRight size={18} aria-hidden /></PathLink>}
      </nav>
    </div>
  );
}
