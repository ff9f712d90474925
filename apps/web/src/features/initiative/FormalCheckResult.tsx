import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { DueDate } from '../../ui/DueDate.js';
import { PathLink } from '../../ui/PathLink.js';
import styles from './dossier.module.css';
import type { Dossier } from './queries.js';
import { sectionOf, sectionPath } from './sections.js';

/** What the officer found: everything to mend at once, each with the way to it; or why the dossier was refused. */
export function FormalCheckResult({ dossier }: { dossier: Pick<Dossier, 'code' | 'state' | 'actions' | 'formalChecks'> }) {
  const { t } = useTranslation('initiative');
  const { formatDateTime } = useFormat();
  const check = dossier.formalChecks.at(-1);
  const isReturned = dossier.state === 'SUPPLEMENT_REQUIRED' && check?.outcome === 'NEEDS_SUPPLEMENT';
  const isRefused = (dossier.state === 'REJECTED_FORMALLY' || dossier.state === 'LAPSED') && check?.outcome === 'REJECTED';
  if (!check || !(isReturned || isRefused)) return null;
  const mayEdit = dossier.actions.includes('EDIT');
  return (
    <section className={isReturned ? styles.returned : styles.refused} aria-labelledby="check-title">
      <h2 id="check-title">{t(isReturned ? 'returned.heading' : 'returned.refused', { count: check.faults.length })}</h2>
      {isReturned && check.dueOn && <p>{t('returned.due')} <DueDate value={check.dueOn} /></p>}
      <ol className={styles.faults}>
        {check.faults.map((fault, index) => {
          const id = sectionOf(fault.section);
          return (
            <li key={`${fault.code}-${index}`}>
              <strong>{fault.text}</strong>
              {fault.note && <> {fault.note}</>}
              {isReturned && mayEdit && <> <PathLink to={sectionPath(dossier.code, id)}>{t('returned.mend', { section: t(`section.${id}`) })}</PathLink></>}
            </li>
          );
        })}
      </ol>
      {check.message && <p className={styles.message}>{check.message}</p>}
      <p className={styles.soft}>{t('returned.by', { name: check.checkedBy.fullName, at: formatDateTime(check.checkedAt) })}</p>
    </section>
  );
}
