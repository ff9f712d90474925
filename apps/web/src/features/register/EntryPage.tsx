import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { RegisterEntryQuery } from '../../gql/graphql.js';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { NotFoundContent } from '../../layout/NotFoundPage.js';
import { CopyButton } from '../../ui/CopyButton.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { EffectivenessMark } from './EffectivenessMark.js';
import { EntryFacts } from './EntryFacts.js';
import { EntryResults } from './EntryResults.js';
import { ENTRY } from './queries.js';
import { RelatedEntries } from './RelatedEntries.js';
import styles from './entry.module.css';

export type Entry = NonNullable<RegisterEntryQuery['registerEntry']>;

/** One recognised initiative, told in the order in which somebody who wants to do the same reads it. */
export function EntryPage() {
  const { t } = useTranslation('register');
  const { slug } = useParams({ from: '/_public/sang-kien/$slug' });
  const [{ data, error, stale }, reload] = useQuery({ query: ENTRY, variables: { slug } });
  if (error && !data) return <ErrorContent error={error} onRetry={() => reload()} />;
  if (!data) return <Skeleton lines={10} />;
  const entry = data.registerEntry;
  if (!entry) return stale ? <Skeleton lines={10} /> : <NotFoundContent />;
  return <Whole key={entry.id} entry={entry} title={t('title')} />;
}

function Whole({ entry, title }: { entry: Entry; title: string }) {
  const { t } = useTranslation(['register', 'common']);
  const address = window.location.origin + window.location.pathname;
  return (
    <article>
      <PageTitle
        title={entry.title} above={`${entry.code} · ${entry.unitName}`} crumbs={[{ label: title, to: '/sang-kien' }]}
        lead={<EffectivenessMark effectiveness={entry.effectiveness} status={entry.status} />}
      />
      {entry.status === 'REVOKED' && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} mb="lg" title={t('revoked.title')}>{t('revoked.text')}</Alert>
      )}
      <div className={styles.layout}>
        <div className={styles.story}>
          {entry.summary && <p className={styles.summary}>{entry.summary}</p>}
          <Passage title={t('entry.problem')} text={entry.problem} />
          <Passage title={t('entry.solution')} text={entry.solution} />
          <EntryResults entry={entry} />
          <Passage title={t('entry.conditions')} text={entry.conditions}>
            <p className={styles.contact}>{t('entry.contact', { unit: entry.unitName, ward: entry.tenantName })}</p>
          </Passage>
          <Passage title={t('entry.novelty')} text={entry.novelty} />
        </div>
        <aside className={styles.aside} aria-label={t('entry.facts')}>
          <EntryFacts entry={entry} address={address} />
          <div className={styles.tools} data-no-print>
            <CopyButton value={address} label={t('entry.copy')} />
            <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>{t('common:action.print')}</Button>
          </div>
        </aside>
      </div>
      <RelatedEntries slug={entry.slug} />
    </article>
  );
}

function Passage({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  if (text.trim() === '') return null;
  return (
    <section>
      <h2>{title}</h2>
      <p className={styles.text}>{text}</p>
      {children}
    </section>
  );
}
