import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import type { IntakeDossier } from './queries.js';
import { MessagePreview } from './MessagePreview.js';
import styles from './intake.module.css';

/** What the office has told the authors so far. */
export function ChecksSoFar({ checks }: { checks: IntakeDossier['formalChecks'] }) {
  const { t } = useTranslation('intake');
  const { formatDateTime } = useFormat();
  if (checks.length === 0) return null;
  return (
    <section className={styles.panel}>
      <h3>{t('checks.title')}</h3>
      {checks.map((check) => (
        <div key={check.id} className={styles.check}>
          <p className={styles.soft}>{t(`checks.${check.outcome}`)} · {check.checkedBy.fullName} · {formatDateTime(check.checkedAt)} · {t('checks.version', { number: check.versionNumber })}</p>
          {check.faults.length > 0 && <MessagePreview faults={check.faults} message={check.message} dueOn={check.dueOn ?? null} />}
        </div>
      ))}
    </section>
  );
}
