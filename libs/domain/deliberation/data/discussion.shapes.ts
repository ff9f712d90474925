import { assignedJson, hasNoOpenInterest, isNotRecused, itemPolicy, recusedJson, seatsJson, undecidedJson } from '@domain/evaluation';
import { personJsonOf } from '@domain/organisation';
import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import { BEFORE_CLOSING, EDIT_MINUTES, MOST_POSTS } from '../domain/discussion.js';
import { hasNoSheetToHandIn } from '../policy/discussion.conditions.js';
import { discussionPolicy } from '../policy/discussion.policy.js';

/** What a viewer may do in the discussion of one item. */
export interface DiscussionRights {
  readonly mayWrite: boolean;
  readonly mayResolve: boolean;
  /** Whether the viewer may know who is recused. */
  readonly mayKnowRecusals: boolean;
}

/** What the policy decides by, out of rows of `agenda_item` and `evaluation_session`; columns of a `select`. */
export function discussionFacts(item: string, session: string): SqlStatement {
  const a = sql.identifier(item);
  const s = sql.identifier(session);
  return sql`${s}.tenant_id as "tenantId", ${s}.state, ${seatsJson(session)} as seats, ${recusedJson(item)} as "recusedIds", ${undecidedJson(item)} as "undecidedIds",
    ${assignedJson(item)} as "assignedIds",
    (select coalesce(json_agg(handed.person_id), '[]') from score_sheet handed where handed.item_id = ${a}.id and handed.state = 'SUBMITTED') as "submittedIds"`;
}

/**
 * Whom the viewer can mention about the item of the row `item`: everybody else who sits in its session. Only who may
 * know who is recused is offered the others alone; to everybody else the list must not tell (INV-11).
 */
export function mentionableJson(item: string, viewer: Viewer): SqlStatement {
  const a = sql.identifier(item);
  return sql`case when ${discussionPolicy.where('discussion.read', viewer, item)} then (
    select coalesce(json_agg(${personJsonOf(sql`seat.person_id`)} order by seat.position), '[]') from session_seat seat
    where seat.session_id = ${a}.session_id and seat.person_id <> ${viewer.personId}
      and not (${itemPolicy.where('item.readConflicts', viewer, item)} and exists (
        select from item_recusal barred where barred.item_id = ${a}.id and barred.person_id = seat.person_id))) else '[]'::json end`;
}

/** Whether the person in the expression reads the discussion of the item of the row `item`: `discussion.read` for somebody who does not ask. */
export function readsDiscussion(person: SqlStatement, item: string): SqlStatement {
  const a = sql.identifier(item);
  return sql`(exists (
      select from evaluation_session held join session_seat seat on seat.session_id = held.id and seat.person_id = ${person}
      where held.id = ${a}.session_id and held.state not in ('DRAFT', 'CANCELLED')
        and (not seat.is_voting or not held.state = any (${BEFORE_CLOSING}::text[]) or exists (
          select from score_sheet own where own.item_id = ${a}.id and own.person_id = ${person} and own.state = 'SUBMITTED')))
    and not exists (select from item_recusal barred where barred.item_id = ${a}.id and barred.person_id = ${person})
    and not exists (select from item_undecided waiting where waiting.item_id = ${a}.id and waiting.person_id = ${person}))`;
}

/**
 * Whether the viewer, in whatever office, may know that something was said about the item of the row `item`: not when
 * recused on it or before that is decided (INV-11), and not while having a sheet of it to hand in (INV-18).
 */
export function mayKnowOfDiscussion(viewer: Viewer, item: string): SqlStatement {
  return sql`(${isNotRecused.sql!(item, viewer)} and ${hasNoOpenInterest.sql!(item, viewer)} and ${hasNoSheetToHandIn.sql!(item, viewer)})`;
}

/** A `DiscussionThread` out of a row of `discussion_thread`. */
export function threadJson(alias: string, viewer: Viewer, rights: DiscussionRights): SqlStatement {
  const t = sql.identifier(alias);
  return sql`json_build_object('id', ${t}.id, 'itemId', ${t}.item_id, 'kind', ${t}.kind, 'resolvedAt', ${t}.resolved_at,
    'resolvedBy', ${personJsonOf(sql`${t}.resolved_by_person_id`)}, 'canReply', ${t}.resolved_at is null and ${rights.mayWrite}::boolean,
    'canResolve', ${rights.mayResolve}::boolean,
    'posts', (select coalesce(json_agg(${postJson(sql`${t}.item_id`, viewer, rights)} order by p.id), '[]')
      from (select every.* from discussion_post every where every.thread_id = ${t}.id order by every.id limit ${MOST_POSTS}) p))`;
}

/** A `DiscussionPost` out of a row of `discussion_post` called `p`. A withdrawn one gives away neither text nor names. */
function postJson(itemId: SqlStatement, viewer: Viewer, { mayWrite, mayKnowRecusals }: DiscussionRights): SqlStatement {
  const mayChange = sql`(p.person_id = ${viewer.personId} and p.withdrawn_at is null and ${mayWrite}::boolean)`;
  const editEnd = sql`p.posted_at + make_interval(mins => ${EDIT_MINUTES}::int)`;
  return sql`(select json_build_object('id', p.id, 'author', ${personJsonOf(sql`p.person_id`)},
      'isAuthorRecused', case when ${mayKnowRecusals}::boolean then exists (
        select from item_recusal barred where barred.item_id = ${itemId} and barred.person_id = p.person_id) end,
      'body', case when p.withdrawn_at is null then text.body end, 'version', text.number,
      'postedAt', p.posted_at, 'editedAt', case when text.number > 1 then text.written_at end, 'withdrawnAt', p.withdrawn_at,
      'mentions', (select coalesce(json_agg(${personJsonOf(sql`m.person_id`)} order by m.id), '[]') from discussion_mention m
        where m.post_id = p.id and p.withdrawn_at is null),
      'isMine', p.person_id = ${viewer.personId}, 'canWithdraw', ${mayChange},
      'editableUntil', case when ${mayChange} and clock_timestamp() < ${editEnd} then ${editEnd} end)
    from discussion_post_version text where text.post_id = p.id order by text.number desc limit 1)`;
}
