import { Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EntryCard } from '../register/EntryCard.js';
import { NEWEST, STATISTICS } from '../register/queries.js';
import cards from '../register/card.module.css';
import { FieldChart } from './FieldChart.js';
import { Figures } from './Figures.js';
import styles from './home.module.css';

const SHOWN = 3;

/** The register in a few figures and its newest entries; nothing at all as long as it is empty. */
export function RegisterGlance() {
  const { t } = useTranslation('register');
  const [{ data: numbers }] = useQuery({ query: STATISTICS });
  const [{ data: newest }] = useQuery({ query: NEWEST, variables: { first: SHOWN } });
  if (!numbers || !newest) return <div className={styles.glanceSpace} />;
  const statistics = numbers.registerStatistics;
  if (statistics.recognised === 0) return null;
  return (
    <>
      <section className={styles.glance}>
        <div>
          <Title order={2}>{t('home.figuresTitle')}</Title>
          <Figures statistics={statistics} />
        </div>
        <FieldChart byField={statistics.byField} />
      </section>
      <section className={styles.newest}>
        <Title order={2}>{t('home.newest')}</Title>
        <ul className={cards.grid}>
          {newest.register.edges.map(({ node }) => <li key={node.id}><EntryCard entry={node} isBrief /></li>)}
        </ul>
        <Link to="/sang-kien" search={{}} className={styles.go}>{t('home.all', { count: statistics.recognised })} <IconArrowRight size={20} aria-hidden /></Link>
      </section>
    </>
  );
}
