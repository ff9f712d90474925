import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EffectivenessMark } from './EffectivenessMark.js';
import { Marked } from './Marked.js';
import { MeasureBars } from './MeasureBars.js';
import { headline } from './measures.js';
import type { CardEntry } from './queries.js';
import { useFieldName } from './useFieldName.js';
import styles from './card.module.css';

export interface EntryCardProps {
  entry: CardEntry;
  /** The words looked for; they are marked where they occur. */
  query?: string;
  /** Where entries of several wards stand together, each names its own. */
  withWard?: boolean;
  /** Title and facts only, for lists beside something else. */
  isBrief?: boolean;
}

/** A recognised initiative at a glance: what, whose, which effect, by which decision. The whole card leads to its page. */
export function EntryCard({ entry, query = '', withWard = false, isBrief = false }: EntryCardProps) {
  const { t } = useTranslation('register');
  const fieldName = useFieldName();
  const measure = headline(entry.applications);
  const facts = [entry.unitName, ...(withWard ? [entry.tenantName] : []), fieldName(entry.field), String(entry.year)];
  return (
    <article className={isBrief ? `${styles.card} ${styles.brief}` : styles.card}>
      <div className={styles.text}>
        <h3 className={styles.title}>
          <Link to="/sang-kien/$slug" params={{ slug: entry.slug }}><Marked text={entry.title} query={query} /></Link>
        </h3>
        <p className={styles.facts}>{facts.join(' · ')}</p>
        {!isBrief && entry.summary && <p className={styles.summary}><Marked text={entry.summary} query={query} /></p>}
      </div>
      {measure && <MeasureBars measure={measure} />}
      <div className={styles.foot}>
        <EffectivenessMark effectiveness={entry.effectiveness} status={entry.status} />
        <span className={styles.decision}>{t('decisionNumber', { number: entry.decisionNumber })}</span>
      </div>
    </article>
  );
}
