import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionAction } from '../../gql/schema.js';
import { ErrorContent } from '../../layout/ErrorPage.js';
import { useViewer } from '../../session/context.js';
import { ButtonLink } from '../../ui/links.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { PageSkeleton } from '../../ui/Skeletons.js';
import { SessionBadge } from '../session/SessionBadge.js';
import { isCounted } from '../session/steps.js';
import { AgendaRail } from './AgendaRail.js';
import { BigScreen } from './BigScreen.js';
import { Board } from './Board.js';
import { CurrentItem } from './CurrentItem.js';
import { Minutes } from './Minutes.js';
import { MyPresence } from './MyPresence.js';
import { NextStepHint } from './NextStepHint.js';
import { QuorumBar } from './QuorumBar.js';
import { RollCall } from './RollCall.js';
import { openSitting, quorumNow } from './room.js';
import { SittingActs } from './SittingActs.js';
import { useMeeting } from './useMeeting.js';
import styles from './meeting.module.css';

const route = getRouteApi('/_app/phien-hop/$id');
/** Whoever may do one of these runs the meeting, or brings it to its end. */
const RUNNING: readonly SessionAction[] = ['CALL_ROLL', 'DRAFT_MINUTES', 'LOCK', 'PROPOSE_DECISION'];

/** The meeting room of a session: one page for everybody in it, with what each of them may do. */
export function MeetingPage() {
  const { t } = useTranslation('meeting');
  const { person } = useViewer();
  const { id } = route.useParams();
  const { 'man-hinh': screen } = route.useSearch();
  const { room, rules, error, look } = useMeeting(id);
  const [chosenId, setChosenId] = useState<string | null>(null);
  if (error && !room) return <ErrorContent error={error} onRetry={look} />;
  if (!room) return <PageSkeleton />;
  const { meeting, items, actions } = room;
  const sitting = openSitting(meeting?.sittings ?? []);
  const quorum = meeting && quorumNow(meeting.attendance, rules, sitting);
  const current = items.find(({ id: itemId }) => itemId === meeting?.currentItemId) ?? null;
  // Ended and counted: what is left is on paper.
  const isOver = sitting === null && isCounted(room.state);
  if (screen === 'lon') return <BigScreen room={room} rules={rules} quorum={quorum} current={current} />;
  const runs = actions.some((action) => RUNNING.includes(action));
  // Whoever is not there yet has to say so first; the others come to the item and its vote at once.
  const isHere = meeting?.attendance.some(({ person: { id: personId }, mode }) => personId === person.id && Boolean(mode));
  // Whoever runs the meeting may look at another item than everybody else; the others follow.
  const item = (runs && items.find(({ id: itemId }) => itemId === chosenId)) || current;
  return (
    <>
      <PageTitle
        title={room.title} above={<SessionBadge state={room.state} />} crumbs={[{ label: t('toSession'), to: `/thu-ky/phien-hop/${room.id}` }]}
        actions={runs && <ButtonLink variant="default" to="/phien-hop/$id" params={{ id }} search={{ 'man-hinh': 'lon' }}>{t('bigScreen.open')}</ButtonLink>}
      />
      {error && <p className={styles.stale} role="status">{t('stale')}</p>}
      {meeting === null || meeting === undefined || quorum === null || quorum === undefined ? <p>{t('notYours')}</p> : (
        <>
          {runs && <NextStepHint room={room} rules={rules} quorum={quorum} current={current} />}
          {!isHere && !isOver && <MyPresence room={room} look={look} />}
          {isCounted(room.state) && <Minutes room={room} look={look} />}
          {(!isOver || item) && (
            <CurrentItem
              key={item?.id ?? 'none'} room={room} rules={rules} item={item} isShown={item?.id === current?.id} runs={runs} isSitting={sitting !== null}
              look={look} onShown={() => setChosenId(null)}
            />
          )}
          {isHere && <MyPresence room={room} look={look} />}
          <div className={styles.columns}>
            <div>
              {!isOver && <QuorumBar quorum={quorum} />}
              {runs && <SittingActs room={room} rules={rules} look={look} />}
              <RollCall room={room} look={look} />
              {rules?.vote.method !== 'NONE' && rules?.vote.method !== 'OPEN' && <Board room={room} look={look} />}
            </div>
            <AgendaRail room={room} chosenId={item?.id ?? null} onChoose={runs ? setChosenId : undefined} />
          </div>
        </>
      )}
    </>
  );
}
