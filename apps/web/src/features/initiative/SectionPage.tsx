import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { NotFoundContent } from '../../layout/NotFoundPage.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ButtonLink } from '../../ui/links.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { PageSkeleton } from '../../ui/Skeletons.js';
import { EDIT_DOSSIER } from './queries.js';
import { sectionByKey, type Section } from './sections.js';
import { useFresh } from './useFresh.js';
import type { SectionProps } from './useSectionForm.js';

// Each section has a page and code of its own.
const GeneralSection = lazy(() => import('./GeneralSection.js').then((module) => ({ default: module.GeneralSection })));
const AuthorsSection = lazy(() => import('./AuthorsSection.js').then((module) => ({ default: module.AuthorsSection })));
const TextsSection = lazy(() => import('./TextsSection.js').then((module) => ({ default: module.TextsSection })));
const ApplicationSection = lazy(() => import('./ApplicationSection.js').then((module) => ({ default: module.ApplicationSection })));
const EvidenceSection = lazy(() => import('./EvidenceSection.js').then((module) => ({ default: module.EvidenceSection })));

interface SectionPageProps {
  code: string;
  sectionKey: string;
  fromCheck: boolean;
}

/** One task of a dossier. */
export function SectionPage({ code, sectionKey, fromCheck }: SectionPageProps) {
  const section = sectionByKey(sectionKey);
  return section ? <Opened key={`${code}/${section.id}`} code={code} section={section} fromCheck={fromCheck} /> : <NotFoundContent />;
}

function Opened({ code, section, fromCheck }: { code: string; section: Section; fromCheck: boolean }) {
  const { t } = useTranslation('initiative');
  const { data, error, reload } = useFresh(EDIT_DOSSIER, { code });
  if (error && !data) return <ErrorContent error={error} onRetry={reload} />;
  if (!data) return <PageSkeleton />;
  const dossier = data.initiative;
  if (!dossier.actions.includes('EDIT')) {
    return (
      <>
        <PageTitle title={t(`section.${section.id}`)} above={`${dossier.code} · ${dossier.title}`} />
        <EmptyState title={t('section.closed')} action={<ButtonLink to="/ho-so/$code" params={{ code }}>{t('section.toDossier')}</ButtonLink>}>{t('section.closedText')}</EmptyState>
      </>
    );
  }
  return <Suspense fallback={<PageSkeleton />}><Form dossier={dossier} section={section} fromCheck={fromCheck} /></Suspense>;
}

function Form(props: SectionProps) {
  switch (props.section.id) {
    case 'GENERAL': return <GeneralSection {...props} />;
    case 'AUTHORS': return <AuthorsSection {...props} />;
    case 'APPLICATION': return <ApplicationSection {...props} />;
    case 'EVIDENCE': return <EvidenceSection {...props} />;
    default: return <TextsSection {...props} />;
  }
}
