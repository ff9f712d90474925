import { SYSTEM_ROLE } from '@kit/context';
import { allow, definePolicy, SIGNED_IN } from '@kit/policy';
import { inOwnTenant, type TenantFacts } from '@domain/organisation';

/**
 * Everybody in the ward may read how they are judged. The secretary and the intake officer draft;
 * putting in force is the head's act (domain rule: the head approves the regulation).
 */
export const regulationPolicy = definePolicy<TenantFacts>('EvaluationRegulation', {
  'regulation.read': [allow(SIGNED_IN, inOwnTenant)],
  'regulation.draft': [allow(['COUNCIL_SECRETARY', 'INTAKE_OFFICER', SYSTEM_ROLE], inOwnTenant)],
  'regulation.putInForce': [allow(['AUTHORITY_HEAD', SYSTEM_ROLE], inOwnTenant)],
});
