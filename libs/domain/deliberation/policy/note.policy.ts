import { sql } from '@kit/database';
import { allow, type Condition, definePolicy, SIGNED_IN } from '@kit/policy';

export interface NoteFacts {
  readonly tenantId: string;
  readonly personId: string;
}

const isOwner: Condition<NoteFacts> = {
  sentence: 'the viewer wrote the note',
  test: (facts, viewer) => facts.tenantId === viewer.tenantId && facts.personId === viewer.personId,
  sql: (alias, viewer) =>
    sql`${sql.identifier(alias, 'tenant_id')} = ${viewer.tenantId} and ${sql.identifier(alias, 'person_id')} = ${viewer.personId}`,
};

/** Nobody's business but its owner's, in every state of the session. */
export const notePolicy = definePolicy<NoteFacts>('ItemNote', { 'note.read': [allow(SIGNED_IN, isOwner)] });
