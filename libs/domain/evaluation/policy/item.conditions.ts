import { sql } from '@kit/database';
import type { Condition } from '@kit/policy';
import type { SessionFacts } from './session.conditions.js';

/** What decides about one agenda item: its session, and who may not have anything to do with it. */
export interface ItemFacts extends SessionFacts {
  /** Recused members, and every author whether on the council or not (INV-11). */
  readonly recusedIds: readonly string[];
  /** Members whose interest in it waits for a decision; none of them is recused. */
  readonly undecidedIds: readonly string[];
  /** Who is assigned to score it; nobody where every voting member does. */
  readonly assignedIds: readonly string[];
}

export const isNotRecused: Condition<ItemFacts> = {
  sentence: 'the viewer is neither recused from it nor an author of it',
  test: (facts, viewer) => !facts.recusedIds.includes(viewer.personId),
  sql: (alias, viewer) => sql`not exists (select from item_recusal barred
    where barred.item_id = ${sql.identifier(alias, 'id')} and barred.person_id = ${viewer.personId})`,
};

export const isAssigned: Condition<ItemFacts> = {
  sentence: 'the viewer is among those assigned to it, where members are assigned',
  test: (facts, viewer) => facts.assignedIds.length === 0 || facts.assignedIds.includes(viewer.personId),
  sql: (alias, viewer) => {
    const item = sql.identifier(alias, 'id');
    return sql`(not exists (select from assignment given where given.item_id = ${item})
      or exists (select from assignment own where own.item_id = ${item} and own.person_id = ${viewer.personId}))`;
  },
};

export const hasNoOpenInterest: Condition<ItemFacts> = {
  sentence: 'no interest of the viewer in it waits for a decision',
  test: (facts, viewer) => !facts.undecidedIds.includes(viewer.personId),
  sql: (alias, viewer) => sql`not exists (select from item_undecided open_interest
    where open_interest.item_id = ${sql.identifier(alias, 'id')} and open_interest.person_id = ${viewer.personId})`,
};

/** A condition on the item's session, asked of a row of `agenda_item`. */
export function ofSession(condition: Condition<SessionFacts>): Condition<ItemFacts> {
  const face = condition.sql;
  if (face === undefined) throw new TypeError(`"${condition.sentence}" has no SQL face`);
  return {
    sentence: condition.sentence,
    test: condition.test,
    sql: (alias, viewer) => {
      const session = `${alias}_of`;
      return sql`exists (select from evaluation_session ${sql.identifier(session)}
        where ${sql.identifier(session, 'id')} = ${sql.identifier(alias, 'session_id')} and ${face(session, viewer)})`;
    },
  };
}
