import { sql } from '@kit/database';
import { allow, type Condition, definePolicy, SIGNED_IN } from '@kit/policy';

export interface SheetFacts {
  readonly tenantId: string;
  readonly personId: string;
}

const isOwner: Condition<SheetFacts> = {
  sentence: 'the viewer wrote the sheet',
  test: (facts, viewer) => facts.tenantId === viewer.tenantId && facts.personId === viewer.personId,
  sql: (alias, viewer) =>
    sql`${sql.identifier(alias, 'tenant_id')} = ${viewer.tenantId} and ${sql.identifier(alias, 'person_id')} = ${viewer.personId}`,
};

/** A private note is nobody's business but its owner's, in every state of the session. */
export const sheetPolicy = definePolicy<SheetFacts>('ScoreSheet', {
  'sheet.readPrivateNote': [allow(SIGNED_IN, isOwner)],
}, { read: 'sheet.readPrivateNote' });
