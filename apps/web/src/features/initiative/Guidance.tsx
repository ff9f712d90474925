import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './fields.module.css';

export interface GuidanceProps {
  points: string[];
  example?: string;
}

/** How to answer well, and one good answer. Closed until somebody wants it. */
export function Guidance({ points, example }: GuidanceProps) {
  const { t } = useTranslation('initiative');
  return (
    <details className={styles.guide}>
      <summary><IconChevronRight size={18} aria-hidden /> {example ? t('guide.withExample') : t('guide.title')}</summary>
      <ul>{points.map((point) => <li key={point}>{point}</li>)}</ul>
      {example && <p className={styles.example}><strong>{t('guide.example')}</strong>{example}</p>}
    </details>
  );
}
