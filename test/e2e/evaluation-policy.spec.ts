import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Viewer } from '@kit/context';
import { Database, sql, type SqlStatement } from '@kit/database';
import { expectFacesAgree } from '@kit/policy';
import { SessionsRepository } from '../../libs/domain/evaluation/data/sessions.repository.js';
import { SheetsRepository } from '../../libs/domain/evaluation/data/sheets.repository.js';
import { fairnessPolicy } from '../../libs/domain/evaluation/policy/fairness.policy.js';
import type { ItemFacts } from '../../libs/domain/evaluation/policy/item.conditions.js';
import { itemPolicy } from '../../libs/domain/evaluation/policy/item.policy.js';
import type { SessionFacts } from '../../libs/domain/evaluation/policy/session.conditions.js';
import { sessionPolicy } from '../../libs/domain/evaluation/policy/session.policy.js';
import { anAssigningScene, assign } from '../factories/assignment.js';
import type { Actor } from '../factories/identity.js';
import { anAccepted, aScene, viewerOf } from '../factories/initiative.js';
import { aConvenedSession, aCouncil, aDraftSession, anOpenSession, declare, someAccepted, step } from '../factories/evaluation.js';
import { useApp } from '../setup/app.js';

// Several people sign in and act one after the other; a busy machine needs time for it.
jest.setTimeout(60_000);
const app = useApp();
const viewers: (Viewer | null)[] = [null];
const sessions = new Map<string, SessionFacts>();
const items = new Map<string, ItemFacts>();

/** Sessions in every state, with recused members, judged by their own people and by strangers of this and another ward. */
beforeAll(async () => {
  const scene = await aScene(app());
  const [officer, lead] = [await scene.person({ roles: ['INTAKE_OFFICER'] }), await scene.person()];
  const cast = await aCouncil(scene, { also: [lead], secretaryVotes: false });
  const initiatives = async () => [await anAccepted(scene, lead, officer), ...(await someAccepted(scene, officer, 1))];
  await aDraftSession(scene, cast, await initiatives());
  await aConvenedSession(scene, cast, await initiatives());
  const open = await anOpenSession(scene, cast, await initiatives());
  await declare(cast.members[0]!, open.items[1]!.id);
  const scored = await anOpenSession(scene, cast, await initiatives());
  await step(cast.chair, 'closeScoring', scored);
  const locked = await anOpenSession(scene, cast, await initiatives());
  await step(cast.chair, 'closeScoring', locked);
  await step(cast.chair, 'lockSession', locked);
  await step(cast.secretary, 'cancelSession', await aConvenedSession(scene, cast, await initiatives()));

  const assigning = await anAssigningScene(app(), 3, scene.ward);
  const assignable = await aConvenedSession(assigning, cast, [await anAccepted(assigning, await scene.person(), officer)]);
  await assign(cast.secretary, assignable, [{ itemId: assignable.items[0]!.id, personIds: [cast.chair.personId, cast.members[0]!.personId, cast.members[1]!.personId] }]);

  const as = (actor: Actor, ...roles: string[]): Viewer => viewerOf(actor, roles.map((role) => ({ role, unitId: null })));
  const neighbour = await (await aScene(app())).person();
  viewers.push(...cast.everybody.map((actor) => as(actor)), as(lead, 'COUNCIL_SECRETARY'), as(lead, 'AUTHORITY_HEAD'),
    as(officer, 'COUNCIL_SECRETARY'), as(officer, 'AUTHORITY_HEAD'), as(officer, 'INTAKE_OFFICER', 'TENANT_ADMIN'), as(officer),
    as(neighbour, 'COUNCIL_SECRETARY', 'AUTHORITY_HEAD'));

  for (const row of await app().sql<{ id: string; tenantId: string; state: SessionFacts['state'] }>('select id, tenant_id as "tenantId", state from evaluation_session')) {
    sessions.set(row.id, await app().get(SessionsRepository).factsOf(row));
  }
  for (const { id } of await app().sql<{ id: string }>('select id from agenda_item')) items.set(id, await app().get(SheetsRepository).factsOf(id));
}, 60_000);

const idsOf = (table: string) => async (condition: SqlStatement, alias: string): Promise<string[]> =>
  (await app().get(Database).rows<{ id: string }>(sql`select id from ${sql.identifier(table)} ${sql.identifier(alias)} where ${condition}`)).map(({ id }) => id);

describe('what decides in memory and in SQL', () => {
  it('has something of everything to decide about', () => {
    expect(new Set([...sessions.values()].map(({ state }) => state)).size).toBe(6);
    expect(items.size).toBe(13);
    expect([...items.values()].filter(({ assignedIds }) => assignedIds.length === 3)).toHaveLength(1);
  });

  it.each(sessionPolicy.actions)('is the same for %s', (action) =>
    expectFacesAgree({ policy: sessionPolicy, action, viewers, facts: sessions, select: idsOf('evaluation_session') }));

  it.each(fairnessPolicy.actions)('is the same for %s', (action) =>
    expectFacesAgree({ policy: fairnessPolicy, action, viewers, facts: sessions, select: idsOf('evaluation_session') }));

  it.each(itemPolicy.actions)('is the same for %s', (action) =>
    expectFacesAgree({ policy: itemPolicy, action, viewers, facts: items, select: idsOf('agenda_item') }));
});
