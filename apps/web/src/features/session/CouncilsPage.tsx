import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useFormat } from '../../lib/useFormat.js';
import { useHasRole } from '../../session/context.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ButtonLink } from '../../ui/links.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { COUNCILS, type Council } from './queries.js';
import styles from './session.module.css';

/** The councils of the ward with their members. */
export function CouncilsPage() {
  const { t } = useTranslation('session');
  const isSecretary = useHasRole('COUNCIL_SECRETARY', 'AUTHORITY_HEAD');
  const context = useMemo(() => ({ additionalTypenames: ['Council'] }), []);
  const [{ data, error }, ask] = useQuery({ query: COUNCILS, context });
  if (error && !data) return <ErrorContent error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  const create = isSecretary && <ButtonLink to="/thu-ky/hoi-dong/moi">{t('council.create')}</ButtonLink>;
  return (
    <>
      <PageTitle title={t('council.title')} lead={t('council.lead')} crumbs={[{ label: t('list.title'), to: '/thu-ky/phien-hop' }]} actions={create} />
      {!data && <Skeleton lines={5} />}
      {data?.councils.length === 0 && <EmptyState title={t('council.empty')} action={create}>{t('council.emptyHint')}</EmptyState>}
      <div className={styles.councils}>{data?.councils.map((council) => <CouncilCard key={council.id} council={council} />)}</div>
    </>
  );
}

function CouncilCard({ council }: { council: Council }) {
  const { t } = useTranslation('session');
  const { formatDate } = useFormat();
  return (
    <section className={styles.council}>
      <h2>{council.name}</h2>
      <p className={styles.soft}>{t('council.decision', { number: council.decisionNumber, date: formatDate(council.decisionDate) })} · {t('council.term', { from: formatDate(council.termFrom), to: formatDate(council.termTo) })}</p>
      <ol className={styles.memberList}>
        {council.members.map(({ id, person, role, isVoting }) => (
          <li key={id}>
            <strong>{person.fullName}</strong> · {t(`role.${role}`)}
            <span className={styles.soft}>{[person.position, person.unit?.shortName, isVoting ? null : t('council.notVoting')].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
