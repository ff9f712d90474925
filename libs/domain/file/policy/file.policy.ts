import { allow, type Condition, definePolicy, SIGNED_IN } from '@kit/policy';
import { sql } from '@kit/database';

/** Whose file it is. Who else may read it, the features say that use it (`FileReaders`). */
export interface FileFacts {
  readonly tenantId: string;
  readonly ownerPersonId: string;
}

const isOwner: Condition<FileFacts> = {
  sentence: 'the viewer sent the file',
  test: (facts, viewer) => facts.tenantId === viewer.tenantId && facts.ownerPersonId === viewer.personId,
  sql: (alias, viewer) =>
    sql`${sql.identifier(alias)}.tenant_id = ${viewer.tenantId} and ${sql.identifier(alias)}.owner_person_id = ${viewer.personId}`,
};

export const filePolicy = definePolicy<FileFacts>('File', {
  'file.read': [allow(SIGNED_IN, isOwner)],
  'file.send': [allow(SIGNED_IN, isOwner)],
  // The link itself is refused unless the viewer sent the file or a feature that uses it lets them read it.
  'file.download': [allow(SIGNED_IN)],
});
