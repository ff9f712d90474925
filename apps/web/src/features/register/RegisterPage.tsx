import { Alert, Button, NativeSelect, VisuallyHidden } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconBulb } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterQuery, RegisterQueryVariables } from '../../gql/graphql.js';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { usePages } from '../../lib/usePages.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { LoadMore } from '../../ui/LoadMore.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { EntryCard } from './EntryCard.js';
import { Facets } from './Facets.js';
import { FilterChips } from './FilterChips.js';
import { REGISTER } from './queries.js';
import { countChosen, filterOf, SORTS, sortOf, type RegisterSearch, type SortKey } from './registerSearch.js';
import { SearchField } from './SearchField.js';
import { useLabels } from './useLabels.js';
import cards from './card.module.css';
import styles from './register.module.css';

const FacetDrawer = lazy(() => import('./FacetDrawer.js'));
const PAGE_SIZE = 20;
const connection = (data: RegisterQuery) => data.register;

/** The public register: every filter lives in the address, so that a selection can be sent to somebody. */
export function RegisterPage() {
  const { t } = useTranslation('register');
  const search = useSearch({ from: '/_public/sang-kien/' });
  const navigate = useNavigate({ from: '/sang-kien/' });
  const [isFiltering, setFiltering] = useState(false);
  const key = JSON.stringify(search);
  const variables = useMemo(() => {
    const wanted = JSON.parse(key) as RegisterSearch;
    return { filter: filterOf(wanted), sort: SORTS[sortOf(wanted)], first: PAGE_SIZE };
  }, [key]);
  const pages = usePages<RegisterQuery, RegisterQueryVariables, RegisterQuery['register']['edges'][number]['node']>({ query: REGISTER, variables, connection });
  const register = pages.data?.register;
  const labelOf = useLabels(register?.facets);

  if (pages.error && !pages.data) return <ErrorContent error={pages.error} onRetry={pages.reload} />;
  const go = (next: RegisterSearch) => { void navigate({ search: next, replace: true, resetScroll: false }); };
  const words = search['tu-khoa'] ?? '';
  const facets = register && { facets: register.facets, search, onChange: go, labelOf };
  const isNarrowed = words !== '' || countChosen(search) > 0;
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} />
      <div className={styles.search}><SearchField value={words} onChange={(next) => go({ ...search, 'tu-khoa': next || undefined })} /></div>
      <div className={styles.layout}>
        <aside className={styles.aside} aria-label={t('filter.title')} data-no-print>{facets && <Facets {...facets} />}</aside>
        <section className={styles.results} aria-busy={pages.isStale}>
          <VisuallyHidden><h2>{t('results.title')}</h2></VisuallyHidden>
          <div className={styles.bar}>
            <p role="status" className={styles.total}>{register && t('results.total', { count: register.totalCount })}</p>
            <Button
              variant="default" className={styles.openFilter} leftSection={<IconAdjustmentsHorizontal size={20} aria-hidden />}
              onClick={() => setFiltering(true)} aria-haspopup="dialog" data-no-print
            >
              {countChosen(search) > 0 ? t('filter.openCount', { count: countChosen(search) }) : t('filter.open')}
            </Button>
            <Sort search={search} onChange={go} />
          </div>
          <FilterChips search={search} onChange={go} labelOf={labelOf} />
          {register?.isApproximate && (
            <Alert icon={<IconBulb aria-hidden />} color="amber" mb="md" title={t('approximate.title', { words })}>{t('approximate.text')}</Alert>
          )}
          {!pages.nodes && <Skeleton lines={10} />}
          {pages.nodes?.length === 0 && <Nothing isNarrowed={isNarrowed} onClear={() => go({})} />}
          {pages.nodes && pages.nodes.length > 0 && register && (
            <>
              <ul className={`${cards.list} ${pages.isStale ? styles.stale : ''}`}>
                {pages.nodes.map((entry) => <li key={entry.id}><EntryCard entry={entry} query={words} withWard={register.facets.tenants.length > 1} /></li>)}
              </ul>
              <LoadMore hasNext={pages.hasNext} isLoading={pages.isLoading} onMore={pages.more} shown={pages.nodes.length} total={register.totalCount} />
            </>
          )}
        </section>
      </div>
      {isFiltering && facets && <Suspense fallback={null}><FacetDrawer {...facets} total={register.totalCount} onClose={() => setFiltering(false)} /></Suspense>}
    </>
  );
}

function Sort({ search, onChange }: { search: RegisterSearch; onChange: (search: RegisterSearch) => void }) {
  const { t } = useTranslation('register');
  const offered: SortKey[] = search['tu-khoa'] ? ['lien-quan', 'moi-nhat', 'ten'] : ['moi-nhat', 'ten'];
  return (
    <NativeSelect
      label={t('sort.label')} value={sortOf(search)} className={styles.sort} data-no-print
      data={offered.map((value) => ({ value, label: t(`sort.${value}`) }))}
      onChange={(event) => onChange({ ...search, 'sap-xep': event.currentTarget.value as SortKey })}
    />
  );
}

function Nothing({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  const { t } = useTranslation('register');
  if (!isNarrowed) return <EmptyState title={t('empty.registerTitle')}>{t('empty.registerText')}</EmptyState>;
  return (
    <EmptyState title={t('empty.title')} action={<Button variant="default" onClick={onClear}>{t('empty.clear')}</Button>}>{t('empty.text')}</EmptyState>
  );
}
