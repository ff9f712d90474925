import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { DiffText } from '../../ui/DiffText.js';
import type { IntakeDossier } from './queries.js';
import styles from './intake.module.css';

/** What the authors changed when they handed in again; nothing for a first submission. */
export function VersionChanges({ versions }: { versions: IntakeDossier['versions'] }) {
  const { t } = useTranslation('intake');
  const { formatDateTime } = useFormat();
  const latest = versions.at(-1);
  if (!latest?.changes) return null;
  const { changes } = latest;
  return (
    <section className={styles.panel}>
      <h3>{t('changes.title', { number: latest.number })}</h3>
      <p className={styles.soft}>{t('changes.by', { name: latest.createdBy.fullName, at: formatDateTime(latest.createdAt) })}</p>
      {changes.length === 0 && <p>{t('changes.none')}</p>}
      {changes.map((change) => (
        <details key={`${change.section}/${change.path}`} className={styles.change} open={changes.length <= 3}>
          <summary>{t(`section.${change.section}`)} <span className={styles.soft}>({fieldName(t, change.path)})</span></summary>
          <DiffText segments={change.segments} />
        </details>
      ))}
    </section>
  );
}

const FIELDS = ['title', 'kind', 'fieldId', 'field', 'submittingUnitId', 'submittingUnit', 'investorName', 'investorUnitId', 'investorUnit', 'isStateFunded', 'firstAppliedOn', 'firstAppliedKind', 'firstApplicationEndsOn', 'summary', 'stateBefore', 'content', 'novelty', 'conditions', 'benefitAuthor', 'benefitAdopters', 'confidentialParts', 'authors', 'firstAdopters', 'applicationRecords', 'attachments'] as const;

function fieldName(t: ReturnType<typeof useTranslation<'intake'>>['t'], path: string): string {
  const field = FIELDS.find((each) => each === path.split('.')[0]);
  return field ? t(`fieldName.${field}`) : path;
}
