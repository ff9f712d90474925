import { personJsonOf } from '@domain/organisation';
import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import { itemPolicy } from '../policy/item.policy.js';

/** Until then conflicts are found, declared and decided about. */
const OPEN = ['DRAFT', 'CONVENED', 'SCORING'] as const;

/** A `Conflict` out of a row of `conflict`. */
export function conflictJson(alias: string): SqlStatement {
  const x = sql.identifier(alias);
  return sql`json_build_object('id', ${x}.id, 'person', ${personJsonOf(sql`${x}.person_id`, `${alias}_p`)}, 'kind', ${x}.kind, 'source', ${x}.source,
    'decision', ${x}.decision, 'reason', ${x}.reason, 'isAbsolute', ${x}.is_absolute, 'decisionReason', ${x}.decision_reason, 'decidedAt', ${x}.decided_at,
    'decidedBy', ${personJsonOf(sql`${x}.decided_by_person_id`, `${alias}_d`)})`;
}

function idsJson(view: SqlStatement, item: SqlStatement): SqlStatement {
  return sql`(select coalesce(json_agg(barred.person_id), '[]') from ${view} barred where barred.item_id = ${item})`;
}

/** What `conflictCases` of a session is worked out from: conflicts of the items in which the viewer may decide about somebody. */
export function casesJson(alias: string, viewer: Viewer): SqlStatement {
  const s = sql.identifier(alias);
  return sql`(select coalesce(json_agg(json_build_object('itemId', case_item.id, 'code', v.snapshot ->> 'code', 'title', v.snapshot ->> 'title',
      'conflict', ${conflictJson('x')}, 'barredIds', (${idsJson(sql`(select * from item_recusal union select * from item_undecided)`, sql`case_item.id`)}))
      order by case_item.position, x.at, x.id), '[]')
    from agenda_item case_item join conflict x on x.item_id = case_item.id
    join initiative_version v on v.initiative_id = case_item.initiative_id and v.number = case_item.version_number
    where case_item.session_id = ${s}.id and ${s}.state = any (${OPEN}::text[]) and ${itemPolicy.where('item.decideConflicts', viewer, 'case_item')})`;
}

/** What `agendaWarnings` of a session is worked out from; `null` once scoring has closed. Items on which the viewer is recused are not in it. */
export function warningFactsJson(alias: string, viewer: Viewer): SqlStatement {
  const s = sql.identifier(alias);
  return sql`case when ${s}.state = any (${OPEN}::text[]) then json_build_object(
    'rules', coalesce(${s}.rules, (select r.rules from campaign k join evaluation_regulation r on r.id = k.regulation_id where k.id = ${s}.campaign_id)),
    'seats', (select coalesce(json_agg(json_build_object('personId', seat.person_id, 'role', seat.role, 'isVoting', seat.is_voting,
        'isThereOnTheDay', ${s}.fixed_at is not null or exists (select from council_member m join council c on c.id = m.council_id
          where m.council_id = ${s}.council_id and m.person_id = seat.person_id
            and coalesce(${s}.held_on, vn_today()) between m.valid_from and least(coalesce(m.valid_to, c.term_to), c.term_to))) order by seat.position), '[]')
      from session_seat seat where seat.session_id = ${s}.id),
    'items', (select coalesce(json_agg(json_build_object('id', warned.id, 'recusedIds', ${idsJson(sql`item_recusal`, sql`warned.id`)},
        'undecidedIds', ${idsJson(sql`item_undecided`, sql`warned.id`)},
        'hasUnionAuthor', exists (select from initiative_author w join person p on p.id = w.person_id
          where w.initiative_id = warned.initiative_id and w.declined_at is null and p.is_union_member),
        'chosenPresiderId', (select chosen.person_id from item_presider chosen where chosen.item_id = warned.id)) order by warned.position), '[]')
      from agenda_item warned where warned.session_id = ${s}.id and ${itemPolicy.where('item.readConflicts', viewer, 'warned')})) end`;
}
