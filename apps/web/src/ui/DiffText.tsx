import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DiffSegment } from '../gql/schema.js';
import styles from './DiffText.module.css';

/** A text with what was added and removed since the version before, told by marks and words as well as by colour. */
export function DiffText({ segments }: { segments: readonly Pick<DiffSegment, 'kind' | 'text'>[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles.text} role="group" aria-label={t('diff.label')}>
      {segments.map(({ kind, text }, index) => {
        if (kind === 'ADDED') return <ins key={index}><VisuallyHidden>{t('diff.added')} </VisuallyHidden>{text}</ins>;
        if (kind === 'REMOVED') return <del key={index}><VisuallyHidden>{t('diff.removed')} </VisuallyHidden>{text}</del>;
        return <span key={index}>{text}</span>;
      })}
    </div>
  );
}
