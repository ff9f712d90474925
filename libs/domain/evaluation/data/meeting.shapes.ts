import { personJsonOf } from '@domain/organisation';
import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import { itemPolicy } from '../policy/item.policy.js';

/** Whether session `alias` is sitting. */
export function sitsNow(alias: string): SqlStatement {
  return sql`exists (select from sitting now where now.session_id = ${sql.identifier(alias, 'id')} and now.ended_at is null)`;
}

/** Whether the last minutes of a kind wait for the viewer's signature. */
export function signsNow(alias: string, viewer: Viewer): SqlStatement {
  const id = sql.identifier(alias, 'id');
  return sql`exists (select from minutes unsigned where unsigned.session_id = ${id}
    and not exists (select from minutes later where later.session_id = ${id} and later.kind = unsigned.kind and later.number > unsigned.number)
    and not exists (select from minutes_signature mine where mine.minutes_id = unsigned.id and mine.person_id = ${viewer.personId})
    and case unsigned.kind
      when 'COUNTING' then exists (select from counting_board_member board where board.session_id = ${id} and board.person_id = ${viewer.personId})
      else exists (select from session_member seat where seat.session_id = ${id} and seat.person_id = ${viewer.personId} and seat.role = 'SECRETARY')
        or ${viewer.personId} = (select presided.presiding_person_id from sitting presided where presided.session_id = ${id} order by presided.number desc limit 1) end)`;
}

/** A `Meeting` of session `alias`. The item shown is named only to those who may read it. */
export function meetingJson(alias: string, viewer: Viewer): SqlStatement {
  const s = sql.identifier(alias);
  return sql`json_build_object(
    'sittings', (select coalesce(json_agg(json_build_object('id', held.id, 'number', held.number,
        'presiding', ${personJsonOf(sql`held.presiding_person_id`, `${alias}_mp`)}, 'authorisation', held.authorisation, 'appointed', held.appointed,
        'present', held.present, 'required', held.required, 'openedAt', held.opened_at, 'endedAt', held.ended_at, 'ending', held.ending,
        'endingReason', held.ending_reason) order by held.number), '[]') from sitting held where held.session_id = ${s}.id),
    'attendance', (select coalesce(json_agg(json_build_object('person', ${personJsonOf(sql`seat.person_id`, `${alias}_ap`)}, 'role', seat.role,
        'isVoting', seat.is_voting, 'mode', here.mode, 'since', here.in_at,
        'stays', (select coalesce(json_agg(json_build_object('mode', stay.mode, 'inAt', stay.in_at, 'outAt', stay.out_at) order by stay.in_at), '[]')
          from attendance stay where stay.session_id = seat.session_id and stay.person_id = seat.person_id and stay.void_reason is null),
        'isExcused', missing.is_excused, 'absenceReason', missing.reason, 'writtenOpinion', missing.written_opinion) order by seat.position), '[]')
      from session_seat seat
      left join attendance here on here.session_id = seat.session_id and here.person_id = seat.person_id and here.out_at is null
      left join absence missing on missing.session_id = seat.session_id and missing.person_id = seat.person_id
      where seat.session_id = ${s}.id),
    'countingBoard', (select coalesce(json_agg(${personJsonOf(sql`board.person_id`, `${alias}_bp`)} order by board.position), '[]')
      from counting_board_member board where board.session_id = ${s}.id),
    'currentItemId', (select shown.id from sitting now join agenda_item shown on shown.id = now.current_item_id
      where now.session_id = ${s}.id and now.ended_at is null and ${itemPolicy.where('item.read', viewer, 'shown')}),
    'isClosedToViewer', exists (select from sitting now join agenda_item shown on shown.id = now.current_item_id
      where now.session_id = ${s}.id and now.ended_at is null and not ${itemPolicy.where('item.read', viewer, 'shown')}))`;
}

/**
 * The `Ballot` of item `alias` that stands, or the one annulled last. Counts leave the database when it is closed, and who voted when it
 * is over: whoever looked again and again while it is open would learn the order.
 */
export function ballotJson(alias: string, viewer: Viewer): SqlStatement {
  const a = sql.identifier(alias);
  return sql`(select json_build_object('id', voted.id, 'round', voted.round, 'method', voted.method, 'state', voted.state, 'appointed', voted.appointed,
      'recused', voted.recused, 'present', voted.present, 'required', voted.required, 'issued', voted.issued,
      'returned', (select count(*)::int from ballot_issue back where back.ballot_item_id = voted.id and back.is_returned),
      'valid', voted.valid, 'invalid', voted.invalid, 'agree', voted.agree, 'disagree', voted.disagree, 'annulReason', voted.annul_reason,
      'openedAt', voted.opened_at, 'closedAt', voted.closed_at,
      'isMine', exists (select from ballot_issue mine where mine.ballot_item_id = voted.id and mine.person_id = ${viewer.personId}),
      'hasVoted', exists (select from ballot_issue mine where mine.ballot_item_id = voted.id and mine.person_id = ${viewer.personId} and mine.is_returned),
      'issues', case when voted.state <> 'OPEN' and ${itemPolicy.where('item.readIssues', viewer, alias)} then (
        select json_agg(json_build_object('person', ${personJsonOf(sql`handed.person_id`, `${alias}_hp`)}, 'isReturned', handed.is_returned,
          'choice', case when voted.state = 'CLOSED' then handed.open_choice end) order by handed.person_id)
        from ballot_issue handed where handed.ballot_item_id = voted.id) end)
    from ballot_item voted where voted.item_id = ${a}.id order by voted.round desc limit 1)`;
}

/** The `Minutes` of session `alias`, the last of each kind, without the items on which the viewer is recused. */
export function minutesJson(alias: string, viewer: Viewer): SqlStatement {
  const s = sql.identifier(alias);
  return sql`(select coalesce(json_agg(json_build_object('id', said.id, 'kind', said.kind, 'number', said.number, 'sha256', said.sha256,
      'draftedAt', said.drafted_at, 'conclusion', said.content ->> 'conclusion',
      'items', (select coalesce(json_agg(part.item order by part.place), '[]')
        from jsonb_array_elements(said.content -> 'items') with ordinality part (item, place)
        join agenda_item minuted on minuted.id = (part.item ->> 'itemId')::uuid where ${itemPolicy.where('item.read', viewer, 'minuted')}),
      'signatures', (select coalesce(json_agg(json_build_object('person', ${personJsonOf(sql`signed.person_id`, `${alias}_sp`)}, 'capacity', signed.capacity,
          'signedAt', signed.signed_at) order by signed.signed_at), '[]') from minutes_signature signed where signed.minutes_id = said.id))
      order by said.kind), '[]')
    from minutes said where said.session_id = ${s}.id
      and not exists (select from minutes later where later.session_id = said.session_id and later.kind = said.kind and later.number > said.number))`;
}
