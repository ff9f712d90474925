import { beforeAll, describe, expect, it } from '@jest/globals';
import { CreateAccount } from '@domain/identity';
import { runAs } from '@kit/context';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type Actor, anAccount, anActor, PASSWORD, tokenOf } from '../../factories/identity.js';
import { aFile } from '../../factories/initiative.js';
import { aPerson, aWard, next, type Ward } from '../../factories/organisation.js';
import { useApp } from '../../setup/app.js';
import { rootFields } from '../../setup/operations.js';
import { shallow } from './mutants.js';
import { REQUESTS } from './requests.js';
import { World } from './world.js';

const app = useApp();
let ward: Ward;

beforeAll(async () => {
  ward = await aWard(app());
}, 60_000);

const SIGN_IN = 'mutation ($i: SignInInput!) { signIn(input: $i) { token } }';
const WHO = '{ viewer { username } }';

describe('a session', () => {
  it('planted in a browser before signing in is not the one that signing in opens', async () => {
    const { username } = await anAccount(app(), ward);
    const client = app().client();
    const planted = 'A'.repeat(43);
    client.cookies.set('khoi_session', planted);
    await client.ask(SIGN_IN, { i: { username, password: PASSWORD } });
    expect(client.cookies.get('khoi_session')).not.toBe(planted);
    const thief = app().client();
    thief.cookies.set('khoi_session', planted);
    expect(await thief.ask(WHO)).toEqual({ viewer: null });
  });

  it('of the web is left behind by nobody: signing out kills the very token, kept or not', async () => {
    const { username } = await anAccount(app(), ward);
    const client = app().client();
    await client.ask(SIGN_IN, { i: { username, password: PASSWORD } });
    const thief = app().client();
    thief.cookies.set('khoi_session', client.cookies.get('khoi_session')!);
    expect(await thief.ask(WHO)).toEqual({ viewer: { username } });
    await client.ask('mutation { signOut }');
    expect(await thief.ask(WHO)).toEqual({ viewer: null });
  });

  it('cannot be ended by somebody who knows its id', async () => {
    const [one, other] = [await anActor(app(), ward), await anActor(app(), ward)];
    const [session] = await app().sql<{ id: string }>('select id from session where account_id = $1', [one.accountId]);
    expect((await other.client.refusal('mutation ($id: ID!) { endSession(id: $id) }', { id: session!.id })).code).toBe('NOT_FOUND');
    expect(await one.client.ask(WHO)).toEqual({ viewer: { username: one.username } });
  });
});

describe('a temporary password', () => {
  it('opens no root field but those for changing it', async () => {
    const world = await World.create(app());
    const schema = app().get(GraphQLSchemaHost).schema;
    const personId = await aPerson(app(), world.cast.ward);
    const username = `tam.thoi.${next()}`;
    const { temporaryPassword } = await runAs(world.cast.ward.system, () => app().get(CreateAccount).execute({ personId, username }));
    const client = app().client();
    const open: string[] = [];
    for (const rootField of rootFields(schema)) {
      client.token = await tokenOf(app(), username, temporaryPassword);
      const { errors = [] } = await client.send(shallow(schema, rootField), await REQUESTS[rootField]!.variables(world));
      if (!errors.some(({ extensions }) => ['PASSWORD_CHANGE_REQUIRED', 'FORBIDDEN'].includes(extensions.code))) open.push(rootField);
    }
    expect(open).toEqual(['Mutation.changePassword', 'Mutation.signIn', 'Mutation.signOut', 'Mutation.signOutEverywhere', 'Query.site', 'Query.viewer']);
  }, 60_000);
});

describe('a link to a file', () => {
  let owner: Actor;
  let url: string;
  let upload: string;

  beforeAll(async () => {
    owner = await anActor(app(), ward);
    const fileId = await aFile(app(), owner);
    url = (await owner.client.ask<{ downloadLink: { url: string } }>('mutation ($id: ID!) { downloadLink(fileId: $id) { url } }', { id: fileId })).downloadLink.url;
    upload = (await owner.client.ask<{ requestUpload: { url: string } }>(
      'mutation { requestUpload(input: { name: "a.pdf", type: "application/pdf", size: 20 }) { url } }')).requestUpload.url;
  });

  const status = async (path: string, init: RequestInit = {}): Promise<number> => (await fetch(`${app().url}${path}`, init)).status;
  const put = (body: string): RequestInit => ({ method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body });

  it('opens one door, for one file, as it was signed', async () => {
    expect(await status(url)).toBe(200);
    const token = url.split('/').at(-1)!;
    const [content = '', seal = ''] = token.split('.');
    const forged = (change: object): string => `${Buffer.from(JSON.stringify({ ...(JSON.parse(Buffer.from(content, 'base64url').toString()) as object), ...change })).toString('base64url')}.${seal}`;
    const others = [
      forged({ until: 9_999_999_999 }), forged({ id: '0190a5b0-0000-7000-8000-000000000000' }), forged({ purpose: 'upload' }), forged({ facts: { tenantId: 'x' } }), `${content}.`, `.${seal}`, content,
      `${content}.${seal}.${seal}`, `${content}.${seal.slice(0, -1)}`, `${content}.${'A'.repeat(seal.length)}`, upload.split('/').at(-1)!, 'x', '%2e%2e', encodeURIComponent('../../etc/passwd'), 'x'.repeat(900),
    ];
    const answers = await Promise.all(others.map((other) => status(`/api/files/download/${other}`)));
    expect(answers.filter((answer) => answer !== 403 && answer !== 404)).toEqual([]);
    expect(await status(`/api/files/upload/${token}`, put('%PDF-1.4 0123456789x'))).toBe(403);
  });

  it('takes no more bytes than were announced, and other bodies not at all', async () => {
    for (const init of [put('x'.repeat(21)), put('x'), put(''), { method: 'PUT' }, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"a":1}' }, { method: 'POST', body: 'x' }]) {
      const answer = await fetch(`${app().url}${upload}`, init);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(await answer.text()).not.toMatch(/INTERNAL|node_modules/);
    }
    expect(await status(upload, put('%PDF-1.4 0123456789x'))).toBe(200);
  });
});
