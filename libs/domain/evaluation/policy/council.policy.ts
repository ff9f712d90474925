import { SYSTEM_ROLE } from '@kit/context';
import { sql } from '@kit/database';
import { allow, and, type Condition, definePolicy, SIGNED_IN } from '@kit/policy';
import { inOwnTenant } from './session.conditions.js';

export interface CouncilFacts {
  readonly tenantId: string;
  /** Everybody ever appointed to it. */
  readonly memberIds: readonly string[];
}

const isMember: Condition<CouncilFacts> = {
  sentence: 'the viewer is appointed to it',
  test: (facts, viewer) => facts.memberIds.includes(viewer.personId),
  sql: (alias, viewer) => sql`exists (select from council_member appointed
    where appointed.council_id = ${sql.identifier(alias, 'id')} and appointed.person_id = ${viewer.personId})`,
};

/** Who sits on a council is known to those who work with it; authors are not helped to find out who judges them. */
export const councilPolicy = definePolicy<CouncilFacts>('Council', {
  'council.read': [
    allow(['COUNCIL_SECRETARY', 'AUTHORITY_HEAD'], inOwnTenant),
    allow(SIGNED_IN, and<CouncilFacts>(inOwnTenant, isMember)),
  ],
  'council.replaceMember': [allow(['COUNCIL_SECRETARY', 'AUTHORITY_HEAD', SYSTEM_ROLE], inOwnTenant)],
  'council.create': [allow(['COUNCIL_SECRETARY', 'AUTHORITY_HEAD', SYSTEM_ROLE], inOwnTenant)],
});
