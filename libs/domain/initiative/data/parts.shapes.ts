import { fileJson } from '@domain/file';
import { personJsonOf, unitJsonOf } from '@domain/organisation';
import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';
import type { Selection } from '@kit/graphql';
import { initiativePolicy } from '../policy/initiative.policy.js';

/*
 * The lists that belong to an initiative as JSON, for a row of `initiative` called `i`. What the viewer may not
 * read is left out by the statement itself, so it never leaves the database.
 */

const list = (item: SqlStatement, order: string, source: SqlStatement): SqlStatement =>
  sql`(select coalesce(json_agg(${item} order by ${sql.raw(order)}), '[]') from ${source})`;

/** The value, or NULL for a viewer who may not read personal data of the dossier. */
const personal = (value: string, viewer: Viewer): SqlStatement =>
  sql`case when ${initiativePolicy.where('initiative.readPersonalData', viewer, 'i')} then ${sql.raw(value)} end`;

function authorItem(viewer: Viewer, selected: Selection): SqlStatement {
  const person = selected.has('person') ? sql`, 'person', ${personJsonOf(sql`a.person_id`, 'ap')}` : sql.empty;
  const data = selected.has('birthDate', 'qualification')
    ? sql`, 'birthDate', ${personal('(select p.birth_date from person p where p.id = a.person_id)', viewer)},
        'qualification', ${personal('(select p.qualification from person p where p.id = a.person_id)', viewer)}`
    : sql.empty;
  return sql`json_build_object('id', a.id, 'role', a.role, 'position', a.position, 'shareBp', a.share_bp,
    'confirmedAt', a.confirmed_at, 'declinedAt', a.declined_at, 'declineReason', a.decline_reason${person}${data})`;
}

export function authorsJson(viewer: Viewer, selected: Selection): SqlStatement {
  return list(authorItem(viewer, selected), 'a.position', sql`initiative_author a where a.initiative_id = i.id`);
}

export function myAuthorshipJson(viewer: Viewer, selected: Selection): SqlStatement {
  return sql`(select ${authorItem(viewer, selected)} from initiative_author a
    where a.initiative_id = i.id and a.person_id = ${viewer.personId})`;
}

export function firstAdoptersJson(viewer: Viewer): SqlStatement {
  const item = sql`json_build_object('id', d.id, 'position', d.position, 'personId', d.person_id, 'fullName', d.full_name,
    'birthDate', ${personal('d.birth_date', viewer)}, 'workplace', d.workplace, 'jobTitle', d.job_title,
    'qualification', ${personal('d.qualification', viewer)}, 'workDone', d.work_done)`;
  return list(item, 'd.position', sql`first_adopter d where d.initiative_id = i.id`);
}

/** Decimals leave as canonical text: 12.5000 is "12.5". */
export const measuresJson = sql`(select coalesce(json_agg(json_build_object('name', m.name, 'unit', m.unit,
    'before', trim_scale(m.before_value)::text, 'after', trim_scale(m.after_value)::text, 'period', m.period, 'source', m.source)
    order by m.position), '[]')
  from application_measure m where m.record_id = r.id)`;

export function applicationRecordsJson(selected: Selection): SqlStatement {
  const unit = selected.has('unit') ? sql`, 'unit', ${unitJsonOf(sql`r.unit_id`, 'ru')}` : sql.empty;
  const measures = selected.has('measures') ? sql`, 'measures', ${measuresJson}` : sql.empty;
  const confirmer = selected.has('confirmedBy') ? sql`, 'confirmedBy', ${personJsonOf(sql`r.confirmed_by_person_id`, 'rp')}` : sql.empty;
  const item = sql`json_build_object('id', r.id, 'position', r.position, 'place', r.place, 'appliedFrom', r.applied_from,
    'appliedTo', r.applied_to, 'status', r.status, 'isFirst', r.is_first, 'benefitKind', r.benefit_kind,
    'benefitAmount', r.benefit_amount, 'confirmedAt', r.confirmed_at, 'confirmationNote', r.confirmation_note${unit}${measures}${confirmer})`;
  return list(item, 'r.position', sql`application_record r where r.initiative_id = i.id`);
}

/** Author-secret attachments only for those who may read secrets. */
export function attachmentsJson(viewer: Viewer): SqlStatement {
  const item = sql`json_build_object('id', t.id, 'kind', t.kind, 'caption', t.caption, 'supports', t.supports,
    'confidentiality', t.confidentiality, 'position', t.position,
    'file', (select ${fileJson('tf')} from file tf where tf.id = t.file_id))`;
  return list(item, 't.position', sql`attachment t where t.initiative_id = i.id
    and (t.confidentiality <> 'AUTHOR_SECRET' or ${initiativePolicy.where('initiative.readSecret', viewer, 'i')})`);
}
