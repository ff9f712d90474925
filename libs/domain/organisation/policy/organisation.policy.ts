import { SYSTEM_ROLE } from '@kit/context';
import { sql } from '@kit/database';
import { allow, ANYONE, type Condition, definePolicy, SIGNED_IN } from '@kit/policy';

/** All that decides about units, people and fields: whose they are. */
export interface TenantFacts {
  readonly tenantId: string;
}

/** The condition under every other one: nobody sees or changes rows of another tenant. */
export const inOwnTenant: Condition<TenantFacts> = {
  sentence: "it belongs to the viewer's own ward",
  test: (facts, viewer) => facts.tenantId === viewer.tenantId,
  sql: (alias, viewer) => sql`${sql.identifier(alias)}.tenant_id = ${viewer.tenantId}`,
};

const ADMINISTRATORS = ['TENANT_ADMIN', SYSTEM_ROLE] as const;

export const tenantPolicy = definePolicy<{ readonly id: string }>('Tenant', {
  'tenant.read': [allow(ANYONE)],
  'tenant.create': [allow(SYSTEM_ROLE)],
});

export const unitPolicy = definePolicy<TenantFacts>('OrgUnit', {
  'unit.read': [allow(SIGNED_IN, inOwnTenant)],
  'unit.create': [allow(ADMINISTRATORS, inOwnTenant)],
});

export const personPolicy = definePolicy<TenantFacts>('Person', {
  'person.read': [allow(SIGNED_IN, inOwnTenant)],
  'person.create': [allow(ADMINISTRATORS, inOwnTenant)],
});

export const fieldPolicy = definePolicy<TenantFacts>('Field', {
  'field.read': [allow(SIGNED_IN, inOwnTenant)],
  'field.create': [allow(ADMINISTRATORS, inOwnTenant)],
});
