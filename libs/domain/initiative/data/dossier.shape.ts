import { sql, type SqlStatement } from '@kit/database';
import { measuresJson } from './parts.shapes.js';

const named = (table: string, alias: string, id: string, name: string): SqlStatement => {
  const t = sql.identifier(alias);
  return sql`(select json_build_object('id', ${t}.id, 'code', ${t}.code, 'name', ${sql.identifier(alias, name)})
    from ${sql.identifier(table)} ${t} where ${t}.id = ${sql.identifier('i', id)})`;
};

const authors = sql`(select coalesce(json_agg(json_build_object('personId', a.person_id, 'role', a.role, 'fullName', p.full_name,
    'birthDate', p.birth_date, 'unitName', u.official_name, 'jobTitle', p.position, 'qualification', p.qualification,
    'shareBp', a.share_bp, 'confirmedAt', a.confirmed_at, 'declinedAt', a.declined_at) order by a.position), '[]')
  from initiative_author a join person p on p.id = a.person_id left join org_unit u on u.id = p.unit_id
  where a.initiative_id = i.id)`;

const firstAdopters = sql`(select coalesce(json_agg(json_build_object('personId', d.person_id, 'fullName', d.full_name,
    'birthDate', d.birth_date, 'workplace', d.workplace, 'jobTitle', d.job_title, 'qualification', d.qualification,
    'workDone', d.work_done) order by d.position), '[]')
  from first_adopter d where d.initiative_id = i.id)`;

const applicationRecords = sql`(select coalesce(json_agg(json_build_object('id', r.id, 'unitId', r.unit_id, 'place', r.place,
    'appliedFrom', r.applied_from, 'appliedTo', r.applied_to, 'status', r.status, 'isFirst', r.is_first,
    'benefitKind', r.benefit_kind, 'benefitAmount', r.benefit_amount, 'measures', ${measuresJson}) order by r.position), '[]')
  from application_record r where r.initiative_id = i.id)`;

const attachments = sql`(select coalesce(json_agg(json_build_object('id', t.id, 'fileId', t.file_id, 'fileName', tf.name,
    'fileState', tf.state, 'type', tf.detected_type, 'size', tf.size, 'sha256', tf.sha256, 'kind', t.kind, 'caption', t.caption,
    'supports', t.supports, 'confidentiality', t.confidentiality) order by t.position), '[]')
  from attachment t join file tf on tf.id = t.file_id where t.initiative_id = i.id)`;

/** The whole `Dossier` of the rules out of a row of `initiative` called `i`. Holds everything: never answer with it. */
export const dossierJson = sql`json_build_object(
  'id', i.id, 'code', i.code, 'state', i.state, 'campaignId', i.campaign_id,
  'campaign', ${named('campaign', 'xc', 'campaign_id', 'name')},
  'title', i.title, 'kind', i.kind,
  'field', ${named('field', 'xf', 'field_id', 'name')},
  'submittingUnit', ${named('org_unit', 'xu', 'submitting_unit_id', 'official_name')},
  'investorUnit', ${named('org_unit', 'xv', 'investor_unit_id', 'official_name')},
  'investorName', i.investor_name, 'isStateFunded', i.is_state_funded,
  'firstAppliedOn', i.first_applied_on, 'firstAppliedKind', i.first_applied_kind,
  'firstApplicationEndsOn', i.first_application_ends_on,
  'summary', i.summary, 'stateBefore', i.state_before, 'content', i.content, 'novelty', i.novelty, 'conditions', i.conditions,
  'confidentialParts', i.confidential_parts, 'benefitAuthor', i.benefit_author, 'benefitAdopters', i.benefit_adopters,
  'authors', ${authors}, 'firstAdopters', ${firstAdopters}, 'applicationRecords', ${applicationRecords}, 'attachments', ${attachments},
  'today', vn_today(), 'regulationId', (select xr.regulation_id from campaign xr where xr.id = i.campaign_id))`;

/** What `dossierJson` adds to a `Dossier`: what its rules are asked with. */
export interface DossierContext {
  readonly today: string;
  readonly regulationId: string;
}
