import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormat } from '../../lib/useFormat.js';
import { INTAKE_COUNTS } from './queries.js';
import { VIEWS, type IntakeSearch, type View } from './search.js';
import styles from './intake.module.css';

const COUNTS = { 'cho-kiem-tra': 'waiting', 'qua-han': 'overdue', 'cho-bo-sung': 'supplement', 'da-chap-nhan': 'accepted', 'tat-ca': null } as const satisfies Record<View, string | null>;

/** The saved views with how many dossiers each holds. */
export function QueueViews({ search }: { search: IntakeSearch }) {
  const { t } = useTranslation('intake');
  const { formatNumber } = useFormat();
  const context = useMemo(() => ({ additionalTypenames: ['Initiative'] }), []);
  const [{ data }] = useQuery({ query: INTAKE_COUNTS, context });
  const current = search.xem ?? 'cho-kiem-tra';
  return (
    <nav aria-label={t('views.label')}>
      <ul className={styles.views}>
        {VIEWS.map((view) => {
          const key = COUNTS[view];
          const count = key && data ? data.intakeCounts[key] : null;
          return (
            <li key={view}>
              <Link
                to="/thu-ky/tiep-nhan" search={{ ...search, xem: view === 'cho-kiem-tra' ? undefined : view, 'ho-so': undefined }}
                className={styles.view} aria-current={view === current ? 'page' : undefined} activeProps={{}} activeOptions={{ exact: true, explicitUndefined: true }}
              >
                {t(`views.${view}`)}
                {count !== null && <span className={`${styles.count} ${view === 'qua-han' && count > 0 ? styles.late : ''}`}>{formatNumber(count)}<VisuallyHidden> {t('views.dossiers')}</VisuallyHidden></span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
