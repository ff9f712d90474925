import { sql } from '@kit/database';
import { allow, type Condition, definePolicy, SIGNED_IN } from '@kit/policy';

export interface KinshipFacts {
  readonly tenantId: string;
  readonly declaredById: string;
}

const isOwn: Condition<KinshipFacts> = {
  sentence: 'the viewer declared it',
  test: (facts, viewer) => facts.tenantId === viewer.tenantId && facts.declaredById === viewer.personId,
  sql: (alias, viewer) => sql`${sql.identifier(alias)}.tenant_id = ${viewer.tenantId} and ${sql.identifier(alias)}.declared_by_person_id = ${viewer.personId}`,
};

/** Family is private: it works through the conflicts it causes, and is read by nobody but who declared it. */
export const kinshipPolicy = definePolicy<KinshipFacts>('Kinship', {
  'kinship.read': [allow(SIGNED_IN, isOwn)],
  'kinship.declare': [allow(SIGNED_IN, isOwn)],
});
