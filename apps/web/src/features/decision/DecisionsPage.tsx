import { IconClockHour4, IconPencil, IconRosetteDiscountCheck, type Icon } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DecisionsQuery, DecisionsQueryVariables } from '../../gql/graphql.js';
import type { DecisionState } from '../../gql/schema.js';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useListNavigation } from '../../lib/keyboard.js';
import { useFormat } from '../../lib/useFormat.js';
import { usePages } from '../../lib/usePages.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { LoadMore } from '../../ui/LoadMore.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { Status, type Tone } from '../../ui/Status.js';
import { DECISIONS } from './queries.js';
import styles from './decision.module.css';

type Row = DecisionsQuery['recognitionDecisions']['edges'][number]['node'];

const VARIABLES = { first: 20 };
const TYPENAMES = ['RecognitionDecision'];
const STATES: Record<DecisionState, readonly [Tone, Icon]> = {
  DRAFT: ['neutral', IconPencil], PROPOSED: ['warning', IconClockHour4], ISSUED: ['success', IconRosetteDiscountCheck],
};
const connection = (data: DecisionsQuery) => data.recognitionDecisions;

/** The decisions the person may know of, the latest first. */
export function DecisionsPage() {
  const { t } = useTranslation('decision');
  const navigate = useNavigate();
  const pages = usePages<DecisionsQuery, DecisionsQueryVariables, Row>({ query: DECISIONS, variables: VARIABLES, connection, typenames: TYPENAMES });
  const rows = pages.nodes ?? [];
  const { rowProps } = useListNavigation(rows.length, (index) => {
    const row = rows[index];
    if (row) void navigate({ to: '/quyet-dinh/$id', params: { id: row.id } });
  });
  if (pages.error && !pages.data) return <ErrorContent error={pages.error} onRetry={pages.reload} />;
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} />
      {!pages.nodes && <Skeleton lines={6} />}
      {pages.nodes?.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      {rows.length > 0 && (
        <>
          <ul className={styles.decisions}>{rows.map((row, index) => <DecisionRow key={row.id} row={row} rowProps={rowProps(index)} />)}</ul>
          <LoadMore hasNext={pages.hasNext} isLoading={pages.isLoading} onMore={pages.more} shown={rows.length} />
        </>
      )}
    </>
  );
}

function DecisionRow({ row, rowProps }: { row: Row; rowProps: ReturnType<ReturnType<typeof useListNavigation>['rowProps']> }) {
  const { t } = useTranslation('decision');
  const { formatDate } = useFormat();
  const [tone, icon] = STATES[row.state];
  const name = row.fullNumber ? t('issued.title', { number: row.fullNumber, date: row.issuedOn ? formatDate(row.issuedOn) : '' }) : t('draftName');
  return (
    // The row takes the focus of j and k; the link inside stays the only stop of the Tab key.
    <li {...rowProps} tabIndex={-1} className={styles.decisionRow}>
      <div>
        <h2><Link to="/quyet-dinh/$id" params={{ id: row.id }}>{name}</Link></h2>
        <p>{row.summary}</p>
        <p className={styles.sub}>{row.sessionTitle}</p>
      </div>
      <div className={styles.decisionState}>
        <Status tone={tone} icon={icon}>{t(`state.${row.state}`)}</Status>
        <span className={styles.sub}>
          {row.state === 'ISSUED' ? t('itemCount', { count: row.items.length }) : t('decidedOf', { done: row.decidedCount, total: row.items.length })}
        </span>
      </div>
    </li>
  );
}
