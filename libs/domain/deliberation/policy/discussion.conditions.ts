import type { ItemFacts, SessionFacts } from '@domain/evaluation';
import { sql } from '@kit/database';
import type { Condition } from '@kit/policy';
import { BEFORE_CLOSING, OPEN_STATES } from '../domain/discussion.js';

/** What decides about the discussion of one item. */
export interface DiscussionFacts extends ItemFacts {
  /** Whoever has a submitted sheet of the item. */
  readonly submittedIds: readonly string[];
}

export const isOpenForDiscussion: Condition<SessionFacts> = {
  sentence: 'members have been invited and the council has not counted',
  test: ({ state }) => OPEN_STATES.includes(state),
  sql: (alias) => sql`${sql.identifier(alias, 'state')} = any (${OPEN_STATES}::text[])`,
};

/**
 * Others' words are judgements: a voting member reads them when the own sheet is in (INV-18). Also one who is not assigned to the item: they
 * may come in for somebody who is recused.
 */
export const hasNoSheetToHandIn: Condition<DiscussionFacts> = {
  sentence: 'the viewer has handed in the own sheet, does not vote, or scoring has closed',
  test: ({ state, seats, submittedIds }, { personId }) =>
    !BEFORE_CLOSING.includes(state) || submittedIds.includes(personId) || !seats.some((seat) => seat.personId === personId && seat.isVoting),
  sql: (alias, viewer) => sql`(
    exists (select from score_sheet own where own.item_id = ${sql.identifier(alias, 'id')} and own.person_id = ${viewer.personId} and own.state = 'SUBMITTED')
    or not exists (select from evaluation_session scoring join session_seat scorer on scorer.session_id = scoring.id and scorer.is_voting
      where scoring.id = ${sql.identifier(alias, 'session_id')} and scorer.person_id = ${viewer.personId}
        and scoring.state = any (${BEFORE_CLOSING}::text[])))`,
};
