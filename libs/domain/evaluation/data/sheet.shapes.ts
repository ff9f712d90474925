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
