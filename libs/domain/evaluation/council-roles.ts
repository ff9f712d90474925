import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type RoleSource, RoleSources } from '@domain/identity';
import { sql, type SqlStatement } from '@kit/database';

/**
 * Roles that follow from sitting on a council: chair and deputy are COUNCIL_CHAIR, the secretary is COUNCIL_SECRETARY, and
 * whoever votes is COUNCIL_MEMBER. Members of a session whose scoring has opened keep them until it is locked, whatever
 * became of the council meanwhile (INV-15).
 */
@Injectable()
export class CouncilRoles implements RoleSource, OnModuleInit {
  constructor(private readonly sources: RoleSources) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  rolesOf(alias: string): SqlStatement {
    const person = sql.identifier(alias);
    return sql`
      select given.role, null::uuid as unit_id, sat.valid_to from (
        select m.role, m.is_voting, coalesce(m.valid_to, c.term_to) as valid_to
          from council_member m join council c on c.id = m.council_id
          where m.person_id = ${person}.id and m.valid_from <= vn_today() and vn_today() between c.term_from and c.term_to
            and (m.valid_to is null or m.valid_to >= vn_today())
        union
        select m.role, m.is_voting, null::date from session_member m join evaluation_session s on s.id = m.session_id
          where m.person_id = ${person}.id and s.state in ('SCORING', 'SCORED', 'BALLOTING', 'COUNTED', 'MINUTES_DRAFT')
      ) sat
      cross join lateral (values
        (case when sat.role in ('CHAIR', 'DEPUTY_CHAIR') then 'COUNCIL_CHAIR' end),
        (case when sat.role = 'SECRETARY' then 'COUNCIL_SECRETARY' end),
        (case when sat.is_voting then 'COUNCIL_MEMBER' end)) as given (role)
      where given.role is not null`;
  }
}
