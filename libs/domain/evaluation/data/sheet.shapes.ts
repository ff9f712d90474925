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

/** Says of a row of `score_sheet` whether it counts: handed in, and of a voting member of the session who is not recused. */
export function isCounted(alias: string): SqlStatement {
  const h = sql.identifier(alias);
  return sql`(${h}.state = 'SUBMITTED'
    and exists (select from agenda_item scored join session_member scorer on scorer.session_id = scored.session_id and scorer.is_voting
      where scored.id = ${h}.item_id and scorer.person_id = ${h}.person_id)
    and not exists (select from item_recusal barred where barred.item_id = ${h}.item_id and barred.person_id = ${h}.person_id))`;
}
