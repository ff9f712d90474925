import { IconPencilPlus } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { MyInitiativesQuery } from '../../gql/graphql.js';
import type { InitiativeListFilter } from '../../gql/schema.js';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useListNavigation } from '../../lib/keyboard.js';
import { useFormat } from '../../lib/useFormat.js';
import { DueDate } from '../../ui/DueDate.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ButtonLink, TextLink } from '../../ui/links.js';
import { LoadMore } from '../../ui/LoadMore.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import styles from './list.module.css';
import { MY_INITIATIVES } from './queries.js';

type Row = MyInitiativesQuery['myInitiatives']['edges'][number]['node'];

/** Words of the address for each tab. */
export const LIST_TABS = { 'dang-xu-ly': 'IN_PROGRESS', nhap: 'DRAFTS', 'da-xong': 'FINISHED' } as const satisfies Record<string, InitiativeListFilter>;
export type ListTab = keyof typeof LIST_TABS;
const TABS: ListTab[] = ['nhap', 'dang-xu-ly', 'da-xong'];

/** The dossiers of which the person is an author. */
export function MyDossiersPage({ chosen }: { chosen?: ListTab }) {
  const { t } = useTranslation('initiative');
  const tab = chosen ?? 'nhap';
  return (
    <>
      <PageTitle title={t('list.title')} lead={t('list.lead')} actions={<ButtonLink to="/ho-so/moi" leftSection={<IconPencilPlus size={20} aria-hidden />}>{t('list.new')}</ButtonLink>} />
      <nav className={styles.tabs} aria-label={t('list.tabs')}>
        {TABS.map((each) => <TextLink key={each} to="/ho-so" search={{ loc: each }} underline="never" activeOptions={{ includeSearch: true }} aria-current={each === tab ? 'page' : undefined}>{t(`list.tab.${each}`)}</TextLink>)}
      </nav>
      <DossierList key={tab} tab={tab} isChosen={chosen !== undefined} />
    </>
  );
}

function DossierList({ tab, isChosen }: { tab: ListTab; isChosen: boolean }) {
  const { t } = useTranslation('initiative');
  const router = useRouter();
  const [after, setAfter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<Row[]>([]);
  const context = useMemo(() => ({ additionalTypenames: ['Initiative'] }), []);
  const [{ data, error, fetching }, reload] = useQuery({ query: MY_INITIATIVES, variables: { filter: LIST_TABS[tab], after }, context });
  const page = data?.myInitiatives;
  const rows = [...earlier, ...(page?.edges.map(({ node }) => node) ?? [])];
  const { rowProps } = useListNavigation(rows.length, (index) => { if (rows[index]) router.history.push(`/ho-so/${rows[index].code}`); });
  const isEmpty = page !== undefined && rows.length === 0;
  useEffect(() => {
    // Whoever writes nothing at the moment comes to see where the others are.
    if (isEmpty && !isChosen) void router.navigate({ to: '/ho-so', search: { loc: 'dang-xu-ly' }, replace: true });
  }, [isEmpty, isChosen, router]);
  if (error && !data) return <ErrorContent error={error} onRetry={() => reload()} />;
  if (!page && rows.length === 0) return <Skeleton lines={6} />;
  if (isEmpty) {
    return <EmptyState title={t(`list.empty.${tab}`)} action={tab === 'da-xong' ? undefined : <ButtonLink to="/ho-so/moi" variant="default">{t('list.new')}</ButtonLink>}>{t(`list.emptyText.${tab}`)}</EmptyState>;
  }
  const more = () => {
    setEarlier(rows);
    setAfter(page?.pageInfo.endCursor ?? null);
  };
  return (
    <>
      <ul className={styles.list}>
        {rows.map((row, index) => <li key={row.id} className={styles.row} {...rowProps(index)}><DossierRow row={row} /></li>)}
      </ul>
      <LoadMore hasNext={page?.pageInfo.hasNextPage ?? fetching} isLoading={fetching} onMore={more} shown={rows.length} />
    </>
  );
}

function DossierRow({ row }: { row: Row }) {
  const { t } = useTranslation('initiative');
  const { formatDate } = useFormat();
  const due = dueOf(row);
  const isAsked = (row.state === 'DRAFT' || row.state === 'SUPPLEMENT_REQUIRED') && row.myAuthorship && !row.myAuthorship.confirmedAt && !row.myAuthorship.declinedAt;
  return (
    <>
      <div className={styles.main}>
        <TextLink to="/ho-so/$code" params={{ code: row.code }} className={styles.title}>{row.title}</TextLink>
        <p className={styles.meta}>{row.code} · {row.campaign.name}</p>
        {isAsked && <p className={styles.ask}>{t('list.consentAsked')}</p>}
      </div>
      <div className={styles.side}>
        <StatusBadge state={row.state} />
        <p className={styles.meta}>{due ? <>{t(`list.due.${due.kind}`)} <DueDate value={due.on} compact /></> : t('list.updated', { date: formatDate(row.updatedAt) })}</p>
      </div>
    </>
  );
}

/** The next date that matters to the authors. */
function dueOf({ state, campaign, formalCheckDueOn, supplementDueOn, resultDueOn }: Row): { kind: 'submit' | 'supplement' | 'check' | 'result'; on: string } | null {
  if (state === 'DRAFT') return campaign.acceptsSubmissions ? { kind: 'submit', on: campaign.lastSubmissionDay } : null;
  if (state === 'SUPPLEMENT_REQUIRED') return supplementDueOn ? { kind: 'supplement', on: supplementDueOn } : null;
  if (state === 'SUBMITTED') return formalCheckDueOn ? { kind: 'check', on: formalCheckDueOn } : null;
  if (state === 'ACCEPTED' || state === 'WAITING_APPLICATION' || state === 'UNDER_EVALUATION') return resultDueOn ? { kind: 'result', on: resultDueOn } : null;
  return null;
}
