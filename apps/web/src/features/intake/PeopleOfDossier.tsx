import { IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/useFormat.js';
import { Status } from '../../ui/Status.js';
import type { IntakeDossier } from './queries.js';
import { ReadingSection } from './reading/DossierTexts.js';
import styles from './reading/reading.module.css';

/** Authors with shares, consent and the personal data that the legal form asks for. */
export function Authors({ authors }: { authors: IntakeDossier['authors'] }) {
  const { t } = useTranslation('intake');
  const { formatDate, formatShare } = useFormat();
  return (
    <ReadingSection title={t('authors.title')}>
      <ul className={styles.people}>
        {authors.map(({ id, person, role, shareBp, confirmedAt, birthDate, qualification }) => (
          <li key={id}>
            <p className={styles.person}><span>{person.fullName}{role === 'LEAD' && <span className={styles.soft}> · {t('authors.lead')}</span>}</span><span className={styles.share}>{formatShare(shareBp)}</span></p>
            <p className={styles.soft}>{[person.position, person.unit?.shortName, birthDate && t('authors.born', { date: formatDate(birthDate) }), qualification].filter(Boolean).join(' · ')}</p>
            {confirmedAt
              ? <Status tone="success" icon={IconCircleCheck}>{t('authors.confirmed', { date: formatDate(confirmedAt) })}</Status>
              : <Status tone="warning" icon={IconClock}>{t('authors.unconfirmed')}</Status>}
          </li>
        ))}
      </ul>
    </ReadingSection>
  );
}

/** Those who took part in the first application. */
export function Adopters({ adopters }: { adopters: IntakeDossier['firstAdopters'] }) {
  const { t } = useTranslation('intake');
  const { formatDate } = useFormat();
  if (adopters.length === 0) return null;
  return (
    <ReadingSection title={t('adopters.title')}>
      <ul className={styles.people}>
        {adopters.map(({ id, fullName, birthDate, workplace, jobTitle, qualification, workDone }) => (
          <li key={id}>
            <p className={styles.person}>{fullName}</p>
            <p className={styles.soft}>{[jobTitle, workplace, birthDate && t('authors.born', { date: formatDate(birthDate) }), qualification].filter(Boolean).join(' · ')}</p>
            <p style={{ margin: 0 }}>{workDone}</p>
          </li>
        ))}
      </ul>
    </ReadingSection>
  );
}
