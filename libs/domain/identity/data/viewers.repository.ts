import { Injectable } from '@nestjs/common';
import { personJson, tenantJson, unitJsonOf } from '@domain/organisation';
import type { RoleHolding, Viewer } from '@kit/context';
import { Database, sql, type SqlStatement } from '@kit/database';
import { SESSION_LIFETIMES } from '../domain/session-lifetime.js';
import type { ViewerProfile } from '../model/identity.types.js';
import type { SessionKind } from '../model/session.entity.js';
import { RoleSources } from './role-sources.js';

/** What one look at the session table tells about who is asking. */
export interface KnownViewer {
  readonly viewer: Viewer;
  readonly mustChangePassword: boolean;
  /** Whether `last_seen_at` is more than a minute old. */
  readonly isStale: boolean;
}

interface ViewerRow extends Omit<Viewer, 'roles'> {
  readonly roles: readonly RoleHolding[];
  readonly mustChangePassword: boolean;
  readonly isStale: boolean;
}

/** A session ends when it is ended, at its last hour, or when nobody has used it for long. */
export function liveSession(alias: string): SqlStatement {
  const session = sql.identifier(alias);
  return sql`(${session}.ended_at is null and clock_timestamp() < ${session}.expires_at and clock_timestamp() < ${idleEnd(alias)})`;
}

function idleEnd(alias: string): SqlStatement {
  const session = sql.identifier(alias);
  const { WEB, API } = SESSION_LIFETIMES;
  return sql`(${session}.last_seen_at + make_interval(hours => case ${session}.kind
    when 'WEB' then ${WEB.idleHours}::int else ${API.idleHours}::int end))`;
}

@Injectable()
export class ViewersRepository {
  constructor(
    private readonly database: Database,
    private readonly roles: RoleSources,
  ) {}

  /** Session, account, person, tenant and roles behind a token, in one statement; `null` unless all of them are in order. */
  async byToken(tokenHash: Buffer, kind: SessionKind): Promise<KnownViewer | null> {
    const row = await this.database.row<ViewerRow>(sql`
      select a.id as "accountId", p.id as "personId", p.tenant_id as "tenantId", s.id as "sessionId",
        p.unit_id as "unitId", p.full_name as "fullName", a.must_change_password as "mustChangePassword",
        s.last_seen_at < clock_timestamp() - interval '1 minute' as "isStale",
        (select coalesce(json_agg(distinct jsonb_build_object('role', r.role, 'unitId', r.unit_id)), '[]')
          from (${this.roles.rolesOf('p')}) r) as roles
      from session s
      join account a on a.id = s.account_id
      join person p on p.id = a.person_id
      join tenant t on t.id = p.tenant_id
      where s.token_hash = ${tokenHash} and s.kind = ${kind} and ${liveSession('s')}
        and a.status = 'ACTIVE' and t.status = 'ACTIVE' and (p.left_on is null or p.left_on > vn_today())`);
    if (row === null) return null;
    const { mustChangePassword, isStale, ...viewer } = row;
    return { viewer, mustChangePassword, isStale };
  }

  /** What the viewer sees of the own account, complete, in one statement. */
  async profile(viewer: Viewer): Promise<ViewerProfile | null> {
    const row = await this.database.row<{ profile: ViewerProfile }>(sql`
      select json_build_object(
        'accountId', a.id, 'username', a.username, 'mustChangePassword', a.must_change_password,
        'person', ${personJson('p')}, 'tenant', ${tenantJson('t')},
        'roles', (select coalesce(json_agg(json_build_object(
            'role', r.role, 'validTo', r.valid_to, 'unit', ${unitJsonOf(sql`r.unit_id`)}) order by r.role, r.unit_id, r.valid_to), '[]')
          from (${this.roles.rolesOf('p')}) r),
        'sessions', (select coalesce(json_agg(json_build_object(
            'id', s.id, 'kind', s.kind, 'device', s.device, 'createdAt', s.created_at, 'lastSeenAt', s.last_seen_at,
            'expiresAt', least(s.expires_at, ${idleEnd('s')}), 'isCurrent', s.id = ${viewer.sessionId}) order by s.last_seen_at desc, s.id), '[]')
          from (select * from session live where live.account_id = a.id and ${liveSession('live')} order by live.last_seen_at desc limit 100) s)
        ) as profile
      from account a join person p on p.id = a.person_id join tenant t on t.id = p.tenant_id
      where a.id = ${viewer.accountId} and a.tenant_id = ${viewer.tenantId}`);
    return row?.profile ?? null;
  }
}
