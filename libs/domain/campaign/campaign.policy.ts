import { inOwnTenant, type TenantFacts } from '@domain/organisation';
import { SYSTEM_ROLE } from '@kit/context';
import { allow, definePolicy, SIGNED_IN } from '@kit/policy';

/** Everybody in the ward may see what is open; the administrator and the secretary run it. */
export const campaignPolicy = definePolicy<TenantFacts>('Campaign', {
  'campaign.read': [allow(SIGNED_IN, inOwnTenant)],
  'campaign.manage': [allow(['TENANT_ADMIN', 'COUNCIL_SECRETARY', SYSTEM_ROLE], inOwnTenant)],
});
