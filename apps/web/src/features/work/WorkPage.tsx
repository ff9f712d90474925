import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useListNavigation } from '../../lib/keyboard.js';
import { useViewer } from '../../session/context.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { PathLink } from '../../ui/PathLink.js';
import { Skeleton } from '../../ui/Skeletons.js';
import { MY_WORK, type WorkItem } from './queries.js';
import { grouped, NEXT_STEP_PATHS, nextStepOf, type Urgency } from './workKinds.js';
import { WorkRow } from './WorkRow.js';
import styles from './work.module.css';

/** The first page after signing in: everything that waits for the person, across all roles, the most pressing first. */
export function WorkPage() {
  const { t } = useTranslation('work');
  const { person } = useViewer();
  const context = useMemo(() => ({ additionalTypenames: ['WorkItem', 'Initiative', 'EvaluationSession', 'ScoreSheet', 'RecognitionDecision'] }), []);
  const [{ data, error }, reload] = useQuery({ query: MY_WORK, context });
  if (error && !data) return <ErrorContent error={error} onRetry={() => reload()} />;
  const own = data?.myWork.filter(({ urgency }) => urgency !== 'WAITING').length ?? 0;
  return (
    <>
      <PageTitle
        above={t('greeting', { name: person.fullName })} title={t('title')} documentTitle={own > 0 ? `(${own}) ${t('title')}` : undefined}
        lead={data && own > 0 ? t('lead', { count: own }) : undefined}
      />
      {data ? <List items={data.myWork} own={own} /> : <Skeleton lines={6} />}
    </>
  );
}

function List({ items, own }: { items: readonly WorkItem[]; own: number }) {
  const { t } = useTranslation('work');
  const router = useRouter();
  const groups = grouped(items);
  const rows = groups.flatMap((group) => group.items);
  const { rowProps } = useListNavigation(rows.length, (index) => {
    const row = rows[index];
    if (row) router.history.push(row.link);
  });
  return (
    <>
      {own === 0 && <NothingToDo waiting={items.length} />}
      {groups.length > 1 && <Counters groups={groups} />}
      {groups.map(({ urgency, items: members }) => (
        <section key={urgency} id={urgency.toLowerCase()} className={styles.group} aria-labelledby={`work-${urgency}`}>
          <h2 id={`work-${urgency}`} className={urgency === 'OVERDUE' ? styles.overdue : undefined}>
            {t(`urgency.${urgency}`)} <span className={styles.count}>({members.length})</span>
          </h2>
          {urgency === 'WAITING' && <p className={styles.hint}>{t('waitingHint')}</p>}
          <ul className={styles.list}>
            {members.map((item) => <WorkRow key={item.id} item={item} rowProps={rowProps(rows.indexOf(item))} />)}
          </ul>
        </section>
      ))}
    </>
  );
}

/** How many wait in each section, as links to it. They are the lengths of the lists below and can be nothing else. */
function Counters({ groups }: { groups: { urgency: Urgency; items: readonly WorkItem[] }[] }) {
  const { t } = useTranslation('work');
  return (
    <nav aria-label={t('counters')} data-no-print>
      <ul className={styles.counters}>
        {groups.map(({ urgency, items }) => (
          <li key={urgency}><a href={`#${urgency.toLowerCase()}`} data-urgency={urgency}>{t(`urgency.${urgency}`)} <strong>{items.length}</strong></a></li>
        ))}
      </ul>
    </nav>
  );
}

function NothingToDo({ waiting }: { waiting: number }) {
  const { t } = useTranslation('work');
  const { roles } = useViewer();
  const step = nextStepOf(roles.map(({ role }) => role));
  return (
    <div className={styles.nothing}>
      <EmptyState title={t('empty.title')} action={<PathLink to={NEXT_STEP_PATHS[step]} className={styles.next}>{t(`empty.${step}`)}</PathLink>}>
        {waiting > 0 ? t('empty.waiting', { count: waiting }) : t('empty.text')}
      </EmptyState>
    </div>
  );
}
