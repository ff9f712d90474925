import { inOwnTenant, type TenantFacts } from '@domain/organisation';
import { allow, definePolicy } from '@kit/policy';

export const auditPolicy = definePolicy<TenantFacts>('AuditEvent', {
  'audit.read': [allow(['AUTHORITY_HEAD', 'SECURITY_OFFICER', 'AUDITOR'], inOwnTenant)],
});
