import { personJsonOf } from '@domain/organisation';
import { sql, type SqlStatement } from '@kit/database';

/** A `Council` out of a row of `council`. */
export function councilJson(alias: string): SqlStatement {
  const c = sql.identifier(alias);
  const m = sql.identifier(`${alias}_m`);
  return sql`json_build_object('id', ${c}.id, 'tenantId', ${c}.tenant_id, 'name', ${c}.name, 'decisionNumber', ${c}.decision_number,
    'decisionDate', ${c}.decision_date, 'termFrom', ${c}.term_from, 'termTo', ${c}.term_to,
    'memberIds', (select coalesce(json_agg(distinct ${m}.person_id), '[]') from council_member ${m} where ${m}.council_id = ${c}.id),
    'members', (select coalesce(json_agg(json_build_object('id', ${m}.id, 'person', ${personJsonOf(sql`${m}.person_id`, `${alias}_mp`)},
        'role', ${m}.role, 'isVoting', ${m}.is_voting, 'position', ${m}.position, 'validFrom', ${m}.valid_from, 'validTo', ${m}.valid_to,
        'replacedById', ${m}.replaced_by_id, 'basisNumber', ${m}.basis_number, 'basisDate', ${m}.basis_date)
        order by ${m}.position, ${m}.valid_from), '[]')
      from council_member ${m} where ${m}.council_id = ${c}.id))`;
}
