import { Title } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useProblem } from '../../lib/errors.js';
import { useFormat } from '../../lib/useFormat.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ErrorSummary } from '../../ui/ErrorSummary.js';
import { TextLink } from '../../ui/links.js';
import { ResponsiveTable, type Column } from '../../ui/ResponsiveTable.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { Status } from '../../ui/Status.js';
import { DotPlot } from './DotPlot.js';
import { OutcomeBadge } from './OutcomeBadge.js';
import { SESSION_RESULTS, type ResultRow, type Rules } from './queries.js';
import { ResultDetail } from './ResultDetail.js';
import { inOrder, ORDERS, plotFrom, spreadOf, totalsOf, type Order } from './results.js';
import styles from './session.module.css';

/** What the sheets add up to: the table first, then every dossier with its reasons. */
export function Results({ sessionId, order }: { sessionId: string; order: Order }) {
  const { t } = useTranslation('session');
  const problemOf = useProblem();
  const [{ data, error }] = useQuery({ query: SESSION_RESULTS, variables: { id: sessionId } });
  if (error && !data) return <ErrorSummary problem={problemOf(error)} />;
  if (!data) return <Skeleton lines={8} />;
  const { rules, items } = data.evaluationSession;
  const rows = inOrder(items.filter(({ result }) => result), order);
  const isProvisional = rows.some(({ result }) => result?.isProvisional);
  if (!rules || rows.length === 0) return <EmptyState title={t('result.none')}>{t('result.noneHint')}</EmptyState>;
  return (
    <section className={styles.block}>
      <div className={styles.blockHead}>
        <Title order={2}>{t('result.title')}</Title>
        {isProvisional && <Status tone="warning" icon={IconHourglass}>{t('result.provisional')}</Status>}
        <nav aria-label={t('result.order')} className={styles.orders}>
          {ORDERS.map((each) => <TextLink key={each} to="/thu-ky/phien-hop/$id" params={{ id: sessionId }} search={{ xep: each === 'hang' ? undefined : each }} aria-current={each === order ? 'true' : undefined} activeProps={{}} activeOptions={{ exact: true, explicitUndefined: true }} resetScroll={false}>{t(`result.orders.${each}`)}</TextLink>)}
        </nav>
      </div>
      {isProvisional && <p className={styles.soft}>{t('result.provisionalHint')}</p>}
      <p className={styles.soft}>{t('result.hint')}</p>
      <ResultTable rows={rows} rules={rules} />
      <Title order={3} className={styles.detailTitle}>{t('result.details')}</Title>
      {rows.map((row) => <ResultDetail key={row.id} row={row} rules={rules} from={plotFrom(rows, rules.scale)} />)}
    </section>
  );
}

function ResultTable({ rows, rules }: { rows: ResultRow[]; rules: Rules }) {
  const { t, i18n } = useTranslation('session');
  const { formatPoints } = useFormat();
  const from = plotFrom(rows, rules.scale);
  const groups = rules.groups.filter(({ maxPoints }) => maxPoints > 0);
  const average = (row: ResultRow, code: string) => row.result?.groups.find((group) => group.code === code)?.average;
  const columns: Column<ResultRow>[] = [
    { key: 'rank', header: t('result.rank'), isNumeric: true, render: ({ result }) => (result?.rank ? `${result.rank}${result.isTied ? ` ${t('result.tied')}` : ''}` : '–') },
    {
      key: 'title', header: t('result.dossier'), isTitle: true,
      render: (row) => <><a className={styles.jump} href={`#ket-qua-${row.id}`} onClick={(event) => { if (reveal(row.id)) event.preventDefault(); }}>{row.title}</a><span className={styles.soft}>{row.code}</span></>,
    },
    { key: 'average', header: t('result.average'), isNumeric: true, render: ({ result }) => (result && result.sheetCount > 0 ? <strong>{formatPoints(result.average, true)}</strong> : '–') },
    ...groups.map((group): Column<ResultRow> => ({
      key: group.code, header: `${(i18n.language === 'en' && group.nameEn) || group.name} (${formatPoints(group.maxPoints)})`, isNumeric: true,
      render: (row) => { const value = average(row, group.code); return typeof value === 'number' ? formatPoints(value, true) : '–'; },
    })),
    { key: 'outcome', header: t('result.outcome'), render: ({ result }) => result && <span className={styles.outcome}><OutcomeBadge outcome={result.outcome} isShort />{result.gradeLabel && <span className={styles.soft}>{result.gradeLabel}</span>}</span> },
    {
      key: 'spread', header: t('result.spread', { from: formatPoints(from), to: formatPoints(rules.scale) }),
      render: (row) => { const spread = spreadOf(row); return <><DotPlot totals={totalsOf(row)} average={row.result?.average ?? null} from={from} to={rules.scale} />{spread !== null && <span className={styles.soft}>{t('result.apart', { points: formatPoints(spread) })}</span>}</>; },
    },
  ];
  return <ResponsiveTable caption={t('result.title')} isCaptionHidden columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

/** Opens the reasons of a dossier and goes there; false when it is not on the page. */
function reveal(id: string): boolean {
  const detail = document.getElementById(`ket-qua-${id}`);
  if (!(detail instanceof HTMLDetailsElement)) return false;
  detail.open = true;
  detail.scrollIntoView();
  detail.querySelector('summary')?.focus({ preventScroll: true });
  return true;
}
