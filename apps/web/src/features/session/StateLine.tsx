import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../gql/schema.js';
import { stepOf, STEPS } from './steps.js';
import styles from './session.module.css';

/** The life of a session step by step, and what its present state means. */
export function StateLine({ state }: { state: SessionState }) {
  const { t } = useTranslation('session');
  const present = stepOf(state);
  const at = STEPS.findIndex((step) => step === present);
  return (
    <div className={styles.stateLine}>
      {present !== null && (
        <ol aria-label={t('line.label')}>
          {STEPS.map((step, index) => (
            <li key={step} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
              <span className={styles.stepDot} aria-hidden>{index < at ? <IconCheck size={16} stroke={3} /> : index + 1}</span>
              {t(`line.step.${step}`)}
              {index < at && <VisuallyHidden> ({t('line.done')})</VisuallyHidden>}
            </li>
          ))}
        </ol>
      )}
      <p className={styles.meaning}>{t(`line.meaning.${state}`)}</p>
    </div>
  );
}
