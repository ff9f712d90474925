import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { changeOf, type Measure } from './measures.js';
import styles from './measures.module.css';

/** A measure as two bars with their numbers, small enough for a card. Nothing when it cannot be drawn. */
export function MeasureBars({ measure }: { measure: Measure }) {
  const { t } = useTranslation('register');
  const { formatNumber } = useFormat();
  const change = changeOf(measure);
  if (!change) return null;
  const amount = (value: number) => `${formatNumber(value)} ${measure.unit}`;
  return (
    <div className={styles.measure}>
      <p className={styles.name}>{measure.name}</p>
      <dl className={styles.pair}>
        <dt>{t('measure.before')}</dt>
        <dd><Bar share={change.beforeBar} look="before" />{amount(change.before)}</dd>
        <dt>{t('measure.after')}</dt>
        <dd><Bar share={change.afterBar} look="after" /><strong>{amount(change.after)}</strong></dd>
      </dl>
      <p className={styles.change}><ChangeText measure={measure} /></p>
    </div>
  );
}

/** "giảm 73%", "tăng 25 điểm %", "tăng 112 người" or "không đổi"; nothing when the values are no numbers. */
export function ChangeText({ measure }: { measure: Measure }) {
  const { t } = useTranslation('register');
  const { formatNumber } = useFormat();
  const change = changeOf(measure);
  if (!change) return null;
  if (change.direction === 'same') return <>{t('measure.same')}</>;
  const amount = t(`measure.${change.by.in}`, { amount: formatNumber(change.by.amount), unit: measure.unit });
  return <>{t(`measure.${change.direction}`, { amount })}</>;
}

/** A bar beside its number. The number says the same, so the bar is silent. */
export function Bar({ share, look }: { share: number; look: 'before' | 'after' }) {
  return <span className={styles.track} aria-hidden><span className={`${styles.bar} ${styles[look]}`} style={{ width: `${share}%` }} /></span>;
}
