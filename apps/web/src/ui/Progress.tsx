import { useTranslation } from 'react-i18next';
import styles from './Progress.module.css';

export interface ProgressProps {
  done: number;
  total: number;
  label: string;
  /** The words at the right; "12/45" by default. */
  text?: string;
}

/** How far something is: words first, bar beneath. */
export function Progress({ done, total, label, text }: ProgressProps) {
  const { t } = useTranslation();
  const share = total > 0 ? Math.min(100, (done / total) * 100) : 0;
  return (
    <div className={styles.progress}>
      <div className={styles.words}><span>{label}</span><strong>{text ?? t('progress', { done, total })}</strong></div>
      <div className={styles.track} role="progressbar" aria-label={label} aria-valuenow={done} aria-valuemin={0} aria-valuemax={total} aria-valuetext={text ?? t('progress', { done, total })}>
        <div className={styles.fill} style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
