import { personJsonOf } from '@domain/organisation';
import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import { sheetPolicy } from '../policy/sheet.policy.js';

/** A `ScoreSheet` out of a row of `score_sheet`. The private note leaves the database for its owner only. */
export function sheetJson(alias: string, viewer: Viewer): SqlStatement {
  const h = sql.identifier(alias);
  return sql`json_build_object('id', ${h}.id, 'tenantId', ${h}.tenant_id, 'itemId', ${h}.item_id, 'personId', ${h}.person_id,
    'member', ${personJsonOf(sql`${h}.person_id`, `${alias}_p`)}, 'state', ${h}.state, 'revision', ${h}.revision, 'lines', ${h}.lines,
    'total', ${h}.total, 'generalComment', ${h}.general_comment, 'proposal', ${h}.proposal, 'submittedAt', ${h}.submitted_at,
    'submissionNumber', ${h}.submission_number,
    'privateNote', case when ${sheetPolicy.where('sheet.readPrivateNote', viewer, alias)} then ${h}.private_note end)`;
}

/** Says of a row of `score_sheet` whether it was given: handed in, and of a voting member of the session who is not recused. */
export function isGiven(alias: string): SqlStatement {
  const h = sql.identifier(alias);
  return sql`(${h}.state = 'SUBMITTED'
    and exists (select from agenda_item scored join session_member scorer on scorer.session_id = scored.session_id and scorer.is_voting
      where scored.id = ${h}.item_id and scorer.person_id = ${h}.person_id)
    and not exists (select from item_recusal barred where barred.item_id = ${h}.item_id and barred.person_id = ${h}.person_id))`;
}

/** Says of a row of `score_sheet` whether it counts in a result: given, and of a member who was in the meeting unless the rules count the absent. */
export function isCounted(alias: string): SqlStatement {
  return sql`(${isGiven(alias)} and ${isOfSomebodyWhoCame(alias)})`;
}

/** Says of a row of `score_sheet` whether it counts as things stand: before the session is counted, every sheet that was given does. */
export function countsSoFar(alias: string): SqlStatement {
  const h = sql.identifier(alias);
  return sql`(${isGiven(alias)} and (${isOfSomebodyWhoCame(alias)} or exists (
    select from agenda_item open_item join evaluation_session open_session on open_session.id = open_item.session_id
    where open_item.id = ${h}.item_id and open_session.counted_at is null)))`;
}

function isOfSomebodyWhoCame(alias: string): SqlStatement {
  const h = sql.identifier(alias);
  return sql`exists (select from agenda_item met_item join evaluation_session met on met.id = met_item.session_id
    where met_item.id = ${h}.item_id and (coalesce((met.rules #>> '{scoring,countsAbsent}')::boolean, false) or exists (
      select from session_attender there where there.session_id = met.id and there.person_id = ${h}.person_id)))`;
}
