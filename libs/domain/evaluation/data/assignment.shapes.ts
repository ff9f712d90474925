import { personJsonOf } from '@domain/organisation';
import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import { itemPolicy } from '../policy/item.policy.js';

/** A session keeps its latest changes in sight; older ones stay in the database. */
const MOST_PLANS = 50;

/** Chooses items of the session by a row of `agenda_item` with this alias. */
export type ItemsWhere = (alias: string) => SqlStatement;

/** The items whose assignment the viewer may know and change. */
export function itemsInHandOf(viewer: Viewer): ItemsWhere {
  return (alias) => itemPolicy.where('item.readAssignment', viewer, alias);
}

/** How many members score each item: by the rules of the session, before scoring opened by those of its campaign. */
export function perItemSql(alias: string): SqlStatement {
  const s = sql.identifier(alias);
  return sql`(coalesce(${s}.rules, (select regulation.rules from campaign judged_campaign
    join evaluation_regulation regulation on regulation.id = judged_campaign.regulation_id
    where judged_campaign.id = ${s}.campaign_id)) #>> '{scoring,sheetsPerItem}')::int`;
}

/** What the assignment of a session is worked out from, over a row of `evaluation_session`: `AssignmentFacts` without `isFixed`. */
export function assignmentFactsJson(alias: string, items: ItemsWhere): SqlStatement {
  const s = sql.identifier(alias);
  const ofItem = (table: SqlStatement, order: SqlStatement): SqlStatement => sql`(
    select coalesce(json_agg(json_build_object('itemId', of_item.item_id, 'personId', of_item.person_id) order by ${order}), '[]')
    from ${table} of_item join agenda_item listed on listed.id = of_item.item_id
    where listed.session_id = ${s}.id and ${items('listed')})`;
  return sql`json_build_object('perItem', ${perItemSql(alias)},
    'itemIds', (select coalesce(json_agg(listed.id order by listed.position), '[]') from agenda_item listed
      where listed.session_id = ${s}.id and ${items('listed')}),
    'memberIds', (select coalesce(json_agg(seat.person_id order by seat.position), '[]') from session_seat seat
      where seat.session_id = ${s}.id and seat.is_voting),
    'barred', ${ofItem(sql`item_recusal`, sql`listed.position, of_item.person_id`)},
    'current', ${ofItem(sql`assignment`, sql`listed.position, of_item.id`)})`;
}

/** A `StoredAssignment` out of a row of `evaluation_session`; null where every member scores every item. Pass it through `assignmentView`. */
export function assignmentJson(alias: string, viewer: Viewer): SqlStatement {
  return sql`case when ${perItemSql(alias)} is not null then
    json_build_object('facts', ${assignmentFactsJson(alias, itemsInHandOf(viewer))}, 'plans', ${plansJson(alias, viewer)}) end`;
}

/** The latest changes first. What a change did to items that are not for the viewer is in neither count, and may leave nothing of it. */
function plansJson(alias: string, viewer: Viewer): SqlStatement {
  const inHand = (rows: SqlStatement): SqlStatement => sql`(
    select coalesce(jsonb_agg(row), '[]') from jsonb_array_elements(${rows}) row
    where (row ->> 'itemId')::uuid in (select listed.id from agenda_item listed
      where listed.session_id = made.session_id and ${itemsInHandOf(viewer)('listed')}))`;
  return sql`(select coalesce(json_agg(json_build_object('id', seen.id, 'kind', seen.kind, 'at', seen.at, 'added', seen.added, 'removed', seen.removed,
        'isUndone', exists (select from assignment_plan undoing where undoing.undoes_id = seen.id),
        'by', ${personJsonOf(sql`seen.by_person_id`, `${alias}_planner`)}) order by seen.id desc), '[]')
    from (
      select made.id, made.kind, made.at, made.by_person_id, own.added, own.removed from assignment_plan made
      cross join lateral (select ${inHand(sql`made.added`)} as added, ${inHand(sql`made.removed`)} as removed) own
      where made.session_id = ${sql.identifier(alias, 'id')} and own.added || own.removed <> '[]'
      order by made.id desc limit ${MOST_PLANS}) seen)`;
}
