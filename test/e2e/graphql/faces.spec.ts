import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '@kit/context';
import { Database, sql, type SqlStatement } from '@kit/database';
import { allow, type Condition, definePolicy, expectFacesAgree, not, SIGNED_IN } from '@kit/policy';
import { useTreeApp } from './harness.js';
import { treePolicy, type TreeFacts } from './tiny-feature.js';

const trees = useTreeApp();
const owner = '01900000-0000-7000-8000-00000000000a';
const other = '01900000-0000-7000-8000-00000000000b';
const viewer = (personId: string, ...roles: string[]): Viewer => ({
  accountId: personId, personId, tenantId: personId, sessionId: personId, unitId: null, fullName: personId,
  roles: roles.map((role) => ({ role, unitId: null })),
});
const viewers = [null, viewer(owner), viewer(other), viewer(other, 'FORESTER')];
const facts: ReadonlyMap<string, TreeFacts> = new Map([
  ['1', { ownerId: owner, felled: false }], ['2', { ownerId: owner, felled: true }], ['3', { ownerId: other, felled: true }],
]);

async function select(condition: SqlStatement, alias: string): Promise<string[]> {
  const rows = [...facts].map(([id, { ownerId, felled }]) => sql`(${id}::text, ${ownerId}::text, ${felled}::boolean)`);
  const found = await trees().app.get(Database).rows<{ id: string }>(
    sql`SELECT id FROM (VALUES ${sql.join(rows)}) AS ${sql.identifier(alias)} (id, owner_id, felled) WHERE ${condition}`,
  );
  return found.map(({ id }) => id);
}

describe('the two faces of a condition', () => {
  it.each(['tree.read', 'tree.measure', 'tree.fell'])('agree on %s over real rows', async (action) => {
    await expectFacesAgree({ policy: treePolicy, action, viewers, facts, select });
  });

  it('are told apart, row by row, when they do not agree', async () => {
    const crooked: Condition<TreeFacts> = {
      sentence: 'the viewer planted it, says one; it stands, says the other',
      test: (tree, who) => tree.ownerId === who.personId,
      sql: (alias) => sql`NOT ${sql.identifier(alias, 'felled')}`,
    };
    const policy = definePolicy<TreeFacts>('Crooked', { 'crooked.read': [allow(SIGNED_IN, crooked)], 'straight.read': [allow(SIGNED_IN, not(not(crooked)))] });
    await expect(expectFacesAgree({ policy, action: 'crooked.read', viewers: [viewer(owner)], facts, select })).rejects.toThrow(
      `The faces of "crooked.read" disagree:\n${owner} on 2: memory true, SQL false`,
    );
  });

  it('are not shown to agree by examples that only refuse', async () => {
    await expect(expectFacesAgree({ policy: treePolicy, action: 'tree.fell', viewers: [null], facts, select })).rejects.toThrow(
      'the examples never show both a permission and a refusal',
    );
  });
});
