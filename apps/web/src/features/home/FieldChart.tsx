import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RegisterStatisticsQuery } from '../../gql/graphql.js';
import { useFormat } from '../../lib/useFormat.js';
import styles from './home.module.css';

const SHOWN = 8;

/** Entries by field: a table whose rows carry a bar, so that picture and figures cannot differ. Each row opens its selection. */
export function FieldChart({ byField }: { byField: RegisterStatisticsQuery['registerStatistics']['byField'] }) {
  const { t } = useTranslation('register');
  const { formatNumber } = useFormat();
  const rows = [...byField].sort((a, b) => b.count - a.count).slice(0, SHOWN);
  const largest = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <table className={styles.chart}>
      <caption>{t('home.byField')}</caption>
      <thead><tr><th scope="col"><VisuallyHidden>{t('home.field')}</VisuallyHidden></th><th scope="col"><VisuallyHidden>{t('home.count')}</VisuallyHidden></th></tr></thead>
      <tbody>
        {rows.map(({ value, label, count }) => (
          <tr key={value}>
            <th scope="row"><Link to="/sang-kien" search={{ 'linh-vuc': value }}>{label}</Link></th>
            <td><span className={styles.chartBar} style={{ width: `calc((100% - 3rem) * ${count / largest})` }} aria-hidden />{formatNumber(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
