import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/useFormat.js';
import styles from './Timeline.module.css';

export interface TimelineStep {
  id: string;
  title: string;
  phase: 'done' | 'current' | 'expected';
  /** Instant, or `YYYY-MM-DD` for an expected day. */
  at?: string | null;
  /** Who did it, or who is waited for. */
  actor?: string | null;
  children?: ReactNode;
}

/** What has happened, where things are, and what comes next with its expected date. */
export function Timeline({ steps, label }: { steps: TimelineStep[]; label: string }) {
  const { t } = useTranslation();
  const { formatDate, formatDateTime } = useFormat();
  return (
    <ol className={styles.list} aria-label={label}>
      {steps.map(({ id, title, phase, at, actor, children }) => (
        <li key={id} className={`${styles.step} ${styles[phase]}`} aria-current={phase === 'current' ? 'step' : undefined}>
          <span className={styles.dot} aria-hidden>{phase === 'done' && <IconCheck size={14} stroke={3} />}</span>
          <p className={styles.title}>{title} <VisuallyHidden>({t(`timeline.${phase}`)})</VisuallyHidden></p>
          {(at ?? actor) && (
            <p className={styles.meta}>
              {at && <time dateTime={at}>{phase === 'expected' ? `${t('timeline.expected')}: ${formatDate(at)}` : at.length === 10 ? formatDate(at) : formatDateTime(at)}</time>}
              {at && actor && ' · '}
              {actor}
            </p>
          )}
          {children && <div className={styles.content}>{children}</div>}
        </li>
      ))}
    </ol>
  );
}
