import { useTranslation } from 'react-i18next';
import styles from './Skeletons.module.css';

const WIDTHS = ['92%', '78%', '85%', '64%', '88%', '72%'];

/** Grey lines in place of content. They appear only after 300 ms, so that quick answers do not flicker. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className={styles.wait} role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, index) => <div key={index} className={styles.bar} style={{ width: WIDTHS[index % WIDTHS.length] }} />)}
    </div>
  );
}

/** A whole page that is being fetched. It uses no texts, because those may be what is being fetched. */
export function PageSkeleton() {
  return (
    <div className={styles.wait} aria-hidden style={{ padding: '28px 0', maxWidth: 720 }}>
      <div className={styles.bar} style={{ width: '45%', height: '1.8em', marginBottom: 28 }} />
      {WIDTHS.map((width) => <div key={width} className={styles.bar} style={{ width }} />)}
    </div>
  );
}
