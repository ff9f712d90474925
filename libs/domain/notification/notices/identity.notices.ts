import { PasswordChanged, PasswordReset, RoleAssigned, RoleEnded } from '@domain/identity';
import { sql, type SqlStatement } from '@kit/database';
import { type Notice, notice } from '../notice.js';

const ACCOUNT_PAGE = '/tai-khoan';

/** The person the role was given to, with the unit it is held for. */
const holderOf = ({ personId, assignmentId }: RoleAssigned | RoleEnded): SqlStatement => sql`
  select ${personId}::uuid, jsonb_build_object('role', r.role, 'unitName', u.short_name), ${ACCOUNT_PAGE}
  from role_assignment r left join org_unit u on u.id = r.scope_unit_id
  where r.id = ${assignmentId}`;

const owner = ({ personId }: { readonly personId: string }): SqlStatement =>
  sql`select ${personId}::uuid, '{}'::jsonb, ${ACCOUNT_PAGE}`;

export const identityNotices: readonly Notice[] = [
  notice(RoleAssigned, 'ROLE_ASSIGNED', holderOf),
  notice(RoleEnded, 'ROLE_ENDED', holderOf),
  notice(PasswordReset, 'PASSWORD_RESET', owner),
  notice(PasswordChanged, 'PASSWORD_CHANGED', owner, { alsoTellActor: true }),
];
