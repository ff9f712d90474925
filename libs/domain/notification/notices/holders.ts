import { sql, type SqlStatement } from '@kit/database';

/** Whether the assignment under the alias gives its role today. */
export function isInOffice(alias: string): SqlStatement {
  const held = sql.identifier(alias);
  return sql`(${held}.ended_at is null and ${held}.valid_from <= vn_today() and (${held}.valid_to is null or ${held}.valid_to >= vn_today()))`;
}

/** Whether the council seat under the alias is in force today. */
export function isSeated(alias: string): SqlStatement {
  const seat = sql.identifier(alias);
  return sql`(${seat}.valid_from <= vn_today() and (${seat}.valid_to is null or ${seat}.valid_to >= vn_today())
    and exists (select from council in_term where in_term.id = ${seat}.council_id and vn_today() between in_term.term_from and in_term.term_to))`;
}
