import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { KeyValue } from '../../ui/KeyValue.js';
import styles from './dossier.module.css';
import type { Dossier } from './queries.js';

/** The few facts that tell what a submitted dossier is about. */
export function DossierOverview({ dossier }: { dossier: Dossier }) {
  const { t, i18n } = useTranslation('initiative');
  const { formatShare } = useFormat();
  const { field } = dossier;
  return (
    <section className={styles.section}>
      <h2>{t('dossier.overview')}</h2>
      <KeyValue items={[
        { label: t('section.AUTHORS'), value: dossier.authors.map(({ person, shareBp }) => `${person.fullName} – ${formatShare(shareBp)}`).join('\n') },
        { label: t('general.kind'), value: dossier.kind ? t(`kind.${dossier.kind}`) : null },
        { label: t('general.fieldId'), value: field && ((i18n.language === 'en' && field.nameEn) || field.name) },
        { label: t('general.submittingUnitId'), value: dossier.submittingUnit?.shortName },
        { label: t('text.summary.label'), value: dossier.summary },
        { label: t('section.EVIDENCE'), value: dossier.attachments.map(({ file }) => file.name).join('\n') },
      ]} />
    </section>
  );
}
