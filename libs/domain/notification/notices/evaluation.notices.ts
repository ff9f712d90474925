import { sql, type SqlStatement } from '@kit/database';
import { ScoringClosed, ScoringOpened, SessionConvened, type SessionEvent, SessionLocked } from '@domain/evaluation';
import { type Notice, notice } from '../notice.js';

/** The named people, with the session's title and the day by which they act. */
const people = (personIds: readonly string[], { sessionId }: SessionEvent, link: SqlStatement): SqlStatement => sql`
  select told.id, jsonb_build_object('title', s.title, 'heldOn', s.held_on, 'scoringDueOn', s.scoring_due_on), ${link}
  from evaluation_session s, unnest(${personIds}::uuid[]) as told (id) where s.id = ${sessionId}`;

/** Chair and secretary, who carry the session on. */
const leaders = ({ sessionId }: SessionEvent): SqlStatement => sql`
  select m.person_id, jsonb_build_object('title', s.title), '/thu-ky/phien-hop/' || s.id
  from evaluation_session s join session_member m on m.session_id = s.id and m.role in ('CHAIR', 'SECRETARY')
  where s.id = ${sessionId}`;

export const evaluationNotices: readonly Notice[] = [
  notice(SessionConvened, 'SESSION_CONVENED', (event) => people(event.memberIds, event, sql`'/cham-diem'`)),
  notice(ScoringOpened, 'SCORING_OPENED', (event) => people(event.scorerIds, event, sql`'/cham-diem'`)),
  notice(ScoringClosed, 'SCORING_CLOSED', leaders),
  notice(SessionLocked, 'SESSION_LOCKED', leaders),
];
