import { Injectable } from '@nestjs/common';
import { sql, type SqlStatement } from '@kit/database';

/**
 * A port for upper features in which roles follow from facts of their own, such as council membership.
 * They contribute SQL and not answers, so that finding out who is asking stays one statement.
 */
export interface RoleSource {
  /**
   * A `select` of rows (role text, unit_id uuid, valid_to date) with the roles that the person whose row of
   * `person` is called `alias` holds today; repeated rows do no harm.
   */
  rolesOf(alias: string): SqlStatement;
}

/** Where upper features add their sources, in `onModuleInit`. */
@Injectable()
export class RoleSources {
  readonly #sources: RoleSource[] = [];

  add(source: RoleSource): void {
    this.#sources.push(source);
  }

  /** All roles the person holds today, assigned or derived, each once with its latest end: rows (role, unit_id, valid_to). */
  rolesOf(alias: string): SqlStatement {
    const person = sql.identifier(alias);
    const assigned = sql`
      select held.role, held.scope_unit_id as unit_id, held.valid_to from role_assignment held
      where held.person_id = ${person}.id and held.ended_at is null
        and held.valid_from <= vn_today() and (held.valid_to is null or held.valid_to >= vn_today())`;
    const all = sql.join([assigned, ...this.#sources.map((source) => source.rolesOf(alias))], ' union all ');
    return sql`
      select held.role, held.unit_id, case when bool_and(held.valid_to is not null) then max(held.valid_to) end as valid_to
      from (${all}) held group by held.role, held.unit_id`;
  }
}
