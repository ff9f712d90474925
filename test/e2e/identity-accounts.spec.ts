import { beforeAll, describe, expect, it } from '@jest/globals';
import { RoleSources } from '@domain/identity';
import { sql } from '@kit/database';
import { anAccount, anActor, PASSWORD, tokenOf, type Actor } from '../factories/identity.js';
import { aPerson, aUnit, aWard, type Ward } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { statementsByRows, statementsDuring } from '../setup/statements.js';

const app = useApp();
let ward: Ward;
let admin: Actor;
let unit: string;

beforeAll(async () => {
  ward = await aWard(app());
  unit = await aUnit(app(), ward, { code: 'VHXH' });
  admin = await anActor(app(), ward, { roles: ['TENANT_ADMIN'] });
});

const UNKNOWN = '01900000-0000-7000-8000-000000000000';
const ROLES = '{ viewer { roles { role validTo unit { code } } } }';

describe('accounts', () => {
  const CREATE = 'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { temporaryPassword account { id username status person { id } roles { role } } } }';
  interface Created { createAccount: { temporaryPassword: string; account: { id: string } } }

  it('begin with a temporary password that opens nothing but its change', async () => {
    const personId = await aPerson(app(), ward, { fullName: 'Hồ Thị Mới' });
    const { createAccount } = await admin.client.ask<Created>(CREATE, { input: { personId, username: 'Ho.Thi.Moi' } });
    expect(createAccount).toEqual({
      temporaryPassword: expect.stringMatching(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/),
      account: { id: createAccount.account.id, username: 'ho.thi.moi', status: 'ACTIVE', person: { id: personId }, roles: [] },
    });
    const [row] = await app().sql<{ row: string }>('select account::text as row from account where id = $1', [createAccount.account.id]);
    expect(row?.row).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(row?.row).not.toContain(createAccount.temporaryPassword);

    const client = app().client();
    client.token = await tokenOf(app(), 'ho.thi.moi', createAccount.temporaryPassword);
    expect(await client.ask('{ viewer { mustChangePassword } }')).toEqual({ viewer: { mustChangePassword: true } });
    expect(await client.refusal('{ units { id } }')).toEqual({ code: 'PASSWORD_CHANGE_REQUIRED', details: {} });
    await client.ask('mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { username } }', {
      input: { currentPassword: createAccount.temporaryPassword, newPassword: 'của riêng tôi' },
    });
    expect(await client.ask('{ viewer { mustChangePassword } units { code } }')).toEqual({ viewer: { mustChangePassword: false }, units: [{ code: 'VHXH' }] });
  });

  it('are one per person, with a name of their own, for people of the ward', async () => {
    const account = await anAccount(app(), ward);
    const personId = await aPerson(app(), ward);
    const elsewhere = await aPerson(app(), await aWard(app()));
    const refusal = (input: Record<string, unknown>) => admin.client.refusal(CREATE, { input });
    expect(await refusal({ personId, username: account.username })).toEqual({ code: 'USERNAME_TAKEN', details: {}, path: ['input', 'username'] });
    expect(await refusal({ personId: account.personId, username: 'mot.ten.khac' })).toEqual({ code: 'ACCOUNT_EXISTS', details: {}, path: ['input', 'personId'] });
    const foreign = await refusal({ personId: elsewhere, username: 'nguoi.phuong.khac' });
    expect(foreign).toEqual({ code: 'NOT_FOUND', details: {}, path: ['input', 'personId'] });
    expect(await refusal({ personId: UNKNOWN, username: 'nguoi.phuong.khac' })).toEqual(foreign);
  });

  it('are listed with their roles for the administrator alone', async () => {
    const other = await aWard(app());
    const chief = await anActor(app(), other, { person: { fullName: 'Lê Thị Yến' }, roles: ['TENANT_ADMIN'] });
    await anAccount(app(), other, { person: { fullName: 'Phạm Văn An' }, roles: ['INTAKE_OFFICER', 'COUNCIL_SECRETARY'] });
    const LIST = 'query ($search: String) { accounts(search: $search) { edges { node { person { fullName } roles { role unit { code } } } } } }';
    const an = { person: { fullName: 'Phạm Văn An' }, roles: [{ role: 'COUNCIL_SECRETARY', unit: null }, { role: 'INTAKE_OFFICER', unit: null }] };
    const yen = { person: { fullName: 'Lê Thị Yến' }, roles: [{ role: 'TENANT_ADMIN', unit: null }] };
    expect(await chief.client.ask(LIST)).toEqual({ accounts: { edges: [{ node: an }, { node: yen }] } });
    expect(await chief.client.ask(LIST, { search: 'pham an' })).toEqual({ accounts: { edges: [{ node: an }] } });
    const officer = await anActor(app(), other, { roles: ['AUTHORITY_HEAD'] });
    expect(await officer.client.refusal(LIST)).toEqual({ code: 'FORBIDDEN', details: {} });
  });

  it('cost the same statements for one and for three', async () => {
    const { one, three } = await statementsByRows(
      app(), () => anAccount(app(), ward, { person: { fullName: 'Quách Văn Đếm', unitId: unit }, roles: ['CLERK', ['UNIT_HEAD', unit]] }),
      async () => (await admin.client.ask<{ accounts: { edges: unknown[] } }>(
        '{ accounts(search: "quach dem") { edges { node { person { unit { aliases } } roles { unit { code } } } } } }')).accounts.edges.length,
    );
    expect(three).toEqual(one);
    expect(one).toHaveLength(2);
  });

  it('that are closed lose their sessions at once, and can be opened again', async () => {
    const actor = await anActor(app(), ward);
    const CLOSE = 'mutation ($id: ID!) { disableAccount(id: $id) { status } }';
    const OPEN = 'mutation ($id: ID!) { enableAccount(id: $id) { status } }';
    expect(await admin.client.ask(CLOSE, { id: actor.accountId })).toEqual({ disableAccount: { status: 'DISABLED' } });
    expect(await actor.client.ask('{ viewer { username } }')).toEqual({ viewer: null });
    await expect(tokenOf(app(), actor.username)).rejects.toThrow('SIGN_IN_REFUSED');
    expect(await admin.client.ask(OPEN, { id: actor.accountId })).toEqual({ enableAccount: { status: 'ACTIVE' } });
    expect(await actor.client.ask('{ viewer { username } }')).toEqual({ viewer: null });
    await tokenOf(app(), actor.username);
    expect(await admin.client.refusal(CLOSE, { id: admin.accountId })).toEqual({ code: 'NOT_FOR_ONESELF', details: {} });
  });

  it('get a new temporary password when theirs is forgotten', async () => {
    const actor = await anActor(app(), ward);
    const RESET = 'mutation ($id: ID!) { resetPassword(accountId: $id) { temporaryPassword } }';
    const { resetPassword } = await admin.client.ask<{ resetPassword: { temporaryPassword: string } }>(RESET, { id: actor.accountId });
    expect(await actor.client.ask('{ viewer { username } }')).toEqual({ viewer: null });
    await expect(tokenOf(app(), actor.username, PASSWORD)).rejects.toThrow('SIGN_IN_REFUSED');
    await tokenOf(app(), actor.username, resetPassword.temporaryPassword);
  });

  it('of those who run the installation are out of reach of the administrator of a ward', async () => {
    const operator = await anActor(app(), ward, { roles: ['SYSTEM_OPERATOR'] });
    const RESET = 'mutation ($id: ID!) { resetPassword(accountId: $id) { temporaryPassword } }';
    expect(await admin.client.refusal(RESET, { id: operator.accountId })).toEqual({ code: 'ACCOUNT_OF_OPERATOR', details: {} });
    expect(await operator.client.ask('{ viewer { username } }')).toEqual({ viewer: { username: operator.username } });
  });
});

