import { personJsonOf, unitJsonOf } from '@domain/organisation';
import { sql, type SqlStatement } from '@kit/database';

/** A `RoleAssignment` out of a row of `role_assignment`. */
export function roleAssignmentJson(alias: string): SqlStatement {
  const held = sql.identifier(alias);
  return sql`json_build_object(
    'id', ${held}.id, 'role', ${held}.role, 'basis', ${held}.basis, 'validFrom', ${held}.valid_from,
    'validTo', least(${held}.valid_to, (${held}.ended_at at time zone 'Asia/Ho_Chi_Minh')::date),
    'unit', ${unitJsonOf(sql`${held}.scope_unit_id`, `${alias}_unit`)})`;
}

/** An `Account` out of a row of `account`. */
export function accountJson(alias: string): SqlStatement {
  const account = sql.identifier(alias);
  return sql`json_build_object(
    'id', ${account}.id, 'username', ${account}.username, 'status', ${account}.status,
    'lastSignInAt', ${account}.last_sign_in_at,
    'person', ${personJsonOf(sql`${account}.person_id`, `${alias}_person`)},
    'roles', (select coalesce(json_agg(${roleAssignmentJson('held')} order by held.role, held.valid_from, held.id), '[]')
      from role_assignment held
      where held.person_id = ${account}.person_id and held.ended_at is null
        and (held.valid_to is null or held.valid_to >= vn_today())))`;
}
