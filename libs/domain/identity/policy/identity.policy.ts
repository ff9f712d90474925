import { inOwnTenant, type TenantFacts } from '@domain/organisation';
import { SYSTEM_ROLE } from '@kit/context';
import { allow, definePolicy } from '@kit/policy';

const ADMINISTRATORS = ['TENANT_ADMIN', SYSTEM_ROLE] as const;

/** Sessions, passwords and the own profile need no policy: they are always the asking account's own. */
export const accountPolicy = definePolicy<TenantFacts>('Account', {
  'account.read': [allow(ADMINISTRATORS, inOwnTenant)],
  'account.create': [allow(ADMINISTRATORS, inOwnTenant)],
  'account.disable': [allow(ADMINISTRATORS, inOwnTenant)],
  'account.resetPassword': [allow(ADMINISTRATORS, inOwnTenant)],
  'role.assign': [allow(ADMINISTRATORS, inOwnTenant)],
  'role.end': [allow(ADMINISTRATORS, inOwnTenant)],
});
