import { useTranslation } from 'react-i18next';
import type { RegisterStatisticsQuery } from '../../gql/graphql.js';
import { useFormat } from '../../lib/useFormat.js';
import { roundedMoney } from './roundedMoney.js';
import styles from './home.module.css';

/** Four numbers that say what the movement has brought so far. */
export function Figures({ statistics }: { statistics: RegisterStatisticsQuery['registerStatistics'] }) {
  const { t } = useTranslation('register');
  const { formatNumber, formatVnd } = useFormat();
  const { recognised, units, authors, benefit } = statistics;
  const money = roundedMoney(benefit);
  const figures: [words: string, value: string][] = [
    [t('home.recognised', { count: recognised }), formatNumber(recognised)],
    [t('home.units', { count: units }), formatNumber(units)],
    [t('home.authors', { count: authors }), formatNumber(authors)],
  ];
  if (benefit > 0) figures.push([t('home.benefit'), money ? t(`home.${money.in}`, { amount: formatNumber(money.amount) }) : formatVnd(benefit)]);
  return (
    <dl className={styles.figures}>
      {figures.map(([words, value]) => <div key={words}><dt>{words}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
