import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { anAccount, anActor, type Actor } from '../factories/identity.js';
import { aPerson, aUnit, aWard, type Ward } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { statementsByRows } from '../setup/statements.js';

const app = useApp();
let ward: Ward;
let admin: Actor;
let auditor: Actor;

beforeAll(async () => {
  ward = await aWard(app());
  admin = await anActor(app(), ward, { person: { fullName: 'Vũ Quản Trị' }, roles: ['TENANT_ADMIN'] });
  auditor = await anActor(app(), ward, { person: { fullName: 'Mai Kiểm Tra' }, roles: ['AUDITOR'] });
});

interface Event { id: string; action: string; objectType: string; objectId: string; details: string; actor: { fullName: string } | null }
interface Page { auditEvents: { edges: { node: Event }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
const EVENTS = `query ($objectType: String, $objectId: ID, $first: Int! = 20, $after: String) {
  auditEvents(objectType: $objectType, objectId: $objectId, first: $first, after: $after) {
    edges { node { id action objectType objectId details actor { fullName } } } pageInfo { hasNextPage endCursor } } }`;
const eventsOf = async (filter: Record<string, unknown>): Promise<Event[]> =>
  (await auditor.client.ask<Page>(EVENTS, filter)).auditEvents.edges.map((edge) => edge.node);

describe('the audit', () => {
  it('knows who did what to which object', async () => {
    const { createUnit } = await admin.client.ask<{ createUnit: { id: string } }>(
      'mutation ($input: CreateUnitInput!) { createUnit(input: $input) { id } }',
      { input: { code: 'KT', officialName: 'Phòng Kinh tế', shortName: 'Kinh tế', kind: 'DEPARTMENT' } },
    );
    expect(await eventsOf({ objectType: 'OrgUnit', objectId: createUnit.id })).toEqual([{
      id: expect.any(String), action: 'organisation.unit-created', objectType: 'OrgUnit', objectId: createUnit.id, details: '{}',
      actor: { fullName: 'Vũ Quản Trị' },
    }]);
    const personId = await aPerson(app(), ward);
    const { assignRole } = await admin.client.ask<{ assignRole: { id: string } }>(
      'mutation ($input: AssignRoleInput!) { assignRole(input: $input) { id } }', { input: { personId, role: 'CLERK' } });
    const [assigned, created] = await eventsOf({ objectId: personId });
    expect([assigned?.action, JSON.parse(assigned?.details ?? '')]).toEqual(['identity.role-assigned', { assignmentId: assignRole.id, role: 'CLERK' }]);
    expect([created?.action, created?.actor]).toEqual(['organisation.person-created', null]);
  });

  it('says under which request it happened', async () => {
    const answer = await admin.client.send('mutation ($input: CreatePersonInput!) { createPerson(input: $input) { id } }', { input: { fullName: 'Ai Đó' } });
    const [row] = await app().sql(`select action from audit_event where request_id = $1`, [answer.headers.get('x-request-id')]);
    expect(row).toEqual({ action: 'organisation.person-created' });
  });

  it('keeps no trace of an act that was undone', async () => {
    const before = await app().sql('select from audit_event');
    await aUnit(app(), ward, { code: 'TRUNG' });
    await expect(aUnit(app(), ward, { code: 'TRUNG' })).rejects.toThrow('has this code');
    expect(await app().sql('select from audit_event')).toHaveLength(before.length + 1);
  });

  it('has sign-ins and failed ones, but nobody who does not exist', async () => {
    const account = await anAccount(app(), ward);
    const signIn = (username: string) => app().client().send(
      'mutation ($input: SignInInput!) { signIn(input: $input) { token } }', { input: { username, password: 'sai mật khẩu' } });
    await signIn(account.username);
    await signIn('khong.ton.tai');
    expect((await eventsOf({ objectType: 'Account', objectId: account.accountId })).map(({ action, actor }) => [action, actor])).toEqual([
      ['identity.sign-in-failed', null], ['identity.account-created', null],
    ]);
    const [nobody] = await app().sql<{ row: string }>(`select e::text as row from audit_event e where tenant_id is null`);
    expect(nobody?.row).not.toContain('khong.ton.tai');
    expect((await eventsOf({ objectId: admin.accountId })).map(({ action, actor }) => [action, actor?.fullName])).toEqual([
      ['identity.signed-in', 'Vũ Quản Trị'], ['identity.account-created', undefined],
    ]);
  });

  it('comes page by page, the newest first, without gaps or repetitions', async () => {
    const all = await eventsOf({ first: 100 });
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort().reverse());
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { auditEvents }: Page = await auditor.client.ask<Page>(EVENTS, { first: 5, after });
      seen.push(...auditEvents.edges.map((edge) => edge.node.id));
      if (!auditEvents.pageInfo.hasNextPage) break;
      after = auditEvents.pageInfo.endCursor;
    }
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('costs the same statements for one event and for three', async () => {
    const objectId = await aUnit(app(), ward);
    const [event] = await app().sql<{ id: string }>('select id from audit_event where object_id = $1', [objectId]);
    const again = `insert into audit_event (tenant_id, action, object_type, object_id, actor_person_id)
      select tenant_id, action, object_type, object_id, $2 from audit_event where id = $1`;
    const { one, three } = await statementsByRows(
      app(), () => app().sql(again, [event?.id, admin.personId]), async () => (await eventsOf({ objectId })).length,
    );
    expect(three).toEqual(one);
    expect(one).toHaveLength(2);
  });

  it('is for the head, the security officer and the auditor of the ward', async () => {
    for (const role of ['AUTHORITY_HEAD', 'SECURITY_OFFICER', 'AUDITOR'] as const) {
      const reader = await anActor(app(), ward, { roles: [role] });
      expect((await reader.client.ask<Page>(EVENTS)).auditEvents.edges.length).toBeGreaterThan(5);
    }
    expect(await admin.client.refusal(EVENTS)).toEqual({ code: 'FORBIDDEN', details: {} });
    const elsewhere = await aWard(app());
    const foreign = await anActor(app(), elsewhere, { roles: ['AUDITOR'] });
    expect((await foreign.client.ask<Page>(EVENTS, { objectId: admin.accountId })).auditEvents.edges).toEqual([]);
    const own = (await foreign.client.ask<Page>(EVENTS)).auditEvents.edges.map((edge) => edge.node.action).sort();
    expect(own).toEqual([
      'identity.account-created', 'identity.role-assigned', 'identity.signed-in', 'organisation.person-created', 'organisation.tenant-created',
    ]);
  });

  it('cannot be changed by the application, nor by the owner of the table', async () => {
    const attempts = ['update audit_event set action = action', 'delete from audit_event', 'truncate audit_event'];
    for (const [role, url] of Object.entries(app().databaseUrls)) {
      if (!role.endsWith('Url')) continue;
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      for (const attempt of attempts) {
        await expect(client.query(attempt)).rejects.toThrow(role === 'ownerUrl' ? 'KHOI:APPEND_ONLY' : 'permission denied');
      }
      await client.end();
    }
    expect((await app().sql('select from audit_event')).length).toBeGreaterThan(10);
  });
});
