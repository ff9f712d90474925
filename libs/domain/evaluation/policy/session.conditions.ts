import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import type { Condition } from '@kit/policy';
import type { SessionState } from '../domain/session.workflow.js';

/** Somebody's place in a session: the council in force until scoring opens, the copied members from then on (INV-15). */
export interface Seat {
  readonly personId: string;
  readonly role: string;
  readonly isVoting: boolean;
}

/** What decides about one session. Every object that answers as `EvaluationSession` carries these. */
export interface SessionFacts {
  readonly tenantId: string;
  readonly state: SessionState;
  readonly seats: readonly Seat[];
}

/** Who may act for the council: the chair, and a deputy for the chair. */
const CHAIRS: readonly string[] = ['CHAIR', 'DEPUTY_CHAIR'];
/** Who prepares the session sees it from the beginning. */
const PREPARERS: readonly string[] = [...CHAIRS, 'SECRETARY'];
const CLOSED: readonly SessionState[] = ['SCORED', 'BALLOTING', 'COUNTED', 'MINUTES_DRAFT', 'LOCKED'];
const OPENED: readonly SessionState[] = ['SCORING', ...CLOSED];

const stateIn = (sentence: string, states: readonly SessionState[]): Condition<SessionFacts> => ({
  sentence,
  test: (facts) => states.includes(facts.state),
  sql: (alias) => sql`${sql.identifier(alias, 'state')} = any (${states}::text[])`,
});

function seatWhere(alias: string, viewer: Viewer, condition: SqlStatement): SqlStatement {
  return sql`exists (select from session_seat seat
    where seat.session_id = ${sql.identifier(alias, 'id')} and seat.person_id = ${viewer.personId}${condition})`;
}

const seatAs = (sentence: string, roles: readonly string[]): Condition<SessionFacts> => ({
  sentence,
  test: ({ seats }, { personId }) => seats.some((seat) => seat.personId === personId && roles.includes(seat.role)),
  sql: (alias, viewer) => seatWhere(alias, viewer, sql` and seat.role = any (${roles}::text[])`),
});

export const inOwnTenant: Condition<Pick<SessionFacts, 'tenantId'>> = {
  sentence: "it belongs to the viewer's own ward",
  test: (facts, viewer) => facts.tenantId === viewer.tenantId,
  sql: (alias, viewer) => sql`${sql.identifier(alias, 'tenant_id')} = ${viewer.tenantId}`,
};

export const isSeated: Condition<SessionFacts> = {
  sentence: 'the viewer is a member of the session',
  test: ({ seats }, { personId }) => seats.some((seat) => seat.personId === personId),
  sql: (alias, viewer) => seatWhere(alias, viewer, sql.empty),
};

export const isVotingMember: Condition<SessionFacts> = {
  sentence: 'the viewer is a voting member of the session',
  test: ({ seats }, { personId }) => seats.some((seat) => seat.personId === personId && seat.isVoting),
  sql: (alias, viewer) => seatWhere(alias, viewer, sql` and seat.is_voting`),
};

export const isChair = seatAs('the viewer chairs the session or is deputy', CHAIRS);
export const isPreparer = seatAs('the viewer is chair, deputy or secretary of the session', PREPARERS);
export const isAnnounced = stateIn('it has been convened', ['CONVENED', ...OPENED, 'CANCELLED']);
/** A cancelled session gives nobody a reason to read its dossiers any more. */
export const isUnderWay = stateIn('it has been convened and not cancelled', ['CONVENED', ...OPENED]);
export const isNotCancelled = stateIn('it is not cancelled', ['DRAFT', 'CONVENED', ...OPENED]);
export const hasOpened = stateIn('scoring has opened', OPENED);
export const isOpenForConflicts = stateIn('scoring has not closed', ['CONVENED', 'SCORING']);
export const isClosed = stateIn('scoring has closed', CLOSED);
export const isLocked = stateIn('the session is locked', ['LOCKED']);
