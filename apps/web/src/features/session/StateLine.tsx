import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../gql/schema.js';
import styles from './session.module.css';

const STEPS = ['DRAFT', 'CONVENED', 'SCORING', 'SCORED', 'LOCKED'] as const satisfies readonly SessionState[];

/** The life of a session in five steps, and what the present one means. */
export function StateLine({ state }: { state: SessionState }) {
  const { t } = useTranslation('session');
  const at = STEPS.findIndex((step) => step === state);
  return (
    <div className={styles.stateLine}>
      {state !== 'CANCELLED' && (
        <ol aria-label={t('line.label')}>
          {STEPS.map((step, index) => (
            <li key={step} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
              <span className={styles.stepDot} aria-hidden>{index < at ? <IconCheck size={16} stroke={3} /> : index + 1}</span>
              {t(`state.${step}`)}
              {index < at && <VisuallyHidden> ({t('line.done')})</VisuallyHidden>}
            </li>
          ))}
        </ol>
      )}
      <p className={styles.meaning}>{t(`line.meaning.${state}`)}</p>
    </div>
  );
}
