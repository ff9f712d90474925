import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { TextLink } from '../../ui/links.js';
import type { IntakeDossier } from './queries.js';
import styles from './intake.module.css';

/** Other initiatives with a like title. Advice only: a person decides what the likeness means. */
export function SimilarPanel({ similar }: { similar: NonNullable<IntakeDossier['similar']> }) {
  const { t } = useTranslation('intake');
  if (similar.length === 0) return null;
  return (
    <section className={styles.panel}>
      <h3>{t('similar.title')}</h3>
      <p className={styles.soft}>{t('similar.hint')}</p>
      <ul className={styles.similar}>
        {similar.map(({ id, code, title, state, similarity }) => (
          <li key={id}>
            <strong className={styles.percent}>{formatNumber(similarity)}%</strong>
            <div>
              <TextLink to="/thu-ky/tiep-nhan" search={{ xem: 'tat-ca', 'ho-so': code }}>{title}</TextLink>
              <p className={styles.rowMeta}><span className={styles.code}>{code}</span><StatusBadge state={state} /></p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
