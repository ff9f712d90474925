import { sql, type SqlStatement } from '@kit/database';
import { ScoringClosed, ScoringOpened, SessionCancelled, SessionConvened, type SessionEvent, SessionLocked, SessionRescheduled } from '@domain/evaluation';
import { type Notice, notice } from '../notice.js';

/** The named people who still sit in the session, with its title and the day by which they act, while it is in one of these states. */
const people = (personIds: readonly string[], { sessionId }: SessionEvent, states: readonly string[]): SqlStatement => sql`
  select seat.person_id, jsonb_build_object('title', s.title, 'heldOn', s.held_on, 'place', s.place, 'scoringDueOn', s.scoring_due_on), '/cham-diem'
  from evaluation_session s join session_seat seat on seat.session_id = s.id and seat.person_id = any (${personIds}::uuid[])
  where s.id = ${sessionId} and s.state = any (${states}::text[])`;

/** Chair and secretary, who carry the session on. */
const leaders = ({ sessionId }: SessionEvent): SqlStatement => sql`
  select m.person_id, jsonb_build_object('title', s.title), '/thu-ky/phien-hop/' || s.id
  from evaluation_session s join session_member m on m.session_id = s.id and m.role in ('CHAIR', 'SECRETARY')
  where s.id = ${sessionId}`;

export const evaluationNotices: readonly Notice[] = [
  notice(SessionConvened, 'SESSION_CONVENED', (event) => people(event.memberIds, event, ['CONVENED', 'SCORING']), { calendar: 'REQUEST' }),
  notice(SessionRescheduled, 'SESSION_RESCHEDULED', (event) => people(event.memberIds, event, ['CONVENED', 'SCORING']), { calendar: 'REQUEST' }),
  notice(SessionCancelled, 'SESSION_CANCELLED', (event) => people(event.memberIds, event, ['CANCELLED']), { calendar: 'CANCEL' }),
  notice(ScoringOpened, 'SCORING_OPENED', (event) => people(event.scorerIds, event, ['SCORING'])),
  notice(ScoringClosed, 'SCORING_CLOSED', leaders),
  notice(SessionLocked, 'SESSION_LOCKED', leaders),
];
