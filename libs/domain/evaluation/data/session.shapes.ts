import { campaignJson } from '@domain/campaign';
import { personJsonOf } from '@domain/organisation';
import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import type { Selection } from '@kit/graphql';
import { itemPolicy } from '../policy/item.policy.js';
import { sessionPolicy } from '../policy/session.policy.js';
import { assignmentJson } from './assignment.shapes.js';
import { casesJson, warningFactsJson } from './conflict.shapes.js';
import { councilJson } from './council.shapes.js';
import { itemJson } from './item.shapes.js';

/** An agenda is bounded: a council does not judge more in one session. */
export const MOST_ITEMS = 500;

/** Says of a row of `evaluation_session` called `alias` whether its decision is already proposed. */
export type HasFollowUp = (alias: string) => SqlStatement;

/** Who sits in it, for the policy. */
export function seatsJson(alias: string): SqlStatement {
  return sql`(select coalesce(json_agg(json_build_object('personId', seat.person_id, 'role', seat.role, 'isVoting', seat.is_voting)
      order by seat.position), '[]')
    from session_seat seat where seat.session_id = ${sql.identifier(alias, 'id')})`;
}

/** An `EvaluationSession` out of a row of `evaluation_session`: the fields asked for. Pass it through `sessionView`. */
export function sessionJson(alias: string, viewer: Viewer, selected: Selection, followUp: HasFollowUp): SqlStatement {
  const s = sql.identifier(alias);
  const parts: SqlStatement[] = [sql`'id', ${s}.id, 'tenantId', ${s}.tenant_id, 'title', ${s}.title, 'state', ${s}.state,
    'revision', ${s}.revision, 'heldOn', ${s}.held_on, 'place', ${s}.place, 'scoringDueOn', ${s}.scoring_due_on,
    'scoringOpenedAt', ${s}.scoring_opened_at, 'scoringClosedAt', ${s}.scoring_closed_at, 'lockedAt', ${s}.locked_at,
    'seats', ${seatsJson(alias)}`];
  const council = `${alias}_c`;
  const campaign = `${alias}_k`;
  const add = (name: string, part: () => SqlStatement): void => {
    if (selected.has(name)) parts.push(sql`${sql.raw(`'${name}'`)}, ${part()}`);
  };
  add('council', () => sql`(select ${councilJson(council)} from council ${sql.identifier(council)} where ${sql.identifier(council, 'id')} = ${s}.council_id)`);
  add('campaign', () => sql`(select ${campaignJson(campaign, selected.of('campaign'))} from campaign ${sql.identifier(campaign)}
    where ${sql.identifier(campaign, 'id')} = ${s}.campaign_id)`);
  add('rules', () => sql`${s}.rules`);
  add('requiredSheets', () => sql`case when ${s}.rules is not null then json_build_object('averaging', ${s}.rules -> 'averaging',
    'scoring', json_build_object('sheetsPerItem', ${s}.rules #> '{scoring,sheetsPerItem}')) end`);
  add('members', () => membersJson(alias));
  add('items', () => sql`${itemsJson(alias, viewer, selected.of('items'), followUp)}, 'tieOrder', ${s}.rules -> 'tieOrder'`);
  add('progress', () => progressJson(alias, viewer));
  add('assignment', () => sql`case when ${sessionPolicy.where('session.assign', viewer, alias)} then ${assignmentJson(alias, viewer)} end`);
  add('conflictCases', () => sql`case when ${sessionPolicy.where('session.decideConflicts', viewer, alias)} then ${casesJson(alias, viewer)} end`);
  add('agendaWarnings', () => sql`case when ${sessionPolicy.where('session.readWarnings', viewer, alias)} then ${warningFactsJson(alias, viewer)} end`);
  add('actions', () => sql`json_build_object('itemCount', ${itemCount(alias, viewer)}, 'isProposed', ${followUp(alias)},
    'isDecidable', exists (select from agenda_item judged join item_result found on found.item_id = judged.id
      where judged.session_id = ${s}.id and found.outcome <> 'DEFERRED'))`);
  return sql`json_build_object(${sql.join(parts)})`;
}

function membersJson(alias: string): SqlStatement {
  return sql`(select coalesce(json_agg(json_build_object('person', ${personJsonOf(sql`seat.person_id`, `${alias}_p`)}, 'role', seat.role,
      'isVoting', seat.is_voting, 'position', seat.position) order by seat.position), '[]')
    from session_seat seat where seat.session_id = ${sql.identifier(alias, 'id')})`;
}

function itemsJson(alias: string, viewer: Viewer, selected: Selection, followUp: HasFollowUp): SqlStatement {
  const item = `${alias}_a`;
  const a = sql.identifier(item);
  const row = `${item}_r`;
  const r = sql.identifier(row);
  return sql`(select coalesce(json_agg(${itemJson(item, viewer, selected, sql`${a}.place`, (inner, of) => sessionJson(inner, viewer, of, followUp))}
      order by ${a}.place), '[]')
    from (
      -- Places are counted among what the viewer sees: a gap would tell of a hidden item.
      select ${r}.*, row_number() over (order by ${r}.position) as place from agenda_item ${r}
      where ${r}.session_id = ${sql.identifier(alias, 'id')} and ${itemPolicy.where('item.read', viewer, row)}
      order by ${r}.position limit ${MOST_ITEMS}) ${a})`;
}

function itemCount(alias: string, viewer: Viewer): SqlStatement {
  return sql`(select count(*)::int from agenda_item counted
    where counted.session_id = ${sql.identifier(alias, 'id')} and ${itemPolicy.where('item.read', viewer, 'counted')})`;
}

/** Whoever is recused on an item is not told how far others are with it either. */
function progressJson(alias: string, viewer: Viewer): SqlStatement {
  return sql`case when ${sessionPolicy.where('session.readProgress', viewer, alias)} then (
    select coalesce(json_agg(json_build_object('itemId', seen.id, 'personId', seat.person_id,
        'mark', case when barred.person_id is not null then case when h.state = 'VOID' then 'VOID' else 'RECUSED' end
          when scorer.person_id is null then 'NOT_ASSIGNED' else coalesce(h.state, 'NOT_STARTED') end) order by seen.position, seat.position), '[]')
    from agenda_item seen
    join session_seat seat on seat.session_id = seen.session_id and seat.is_voting
    left join item_scorer scorer on scorer.item_id = seen.id and scorer.person_id = seat.person_id
    left join item_recusal barred on barred.item_id = seen.id and barred.person_id = seat.person_id
    left join score_sheet h on h.item_id = seen.id and h.person_id = seat.person_id
    where seen.session_id = ${sql.identifier(alias, 'id')} and ${itemPolicy.where('item.readProgress', viewer, 'seen')}) end`;
}
