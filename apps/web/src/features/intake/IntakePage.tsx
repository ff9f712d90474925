import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeQueueQuery } from '../../gql/graphql.js';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { usePages } from '../../lib/usePages.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { LoadMore } from '../../ui/LoadMore.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { DossierPreview } from './DossierPreview.js';
import { INTAKE_QUEUE } from './queries.js';
import { QueueFilters } from './QueueFilters.js';
import { QueueList } from './QueueList.js';
import { QueueViews } from './QueueViews.js';
import { filterOf } from './search.js';
import styles from './intake.module.css';

const route = getRouteApi('/_app/thu-ky/tiep-nhan');
const connection = (data: IntakeQueueQuery) => data.intakeQueue;
const TYPENAMES = ['Initiative'];

/** The intake desk: the queue with its saved views, and beside it the dossier that is being checked. */
export function IntakePage() {
  const { t } = useTranslation('intake');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isWide = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false });
  const { xem, dot, 'tu-khoa': words, 'don-vi': unit } = search;
  const variables = useMemo(() => ({ filter: filterOf({ xem, dot, 'tu-khoa': words, 'don-vi': unit }) }), [xem, dot, words, unit]);
  const { nodes, hasNext, isLoading, isStale, error, more, reload } = usePages({ query: INTAKE_QUEUE, variables, connection, typenames: TYPENAMES });
  const preview = useRef<HTMLHeadingElement>(null);
  const chosen = search['ho-so'];
  const shown = chosen ?? (isWide ? nodes?.[0]?.code : undefined);

  const open = (code: string | undefined) => navigate({ search: (before) => ({ ...before, 'ho-so': code }), replace: Boolean(code && chosen), resetScroll: false });
  /** After an answer the next one in the list is opened, so that a whole pile is worked through without the mouse. */
  const goOn = (code: string) => {
    const at = nodes?.findIndex((node) => node.code === code) ?? -1;
    const next = at < 0 ? undefined : nodes?.[at + 1] ?? nodes?.[at - 1];
    void open(next?.code);
    document.getElementById('main')?.scrollIntoView();
    preview.current?.focus({ preventScroll: true });
  };

  if (error && !nodes) return <ErrorContent error={error} onRetry={reload} />;
  return (
    <>
      <PageTitle title={t('title')} lead={chosen && !isWide ? undefined : t('lead')} />
      <div className={chosen ? styles.hiddenWhenNarrow : undefined}>
        <QueueViews search={search} />
        <QueueFilters search={search} />
      </div>
      <div className={styles.split}>
        <div className={`${styles.listSide} ${chosen ? styles.hiddenWhenNarrow : ''}`} aria-busy={isStale}>
          {!nodes && <Skeleton lines={6} />}
          {nodes?.length === 0 && <NothingHere isNarrowed={Boolean(words ?? dot ?? unit)} view={xem ?? 'cho-kiem-tra'} />}
          {nodes && nodes.length > 0 && (
            <>
              <QueueList rows={nodes} search={search} shown={shown} follow={isWide ? open : undefined} onOpened={() => preview.current?.focus({ preventScroll: true })} />
              <LoadMore hasNext={hasNext} isLoading={isLoading} onMore={more} shown={nodes.length} />
            </>
          )}
        </div>
        <div className={styles.previewSide}>
          {shown && <DossierPreview key={shown} code={shown} heading={preview} isChosen={Boolean(chosen)} onAnswered={() => goOn(shown)} />}
        </div>
      </div>
    </>
  );
}

function NothingHere({ isNarrowed, view }: { isNarrowed: boolean; view: string }) {
  const { t } = useTranslation('intake');
  if (isNarrowed) return <EmptyState title={t('empty.narrowed')}>{t('empty.narrowedHint')}</EmptyState>;
  return <EmptyState title={view === 'cho-kiem-tra' ? t('empty.waiting') : t('empty.other')}>{t('empty.hint')}</EmptyState>;
}
