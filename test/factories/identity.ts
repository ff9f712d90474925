import { AssignRole, CreateAccount, type Role } from '@domain/identity';
import { runAs } from '@kit/context';
import type { NewPerson } from '@domain/organisation';
import type { TestApp } from '../setup/app.js';
import type { GraphqlClient } from '../setup/graphql.js';
import { aPerson, next, type Ward } from './organisation.js';

/** The password of every account made here. */
export const PASSWORD = 'mật khẩu để thử';

/** A role as tests write it: ward-wide, or `['UNIT_HEAD', unitId]`. */
export type RoleWish = Role | readonly [role: Role, unitId: string];

/** Somebody of a test ward who can sign in, and has. */
export interface Actor {
  readonly ward: Ward;
  readonly personId: string;
  readonly accountId: string;
  readonly username: string;
  /** Signed in with a token; every call is a request of its own. */
  readonly client: GraphqlClient;
}

export interface AccountParts {
  readonly person?: Partial<NewPerson>;
  readonly roles?: readonly RoleWish[];
}

export interface AccountOfTest {
  readonly personId: string;
  readonly accountId: string;
  readonly username: string;
}

/** A person with account and roles, not signed in. */
export async function anAccount(app: TestApp, ward: Ward, { person = {}, roles = [] }: AccountParts = {}): Promise<AccountOfTest> {
  const personId = await aPerson(app, ward, person);
  const username = `nguoi.thu.${next()}`;
  const { account } = await runAs(ward.system, () => app.get(CreateAccount).execute({ personId, username, password: PASSWORD }));
  for (const wish of roles) {
    const [role, unitId] = typeof wish === 'string' ? [wish, null] : wish;
    await runAs(ward.system, () => app.get(AssignRole).execute({ personId, role, unitId }));
  }
  return { personId, accountId: account.id, username };
}

/** A person with account and roles, signed in over HTTP. */
export async function anActor(app: TestApp, ward: Ward, parts: AccountParts = {}): Promise<Actor> {
  const account = await anAccount(app, ward, parts);
  const client = app.client();
  client.token = await tokenOf(app, account.username);
  return { ward, ...account, client };
}

/** Signs in as an API client and answers the token. */
export async function tokenOf(app: TestApp, username: string, password: string = PASSWORD): Promise<string> {
  const { signIn } = await app.client().ask<{ signIn: { token: string } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { token } }',
    { input: { username, password, client: 'API' } },
  );
  return signIn.token;
}
