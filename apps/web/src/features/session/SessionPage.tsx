import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useFormat } from '../../lib/useFormat.js';
import { useLive } from '../../lib/useLive.js';
import { DueDate } from '../../ui/DueDate.js';
import { KeyValue } from '../../ui/KeyValue.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { PageSkeleton } from '../../ui/Skeletons.js';
import { Agenda } from './Agenda.js';
import { AgendaBuilder } from './AgendaBuilder.js';
import { AgendaWarnings } from './AgendaWarnings.js';
import { ConflictCases } from './ConflictCases.js';
import { DatesDialog } from './DatesDialog.js';
import { ProgressMatrix } from './ProgressMatrix.js';
import { SESSION } from './queries.js';
import { Results } from './Results.js';
import { SessionActs } from './SessionActs.js';
import { SessionBadge } from './SessionBadge.js';
import { StateLine } from './StateLine.js';
import { hasResults } from './steps.js';

const route = getRouteApi('/_app/thu-ky/phien-hop/$id');

/** One session, from building its agenda to its locked results. */
export function SessionPage() {
  const { t } = useTranslation('session');
  const { formatDate } = useFormat();
  const { id } = route.useParams();
  const { xep } = route.useSearch();
  const context = useMemo(() => ({ additionalTypenames: ['ScoreSheet'] }), []);
  const [{ data, error }, ask] = useQuery({ query: SESSION, variables: { id }, context });
  const [isDating, setDating] = useState(false);
  const reload = () => ask({ requestPolicy: 'network-only' });
  const isOver = data?.evaluationSession.state === 'LOCKED' || data?.evaluationSession.state === 'CANCELLED';
  useLive(isOver ? null : id, reload);
  if (error && !data) return <ErrorContent error={error} onRetry={reload} />;
  if (!data) return <PageSkeleton />;
  const session = data.evaluationSession;
  const { state, council, campaign, heldOn, place, scoringDueOn, members } = session;
  // Agenda and dates can be changed for as long as scoring has not opened.
  const isBuilding = session.actions.includes('EDIT_AGENDA');
  const onDates = isBuilding ? () => setDating(true) : undefined;
  return (
    <>
      <PageTitle title={session.title} above={<SessionBadge state={state} />} crumbs={[{ label: t('list.title'), to: '/thu-ky/phien-hop' }]} />
      <StateLine state={state} />
      <KeyValue items={[
        { label: t('facts.council'), value: t('facts.councilBy', { name: council.name, number: council.decisionNumber }) },
        { label: t('facts.campaign'), value: campaign.name },
        { label: t('facts.meeting'), value: [heldOn && formatDate(heldOn), place].filter(Boolean).join(', '), onChange: onDates },
        { label: t('facts.dueOn'), value: scoringDueOn && (state === 'SCORING' ? <DueDate value={scoringDueOn} /> : formatDate(scoringDueOn)), onChange: onDates },
        { label: t('facts.members'), value: t('facts.memberCount', { count: members.length, voting: members.filter(({ isVoting }) => isVoting).length }) },
      ]} />
      {isDating && <DatesDialog session={session} onClose={() => setDating(false)} />}
      <SessionActs session={session} />
      {session.agendaWarnings && session.agendaWarnings.length > 0 && <AgendaWarnings session={session} warnings={session.agendaWarnings} />}
      {session.conflictCases && session.conflictCases.length > 0 && <ConflictCases sessionId={session.id} cases={session.conflictCases} />}
      {isBuilding ? <AgendaBuilder key={session.id} session={session} /> : (state === 'DRAFT' || state === 'CONVENED' || state === 'CANCELLED') && <Agenda session={session} />}
      {session.progress && state === 'SCORING' && <ProgressMatrix items={session.items} members={members} progress={session.progress} />}
      {state === 'SCORING' && !session.progress && <Agenda session={session} />}
      {hasResults(state) && <Results sessionId={session.id} order={xep ?? 'hang'} />}
    </>
  );
}
