import { sql, type SqlStatement } from '@kit/database';
import { isGiven } from './sheet.shapes.js';

/**
 * What a row of `agenda_item` came to: its result, or while the session is not counted yet what a provisional one is worked
 * out from. Pass it through `settled`. The caller has asked `item.readResult`.
 */
export function resultJson(alias: string): SqlStatement {
  const a = sql.identifier(alias);
  return sql`coalesce((select to_jsonb(found) from item_result found where found.item_id = ${a}.id),
    jsonb_build_object('item_id', ${a}.id,
      'appointed', (select count(*)::int from session_member voter where voter.session_id = ${a}.session_id and voter.is_voting),
      'recused', (select count(*)::int from session_member voter join item_recusal barred on barred.item_id = ${a}.id and barred.person_id = voter.person_id
        where voter.session_id = ${a}.session_id and voter.is_voting),
      'sheets', (select coalesce(jsonb_agg(jsonb_build_object('id', given.id, 'lines', given.lines)), '[]') from score_sheet given
        where given.item_id = ${a}.id and ${isGiven('given')})))`;
}

/** The rules of a session called `alias` that provisional results need; null once it is counted. */
export function provisionalRulesJson(alias: string): SqlStatement {
  const s = sql.identifier(alias);
  return sql`case when ${s}.state in ('SCORED', 'BALLOTING') then ${s}.rules end`;
}
