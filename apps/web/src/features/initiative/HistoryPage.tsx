import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { DossierHistoryQuery } from '../../gql/graphql.js';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useFormat } from '../../lib/useFormat.js';
import { CopyButton } from '../../ui/CopyButton.js';
import { DiffText } from '../../ui/DiffText.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { PageSkeleton } from '../../ui/Skeletons.js';
import styles from './history.module.css';
import { useWordedSegments } from './useWordedSegments.js';
import { HISTORY } from './queries.js';

type Version = DossierHistoryQuery['initiative']['versions'][number];

/** Every version that was handed in, newest first, with what changed since the one before. */
export function HistoryPage({ code }: { code: string }) {
  const { t } = useTranslation('initiative');
  const [{ data, error }, reload] = useQuery({ query: HISTORY, variables: { code } });
  if (error && !data) return <ErrorContent error={error} onRetry={() => reload()} />;
  if (!data) return <PageSkeleton />;
  const { title, versions } = data.initiative;
  return (
    <div className={styles.page}>
      <PageTitle
        title={t('history.title')} above={`${code} · ${title}`} lead={t('history.lead')} documentTitle={`${t('history.title')} – ${code}`}
        crumbs={[{ label: t('list.title'), to: '/ho-so' }, { label: code, to: `/ho-so/${encodeURIComponent(code)}` }]}
      />
      {versions.length === 0
        ? <EmptyState title={t('history.empty')}>{t('history.emptyText')}</EmptyState>
        : versions.toReversed().map((version) => <VersionCard key={version.number} version={version} />)}
    </div>
  );
}

function VersionCard({ version: { number, reason, sha256, createdAt, createdBy, changes } }: { version: Version }) {
  const { t } = useTranslation('initiative');
  const { formatDateTime } = useFormat();
  const worded = useWordedSegments();
  const nameOf = t as unknown as (keys: string[]) => string;
  return (
    <section className={styles.version} aria-labelledby={`version-${number}`}>
      <h2 id={`version-${number}`}>{t('history.version', { number })} – {t(`history.reason.${reason}`)}</h2>
      <p className={styles.meta}>{formatDateTime(createdAt)} · {createdBy.fullName}</p>
      <div className={styles.hashLine}>
        <span>{t('history.hash')} <code className={styles.hash}>{sha256}</code></span>
        <CopyButton value={sha256} label={t('history.copyHash')} />
      </div>
      {changes === null ? <p>{t('history.first')}</p>
        : changes.length === 0 ? <p>{t('history.same')}</p>
          : (
            <>
              <p>{t('history.changes', { count: changes.length })}</p>
              {changes.map(({ path, section, segments }, index) => (
                <div key={`${path}-${index}`} className={styles.change}>
                  <h3>{nameOf([`changed.${path}`, `part.${section}`])}</h3>
                  <DiffText segments={worded(path, segments)} />
                </div>
              ))}
            </>
          )}
    </section>
  );
}
