import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import type { KeyValueItem } from '../../ui/KeyValue.js';
import { FileLink } from '../file/FileLink.js';
import styles from './check.module.css';
import { showFigure } from './figures.js';
import type { EditDossier } from './queries.js';
import { sectionPath, type SectionId } from './sections.js';

type Answer = Omit<KeyValueItem, 'changeTo'> & { field: string };

/** All answers of a section in words. Empty ones say so. */
export function useAnswers(dossier: EditDossier): (id: SectionId, mayChange: boolean) => KeyValueItem[] {
  const { t, i18n } = useTranslation('initiative');
  const { formatDate, formatShare, formatVnd } = useFormat();
  const text = (key: 'summary' | 'stateBefore' | 'content' | 'novelty' | 'benefitAuthor' | 'benefitAdopters' | 'conditions' | 'confidentialParts'): Answer =>
    ({ field: key, label: t(`text.${key}.label`), value: dossier[key]?.trim() });
  const span = (from: string, to: string | null) => (to ? `${formatDate(from)} – ${formatDate(to)}` : t('answers.since', { date: formatDate(from) }));
  const { field } = dossier;
  const answersOf = (id: SectionId): Answer[] => {
    switch (id) {
      case 'GENERAL': return [
        { field: 'title', label: t('general.title'), value: dossier.title },
        { field: 'kind', label: t('general.kind'), value: dossier.kind && t(`kind.${dossier.kind}`) },
        { field: 'fieldId', label: t('general.fieldId'), value: field && ((i18n.language === 'en' && field.nameEn) || field.name) },
        { field: 'submittingUnitId', label: t('general.submittingUnitId'), value: dossier.submittingUnit?.shortName },
        { field: 'investor', label: t('general.investor'), value: dossier.investorUnit?.shortName ?? dossier.investorName ?? t('investor.AUTHOR') },
        { field: 'isStateFunded', label: t('general.isStateFunded'), value: t(dossier.isStateFunded ? 'yes' : 'no') },
      ];
      case 'AUTHORS': return dossier.authors.map(({ person, shareBp, confirmedAt, declinedAt }, index) => ({
        field: `authors.${index}.shareBp`, label: `${person.fullName}${index === 0 ? ` (${t('authors.roleLead').toLocaleLowerCase()})` : ''}`,
        value: `${formatShare(shareBp)} – ${t(confirmedAt ? 'consent.confirmed' : declinedAt ? 'consent.declined' : 'consent.pending')}`,
      }));
      case 'STATE_BEFORE': return [text('stateBefore')];
      case 'CONTENT': return [text('summary'), text('content')];
      case 'NOVELTY': return [text('novelty')];
      case 'APPLICATION': return [
        { field: 'firstAppliedKind', label: t('application.firstAppliedKind'), value: dossier.firstAppliedKind && t(`firstKind.${dossier.firstAppliedKind}`) },
        { field: 'firstAppliedOn', label: t('application.firstAppliedOn'), value: dossier.firstAppliedOn && formatDate(dossier.firstAppliedOn) },
        { field: 'firstApplicationEndsOn', label: t('application.firstApplicationEndsOn'), value: dossier.firstApplicationEndsOn && formatDate(dossier.firstApplicationEndsOn) },
        ...dossier.applicationRecords.map((record, index): Answer => ({
          field: `applicationRecords.${index}.place`, label: record.place,
          value: (
            <>
              {t(`applied.${record.status}`)}, {span(record.appliedFrom, record.appliedTo)}{record.isFirst && `, ${t('answers.first')}`}
              {record.measures.length > 0 && <ul className={styles.measures}>{record.measures.map((measure) => <li key={measure.name}>{measure.name}: {showFigure(measure.before)} → <strong>{showFigure(measure.after)}</strong> {measure.unit}</li>)}</ul>}
              {record.benefitAmount != null ? <p className={styles.amount}>{t(`benefit.${record.benefitKind}`)}: {formatVnd(record.benefitAmount)}</p> : <p className={styles.amount}>{t('benefit.NOT_COUNTABLE')}</p>}
            </>
          ),
        })),
        ...(dossier.applicationRecords.length === 0 ? [{ field: 'applicationRecords', label: t('application.applicationRecords'), value: null }] : []),
        { field: 'firstAdopters', label: t('application.firstAdopters'), value: dossier.firstAdopters.map(({ fullName, workDone }) => `${fullName}: ${workDone}`).join('\n') },
      ];
      case 'BENEFIT': return [text('benefitAuthor'), text('benefitAdopters'), text('conditions')];
      case 'CONFIDENTIAL': return [text('confidentialParts')];
      case 'EVIDENCE': return [
        ...dossier.attachments.map(({ file, caption, supports, confidentiality }, index): Answer => ({
          field: `attachments.${index}.caption`, label: caption,
          value: <>{file.state === 'READY' ? <FileLink file={file} /> : file.name}<br />{t('answers.proves', { part: t(`part.${supports as 'GENERAL'}`) })} · {t(`audience.${confidentiality}`)}</>,
        })),
        ...(dossier.attachments.length === 0 ? [{ field: 'addFiles', label: t('section.EVIDENCE'), value: null }] : []),
      ];
    }
  };
  return (id, mayChange) => answersOf(id).map(({ field: name, ...answer }) => ({
    ...answer, changeTo: mayChange ? sectionPath(dossier.code, id, { field: name, fromCheck: true }) : undefined,
  }));
}
