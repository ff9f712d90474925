import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { Applications } from '../intake/reading/Applications.js';
import { Attachments } from '../intake/reading/Attachments.js';
import { DossierTexts, ReadingSection } from '../intake/reading/DossierTexts.js';
import reading from '../intake/reading/reading.module.css';
import type { Dossier } from './queries.js';

/** The version that is judged, word for word. */
export function JudgedDossier({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('intake');
  const { formatDate, formatShare } = useFormat();
  const { kind, firstAppliedOn, firstAppliedKind, authors } = dossier;
  return (
    <article aria-label={dossier.title}>
      <p className={reading.soft}>
        {[t(`kind.${kind}`), firstAppliedOn && `${t('facts.firstApplied')}: ${formatDate(firstAppliedOn)}${firstAppliedKind ? ` (${t(`firstAppliedKind.${firstAppliedKind}`)})` : ''}`].filter(Boolean).join(' · ')}
      </p>
      <DossierTexts texts={dossier} applications={<Applications records={dossier.applicationRecords} />} />
      <Attachments attachments={dossier.attachments} />
      <ReadingSection title={t('authors.title')}>
        <ul className={reading.people}>
          {authors.map(({ fullName, unitName: unit, position, shareBp, role }) => (
            <li key={fullName + shareBp}>
              <p className={reading.person}><span>{fullName}{role === 'LEAD' && <span className={reading.soft}> · {t('authors.lead')}</span>}</span><span className={reading.share}>{formatShare(shareBp)}</span></p>
              <p className={reading.soft}>{[position, unit].filter(Boolean).join(' · ')}</p>
            </li>
          ))}
        </ul>
      </ReadingSection>
    </article>
  );
}
