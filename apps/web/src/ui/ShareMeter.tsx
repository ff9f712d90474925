import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../lib/format.js';
import styles from './ShareMeter.module.css';

const WHOLE = 10_000;

/** Whether the shares (hundredths of a percent) make exactly 100 %, and by how much they miss it. Nobody may be left with nothing. */
export function ShareMeter({ sharesBp }: { sharesBp: readonly number[] }) {
  const { t } = useTranslation();
  const total = sharesBp.reduce((sum, share) => sum + share, 0);
  const scale = Math.max(total, WHOLE);
  const isWhole = total === WHOLE && sharesBp.every((share) => share > 0);
  const verdict = isWhole ? t('shares.exact')
    : total === WHOLE ? t('shares.empty')
    : total < WHOLE ? t('shares.missing', { share: formatShare(WHOLE - total) }) : t('shares.over', { share: formatShare(total - WHOLE) });
  return (
    <div className={styles.meter}>
      <div className={`${styles.track} ${total > WHOLE ? styles.over : ''}`} aria-hidden>
        {sharesBp.map((share, index) => <div key={index} className={styles.part} style={{ width: `${(share / scale) * 100}%` }} />)}
      </div>
      <p className={styles.words} role="status">
        <span>{t('shares.label')}: <strong>{formatShare(total)}</strong></span>
        <span className={isWhole ? styles.good : styles.bad}>
          {isWhole ? <IconCircleCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />} {verdict}
        </span>
      </p>
    </div>
  );
}