describe('roles', () => {
  const ASSIGN = 'mutation ($input: AssignRoleInput!) { assignRole(input: $input) { id role validFrom validTo basis unit { code } } }';
  const END = 'mutation ($id: ID!) { endRole(id: $id) { role validTo } }';
  interface Assigned { assignRole: { id: string } }
  const day = async (offset: number): Promise<string> => {
    const [row] = await app().sql<{ day: string }>('select (vn_today() + $1::int)::text as day', [offset]);
    return row?.day ?? '';
  };

  it('hold from the next request on, and end at once', async () => {
    const actor = await anActor(app(), ward);
    expect(await actor.client.ask(ROLES)).toEqual({ viewer: { roles: [] } });
    const input = { personId: actor.personId, role: 'UNIT_HEAD', unitId: unit, basis: 'QĐ 12/QĐ-UBND' };
    const { assignRole } = await admin.client.ask<Assigned>(ASSIGN, { input });
    expect(assignRole).toEqual({ id: assignRole.id, role: 'UNIT_HEAD', validFrom: await day(0), validTo: null, basis: 'QĐ 12/QĐ-UBND', unit: { code: 'VHXH' } });
    expect(await actor.client.ask(ROLES)).toEqual({ viewer: { roles: [{ role: 'UNIT_HEAD', validTo: null, unit: { code: 'VHXH' } }] } });
    expect(await admin.client.ask(END, { id: assignRole.id })).toEqual({ endRole: { role: 'UNIT_HEAD', validTo: await day(0) } });
    expect(await actor.client.ask(ROLES)).toEqual({ viewer: { roles: [] } });
    expect(await admin.client.refusal(END, { id: assignRole.id })).toEqual({ code: 'NOT_FOUND', details: {} });
    await admin.client.ask(ASSIGN, { input });
  });

  it('count on their days and on no other', async () => {
    const actor = await anActor(app(), ward);
    const assign = async (role: string, from: number, to: number | null) => admin.client.ask(ASSIGN, {
      input: { personId: actor.personId, role, validFrom: await day(from), validTo: to === null ? null : await day(to) },
    });
    await assign('CLERK', -10, -1);
    await assign('OBSERVER', 1, null);
    await assign('AUDITOR', -10, 0);
    expect(await actor.client.ask(ROLES)).toEqual({ viewer: { roles: [{ role: 'AUDITOR', validTo: await day(0), unit: null }] } });
  });

  it('refuse what does not fit', async () => {
    const { personId } = await anAccount(app(), ward, { roles: ['CLERK'] });
    const elsewhere = await aWard(app());
    const refusal = (input: Record<string, unknown>) => admin.client.refusal(ASSIGN, { input: { personId, ...input } });
    expect(await refusal({ role: 'COUNCIL_CHAIR' })).toEqual({ code: 'ROLE_NOT_ASSIGNABLE', details: {}, path: ['input', 'role'] });
    expect(await refusal({ role: 'SYSTEM_OPERATOR' })).toEqual({ code: 'ROLE_NOT_ASSIGNABLE', details: {}, path: ['input', 'role'] });
    expect(await refusal({ role: 'UNIT_HEAD' })).toEqual({ code: 'ROLE_SCOPE_UNFIT', details: {}, path: ['input', 'unitId'] });
    expect(await refusal({ role: 'AUDITOR', unitId: unit })).toEqual({ code: 'ROLE_SCOPE_UNFIT', details: {}, path: ['input', 'unitId'] });
    expect(await refusal({ role: 'CLERK' })).toEqual({ code: 'ROLE_ALREADY_HELD', details: {}, path: ['input', 'role'] });
    expect(await refusal({ role: 'AUDITOR', validFrom: '2026-02-01', validTo: '2026-01-31' }))
      .toEqual({ code: 'ROLE_PERIOD_UNFIT', details: {}, path: ['input', 'validTo'] });
    const foreignUnit = await refusal({ role: 'UNIT_HEAD', unitId: await aUnit(app(), elsewhere) });
    expect(foreignUnit).toEqual({ code: 'NOT_FOUND', details: {}, path: ['input', 'unitId'] });
    expect(await refusal({ role: 'UNIT_HEAD', unitId: UNKNOWN })).toEqual(foreignUnit);
    expect(await refusal({ role: 'AUDITOR', personId: await aPerson(app(), elsewhere) })).toEqual({ code: 'NOT_FOUND', details: {}, path: ['input', 'personId'] });
  });

  it('may follow from facts of other features', async () => {
    const actor = await anActor(app(), ward, { roles: ['CLERK'] });
    app().get(RoleSources).add({
      rolesOf: (alias) => sql`
        select 'COUNCIL_MEMBER', null::uuid, null::date where ${sql.identifier(alias)}.id = ${actor.personId}`,
    });
    expect(await actor.client.ask(ROLES)).toEqual({
      viewer: { roles: [{ role: 'CLERK', validTo: null, unit: null }, { role: 'COUNCIL_MEMBER', validTo: null, unit: null }] },
    });
    expect(await admin.client.ask(ROLES)).toEqual({ viewer: { roles: [{ role: 'TENANT_ADMIN', validTo: null, unit: null }] } });
    expect(await statementsDuring(app(), () => actor.client.ask('{ fields { id } }'))).toHaveLength(2);
  });

  it('cannot be given to oneself', async () => {
    expect(await admin.client.refusal(ASSIGN, { input: { personId: admin.personId, role: 'AUTHORITY_HEAD' } }))
      .toEqual({ code: 'NOT_FOR_ONESELF', details: {}, path: ['input', 'personId'] });
  });

  it('cannot be given by officers', async () => {
    const head = await anActor(app(), ward, { roles: ['AUTHORITY_HEAD'] });
    expect(await head.client.refusal(ASSIGN, { input: { personId: admin.personId, role: 'CLERK' } })).toEqual({ code: 'FORBIDDEN', details: {} });
  });

  it('never overlap, even when given in parallel', async () => {
    const personId = await aPerson(app(), ward);
    const answers = await Promise.all(Array.from({ length: 10 }, () => admin.client.send(ASSIGN, { input: { personId, role: 'CLERK' } })));
    const codes = answers.map((answer) => answer.errors?.[0]?.extensions.code ?? 'OK').sort();
    expect(codes).toEqual(['OK', ...Array<string>(9).fill('ROLE_ALREADY_HELD')]);
  });
});
