import { beforeAll, describe, expect, it } from '@jest/globals';
import { RoleEnded } from '@domain/identity';
import { runAs, systemViewer } from '@kit/context';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { anActor, PASSWORD, type Actor } from '../factories/identity.js';
import { aUnit, aWard, type Ward } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { statementsByRows } from '../setup/statements.js';

const app = useApp();
let ward: Ward;
let admin: Actor;
let unit: string;

beforeAll(async () => {
  ward = await aWard(app());
  unit = await aUnit(app(), ward, { shortName: 'Phòng VH-XH' });
  admin = await anActor(app(), ward, { roles: ['TENANT_ADMIN'] });
});

interface Notice { id: string; kind: string; params: { name: string; value: string }[]; link: string; readAt: string | null }
interface Page { notifications: { edges: { node: Notice }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
const NOTICES = `query ($first: Int! = 20, $after: String) { notifications(first: $first, after: $after) {
  edges { node { id kind params { name value } link readAt } } pageInfo { hasNextPage endCursor } } }`;
const UNREAD = '{ viewer { unreadNotifications } }';
const READ = 'mutation ($ids: [ID!]!) { markNotificationsRead(ids: $ids) }';
const noticesOf = async (actor: Actor): Promise<Notice[]> => (await actor.client.ask<Page>(NOTICES)).notifications.edges.map((edge) => edge.node);
const assign = (personId: string, role: string, unitId: string | null = null) =>
  admin.client.ask('mutation ($input: AssignRoleInput!) { assignRole(input: $input) { id } }', { input: { personId, role, unitId } });

describe('notices', () => {
  it('tell somebody of a new role, with the words to fill in', async () => {
    const actor = await anActor(app(), ward);
    expect(await actor.client.ask(UNREAD)).toEqual({ viewer: { unreadNotifications: 0 } });
    await assign(actor.personId, 'UNIT_HEAD', unit);
    await assign(actor.personId, 'CLERK');
    expect((await noticesOf(actor)).map(({ kind, params, link, readAt }) => ({ kind, params, link, readAt }))).toEqual([
      { kind: 'ROLE_ASSIGNED', params: [{ name: 'role', value: 'CLERK' }], link: '/tai-khoan', readAt: null },
      { kind: 'ROLE_ASSIGNED', params: [{ name: 'role', value: 'UNIT_HEAD' }, { name: 'unitName', value: 'Phòng VH-XH' }], link: '/tai-khoan', readAt: null },
    ]);
    expect(await actor.client.ask(UNREAD)).toEqual({ viewer: { unreadNotifications: 2 } });
    expect(await noticesOf(admin)).toEqual(expect.not.arrayContaining([expect.objectContaining({ params: [{ name: 'role', value: 'CLERK' }] })]));
  });

  it('are not for those who did it themselves', async () => {
    const [actor, other] = [await anActor(app(), ward), await anActor(app(), ward)];
    for (const { personId } of [actor, other]) {
      const { assignRole } = await admin.client.ask<{ assignRole: { id: string } }>(
        'mutation ($input: AssignRoleInput!) { assignRole(input: $input) { id } }', { input: { personId, role: 'CLERK' } });
      const viewer = { ...systemViewer(ward.id), personId: actor.personId };
      await runAs(viewer, () => app().get(Database).transaction(() =>
        app().get(EventBus).publish(new RoleEnded(ward.id, personId, assignRole.id, 'CLERK'))));
    }
    expect((await noticesOf(actor)).map(({ kind }) => kind)).toEqual(['ROLE_ASSIGNED']);
    expect((await noticesOf(other)).map(({ kind }) => kind)).toEqual(['ROLE_ENDED', 'ROLE_ASSIGNED']);
  });

  it('warn the owner of an account of what happens to it, even by the own hand', async () => {
    const actor = await anActor(app(), ward);
    await actor.client.ask('mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { username } }', {
      input: { currentPassword: PASSWORD, newPassword: 'một mật khẩu mới' },
    });
    expect((await noticesOf(actor)).map(({ kind }) => kind)).toEqual(['PASSWORD_CHANGED']);
  });

  it('come page by page', async () => {
    const actor = await anActor(app(), ward);
    for (const role of ['CLERK', 'OBSERVER', 'AUDITOR']) await assign(actor.personId, role);
    const first = (await actor.client.ask<Page>(NOTICES, { first: 2 })).notifications;
    expect([first.edges.length, first.pageInfo.hasNextPage]).toEqual([2, true]);
    const second = (await actor.client.ask<Page>(NOTICES, { first: 2, after: first.pageInfo.endCursor })).notifications;
    expect([second.edges.length, second.pageInfo.hasNextPage]).toEqual([1, false]);
    expect([...first.edges, ...second.edges].map(({ node }) => node.params[0]?.value)).toEqual(['AUDITOR', 'OBSERVER', 'CLERK']);
  });

  it('cost the same statements for one and for three', async () => {
    const actor = await anActor(app(), ward);
    const roles = ['CLERK', 'OBSERVER', 'AUDITOR'];
    const { one, three } = await statementsByRows(
      app(), () => assign(actor.personId, roles.pop() ?? ''), async () => (await noticesOf(actor)).length,
    );
    expect(three).toEqual(one);
    expect(one).toHaveLength(2);
  });

  it('are read and marked by their reader alone', async () => {
    const [actor, other] = [await anActor(app(), ward), await anActor(app(), ward)];
    await assign(actor.personId, 'CLERK');
    await assign(other.personId, 'CLERK');
    const [mine] = await noticesOf(actor);
    const [theirs] = await noticesOf(other);
    expect(await actor.client.ask(READ, { ids: [theirs?.id] })).toEqual({ markNotificationsRead: 0 });
    expect(await other.client.ask(UNREAD)).toEqual({ viewer: { unreadNotifications: 1 } });
    expect(await actor.client.ask(READ, { ids: [mine?.id, theirs?.id] })).toEqual({ markNotificationsRead: 1 });
    expect(await actor.client.ask(READ, { ids: [mine?.id] })).toEqual({ markNotificationsRead: 0 });
    expect((await noticesOf(actor))[0]?.readAt).toEqual(expect.any(String));
    expect(await other.client.ask(UNREAD)).toEqual({ viewer: { unreadNotifications: 1 } });
    expect(await actor.client.refusal(READ, { ids: ['không phải id'] })).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('are undone with the act they tell of', async () => {
    const actor = await anActor(app(), ward, { roles: ['CLERK'] });
    await expect(assign(actor.personId, 'CLERK')).rejects.toThrow('ROLE_ALREADY_HELD');
    expect((await noticesOf(actor)).map(({ kind }) => kind)).toEqual(['ROLE_ASSIGNED']);
  });
});

describe('without a mail server', () => {
  it('nothing is queued for mail, and the outbox says so', async () => {
    const actor = await anActor(app(), ward, { person: { email: 'co-hop-thu@phuong.example' } });
    await assign(actor.personId, 'CLERK');
    expect((await noticesOf(actor)).map(({ kind }) => kind)).toEqual(['ROLE_ASSIGNED']);
    expect([await app().sql('select 1 from mailing'), await app().sql('select 1 from delivery')]).toEqual([[], []]);
    expect(await admin.client.ask('{ outboxStatus { isConnected sender } mailings { edges { node { id } } } }')).toEqual({
      outboxStatus: { isConnected: false, sender: null }, mailings: { edges: [] },
    });
  });
});
