import { IconArrowRight, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApplicationStatus, BenefitKind } from '../../../gql/schema.js';
import { useFormat } from '../../../lib/useFormat.js';
import { Status } from '../../../ui/Status.js';
import { readDecimal } from './decimal.js';
import type { Measure } from './queries.js';
import { ReadingSection } from './DossierTexts.js';
import styles from './reading.module.css';

/** Where and how a solution was applied, whether as kept now or as submitted. */
export interface ApplicationFacts {
  place: string;
  appliedFrom: string;
  appliedTo?: string | null;
  status: ApplicationStatus;
  isFirst: boolean;
  benefitKind: BenefitKind;
  benefitAmount?: number | null;
  measures: readonly Measure[];
  confirmedAt?: string | null;
  confirmationNote?: string | null;
  confirmedBy?: { fullName: string } | null;
}

/** Every place of application with its figures before and after. */
export function Applications({ records }: { records: readonly ApplicationFacts[] }) {
  const { t } = useTranslation('intake');
  return (
    <ReadingSection title={t('application.title')}>
      {records.length === 0 && <p className={styles.missing}>{t('application.none')}</p>}
      {records.map((record, index) => <Application key={index} record={record} />)}
    </ReadingSection>
  );
}

function Application({ record }: { record: ApplicationFacts }) {
  const { t } = useTranslation('intake');
  const { formatDate } = useFormat();
  return (
    <div className={styles.application}>
      <h4>{record.place}{record.isFirst && <span className={styles.soft}> · {t('application.first')}</span>}</h4>
      <p className={styles.facts}>
        <ApplicationPeriod record={record} />
        {record.confirmedAt
          ? <Status tone="success" icon={IconCircleCheck}>{record.confirmedBy ? t('application.confirmedBy', { name: record.confirmedBy.fullName, date: formatDate(record.confirmedAt) }) : t('application.confirmed', { date: formatDate(record.confirmedAt) })}</Status>
          : <Status tone="neutral" icon={IconClock}>{t('application.unconfirmed')}</Status>}
      </p>
      {record.confirmationNote && <p className={styles.soft}>{t('application.note', { note: record.confirmationNote })}</p>}
      <Measures measures={record.measures} caption={t('application.measuresOf', { place: record.place })} />
      <Benefit record={record} />
    </div>
  );
}

/** "Đã áp dụng, từ 01/03/2026 đến nay". */
export function ApplicationPeriod({ record }: { record: Pick<ApplicationFacts, 'status' | 'appliedFrom' | 'appliedTo'> }) {
  const { t } = useTranslation('intake');
  const { formatDate } = useFormat();
  const from = formatDate(record.appliedFrom);
  return <span>{t(`applicationStatus.${record.status}`)}, {record.appliedTo ? t('application.fromTo', { from, to: formatDate(record.appliedTo) }) : t('application.since', { from })}</span>;
}

/** What the application brings in money, or that it cannot be counted. */
export function Benefit({ record }: { record: Pick<ApplicationFacts, 'benefitKind' | 'benefitAmount'> }) {
  const { t } = useTranslation('intake');
  const { formatVnd } = useFormat();
  return (
    <p className={styles.benefit}>
      {t(`benefitKind.${record.benefitKind}`)}{typeof record.benefitAmount === 'number' && <>: <strong>{formatVnd(record.benefitAmount)}</strong></>}
    </p>
  );
}

/** Figures before and after, each on a line that reads as a sentence. */
export function Measures({ measures, caption }: { measures: readonly Measure[]; caption: string }) {
  const { t } = useTranslation('intake');
  if (measures.length === 0) return <p className={styles.missing}>{t('measure.none')}</p>;
  return (
    <ul className={styles.measures} aria-label={caption}>
      {measures.map((measure, index) => (
        <li key={index}>
          <span className={styles.measureName}>{measure.name}</span>
          <span className={styles.figures}>
            <span><span className={styles.figureLabel}>{t('measure.before')}</span> {readDecimal(measure.before)}</span>
            <IconArrowRight size={18} aria-hidden />
            <strong><span className={styles.figureLabel}>{t('measure.after')}</span> {readDecimal(measure.after)} {measure.unit}</strong>
          </span>
          {(measure.period || measure.source) && (
            <span className={styles.soft}>{[measure.period, measure.source && t('measure.source', { source: measure.source })].filter(Boolean).join(' · ')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
