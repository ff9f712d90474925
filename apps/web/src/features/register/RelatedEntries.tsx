import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EntryCard } from './EntryCard.js';
import { RELATED } from './queries.js';
import cards from './card.module.css';
import styles from './entry.module.css';

/** What else was recognised in the same field; nothing while it is not known or when there is none. */
export function RelatedEntries({ slug }: { slug: string }) {
  const { t } = useTranslation('register');
  const [{ data }] = useQuery({ query: RELATED, variables: { slug } });
  const entries = data?.relatedRegisterEntries ?? [];
  if (entries.length === 0) return null;
  return (
    <section className={styles.related} data-no-print>
      <h2>{t('entry.related')}</h2>
      <ul className={cards.grid}>{entries.map((entry) => <li key={entry.id}><EntryCard entry={entry} isBrief /></li>)}</ul>
    </section>
  );
}
