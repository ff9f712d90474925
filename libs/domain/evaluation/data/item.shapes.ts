import { fileJson } from '@domain/file';
import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import type { Selection } from '@kit/graphql';
import { itemPolicy } from '../policy/item.policy.js';
import { conflictJson } from './conflict.shapes.js';
import { sheetJson } from './sheet.shapes.js';

/** Makes the session of an item, when it is asked for; sessions and items can hold each other. */
type SessionOf = (alias: string, selected: Selection) => SqlStatement;

/** Who may have nothing to do with an item, for the policy. */
export function recusedJson(alias: string): SqlStatement {
  return sql`(select coalesce(json_agg(barred.person_id), '[]') from item_recusal barred where barred.item_id = ${sql.identifier(alias, 'id')})`;
}

/** Who is assigned to an item, for the policy. */
export function assignedJson(alias: string): SqlStatement {
  return sql`(select coalesce(json_agg(given.person_id), '[]') from assignment given where given.item_id = ${sql.identifier(alias, 'id')})`;
}

/** Whose interest in an item waits for a decision, for the policy. */
export function undecidedJson(alias: string): SqlStatement {
  return sql`(select coalesce(json_agg(waiting.person_id), '[]') from item_undecided waiting where waiting.item_id = ${sql.identifier(alias, 'id')})`;
}

/**
 * An `AgendaItem` out of a row of `agenda_item`: the fields asked for. Everything that is not for the viewer is left out by
 * the statement itself. The caller has asked `item.read`. Pass it through `itemView`.
 * @param place the position the viewer sees
 */
export function itemJson(alias: string, viewer: Viewer, selected: Selection, place: SqlStatement, sessionOf: SessionOf): SqlStatement {
  const a = sql.identifier(alias);
  const version = `${alias}_v`;
  const v = sql.identifier(version);
  const parts: SqlStatement[] = [sql`'id', ${a}.id, 'tenantId', ${a}.tenant_id, 'sessionId', ${a}.session_id,
    'initiativeId', ${a}.initiative_id, 'position', ${place}, 'recusedIds', ${recusedJson(alias)}, 'undecidedIds', ${undecidedJson(alias)},
    'assignedIds', ${assignedJson(alias)},
    'code', ${v}.snapshot ->> 'code', 'title', ${v}.snapshot ->> 'title', 'unitName', ${v}.snapshot -> 'submittingUnit' ->> 'name',
    'fieldName', ${v}.snapshot -> 'field' ->> 'name'`];
  const add = (name: string, part: () => SqlStatement): void => {
    if (selected.has(name)) parts.push(sql`${sql.raw(`'${name}'`)}, ${part()}`);
  };
  const inner = `${alias}_s`;
  add('session', () => sql`(select ${sessionOf(inner, selected.of('session'))} from evaluation_session ${sql.identifier(inner)}
    where ${sql.identifier(inner, 'id')} = ${a}.session_id)`);
  add('dossier', () => dossierJson(alias, version));
  add('mySheet', () => sql`(select ${sheetJson('mine', viewer)} from score_sheet mine where mine.item_id = ${a}.id and mine.person_id = ${viewer.personId})`);
  add('sheets', () => sql`case when ${itemPolicy.where('item.readResult', viewer, alias)} then ${sheetsJson(alias, viewer)} end`);
  add('result', () => sql`case when ${itemPolicy.where('item.readResult', viewer, alias)} then (
    select to_jsonb(found) from item_result found where found.item_id = ${a}.id) end`);
  add('myInterests', () => sql`(select coalesce(json_agg(json_build_object('kind', own.kind, 'source', own.source, 'decision', own.decision) order by own.at, own.id), '[]')
    from conflict own where own.item_id = ${a}.id and own.person_id = ${viewer.personId})`);
  add('presiderId', () => sql`(select chosen.person_id from item_presider chosen where chosen.item_id = ${a}.id)`);
  add('conflicts', () => sql`case when ${itemPolicy.where('item.readConflicts', viewer, alias)} then (
    select coalesce(json_agg(${conflictJson('x')} order by x.at, x.id), '[]') from conflict x where x.item_id = ${a}.id) end`);
  return sql`(select json_build_object(${sql.join(parts)}) from initiative_version ${v}
    where ${v}.initiative_id = ${a}.initiative_id and ${v}.number = ${a}.version_number)`;
}

/** The version itself, with what came after it: confirmations of units, and the files as they are kept. */
function dossierJson(alias: string, version: string): SqlStatement {
  const v = sql.identifier(version);
  return sql`json_build_object('initiativeId', ${v}.initiative_id, 'versionNumber', ${v}.number, 'sha256', ${v}.sha256, 'snapshot', ${v}.snapshot,
    'confirmations', (select coalesce(json_object_agg(r.id, r.confirmed_at), '{}') from application_record r
      where r.initiative_id = ${v}.initiative_id and r.confirmed_at is not null),
    'files', (select coalesce(json_agg(${fileJson('f')}), '[]') from file f
      where f.tenant_id = ${sql.identifier(alias, 'tenant_id')}
        and f.id in (select (attached ->> 'fileId')::uuid from jsonb_array_elements(${v}.snapshot -> 'attachments') attached)))`;
}

/** Only what was handed in: a draft that was never submitted stays its owner's. */
function sheetsJson(alias: string, viewer: Viewer): SqlStatement {
  return sql`(select coalesce(json_agg(${sheetJson('h', viewer)} order by seat.position), '[]')
    from score_sheet h left join session_member seat on seat.session_id = ${sql.identifier(alias, 'session_id')} and seat.person_id = h.person_id
    where h.item_id = ${sql.identifier(alias, 'id')} and h.state = 'SUBMITTED')`;
}
