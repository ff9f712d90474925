import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { ResponsiveTable, type Column } from '../../ui/ResponsiveTable.js';
import type { Entry } from './EntryPage.js';
import { Bar, ChangeText } from './MeasureBars.js';
import { changeOf, type Measure } from './measures.js';
import styles from './entry.module.css';

type Application = Entry['applications'][number];

/** What it brought: per place of application the numbers before and after, as bars inside their own table. */
export function EntryResults({ entry }: { entry: Entry }) {
  const { t } = useTranslation('register');
  const { formatVnd } = useFormat();
  const benefit = entry.applications.reduce((sum, { benefitAmount }) => sum + (benefitAmount ?? 0), 0);
  if (entry.applications.length === 0 && entry.benefit.trim() === '') return null;
  return (
    <section>
      <h2>{t('entry.results')}</h2>
      {benefit > 0 && <p className={styles.benefit}><strong>{formatVnd(benefit)}</strong> {t('entry.benefitPerYear')}</p>}
      {entry.benefit && <p className={styles.text}>{entry.benefit}</p>}
      {entry.applications.map((application, index) => <Place key={index} application={application} />)}
    </section>
  );
}

function Place({ application }: { application: Application }) {
  const { t } = useTranslation('register');
  const { formatDate, formatVnd } = useFormat();
  const { place, from, to, status, benefitAmount, measures } = application;
  const time = to ? t('entry.fromTo', { from: formatDate(from), to: formatDate(to) }) : t('entry.since', { from: formatDate(from) });
  return (
    <div className={styles.place}>
      <h3>{place}</h3>
      <p className={styles.placeFacts}>
        {[t(`applicationStatus.${status}`), time, benefitAmount ? t('entry.benefit', { amount: formatVnd(benefitAmount) }) : null].filter(Boolean).join(' · ')}
      </p>
      {measures.length > 0 && <MeasureTable place={place} measures={measures} />}
    </div>
  );
}

function MeasureTable({ place, measures }: { place: string; measures: readonly Measure[] }) {
  const { t } = useTranslation('register');
  const columns: Column<Measure>[] = [
    { key: 'name', header: t('measure.name'), isTitle: true, render: (measure) => <>{measure.name} <span className={styles.unit}>({measure.unit})</span></> },
    { key: 'before', header: t('measure.before'), render: (measure) => <Value measure={measure} side="before" /> },
    { key: 'after', header: t('measure.after'), render: (measure) => <Value measure={measure} side="after" /> },
    { key: 'change', header: t('measure.change'), render: (measure) => <span className={styles.change}><ChangeText measure={measure} /></span> },
  ];
  return <div className={styles.measures}><ResponsiveTable caption={t('measure.caption', { place })} isCaptionHidden columns={columns} rows={measures} rowKey={(measure) => measure.name} /></div>;
}

function Value({ measure, side }: { measure: Measure; side: 'before' | 'after' }) {
  const { formatNumber } = useFormat();
  const change = changeOf(measure);
  if (!change) return <>{measure[side]}</>;
  return (
    <span className={styles.value}>
      <span>{formatNumber(change[side])}</span>
      <Bar share={side === 'before' ? change.beforeBar : change.afterBar} look={side} />
    </span>
  );
}
