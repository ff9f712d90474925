import { describe, expect, it } from '@jest/globals';
import { useTreeApp } from './harness.js';
import { fetched } from './tiny-feature.js';

const trees = useTreeApp();
const errorOf = (body: { readonly errors: readonly { readonly extensions: unknown }[] }): unknown => body.errors[0]?.extensions;

describe('a root field', () => {
  it('answers everybody when its policy grants anyone', async () => {
    const { body } = await trees().ask('{ trees(first: 2) { edges { node { name } } pageInfo { hasNextPage } } }');
    expect(body).toEqual({
      data: { trees: { edges: [{ node: { name: 'Cây 1' } }, { node: { name: 'Cây 2' } }], pageInfo: { hasNextPage: true } } },
    });
  });

  it('refuses a visitor without any grant as not signed in', async () => {
    const { status, body } = await trees().ask('mutation { fellTree(id: "1") }');
    expect([status, body.data, errorOf(body)]).toEqual([200, null, { code: 'UNAUTHENTICATED', details: {} }]);
  });

  it('refuses a signed-in person without any grant as forbidden', async () => {
    const { body } = await trees().ask('mutation { fellTree(id: "1") }', { as: 'planter' });
    expect(errorOf(body)).toEqual({ code: 'FORBIDDEN', details: {} });
  });

  it('lets the holder of the role through', async () => {
    const { body } = await trees().ask('mutation { fellTree(id: "1") }', { as: 'forester' });
    expect(body).toEqual({ data: { fellTree: true } });
  });

  it('that only wants somebody signed in gets somebody signed in', async () => {
    expect(errorOf((await trees().ask('{ whoAmI }')).body)).toEqual({ code: 'UNAUTHENTICATED', details: {} });
    expect((await trees().ask('{ whoAmI }', { as: 'planter' })).body).toEqual({ data: { whoAmI: 'Người trồng' } });
    expect((await trees().ask('{ whoAmI }', { as: 'nobody' })).body.data).toEqual({ whoAmI: null });
  });
});

describe('a field that is tighter than its type', () => {
  const query = '{ tree(id: "1") { name height notes neighbour { height } } }';

  it('shows its value to whom the policy allows it', async () => {
    const { body } = await trees().ask(query, { as: 'planter' });
    expect(body.data.tree).toEqual({ name: 'Cây 1', height: 100, notes: ['ghi chú 1'], neighbour: { height: 100 } });
  });

  it('is null, or an empty list, for everybody else, however it is reached', async () => {
    for (const as of ['visitor', undefined]) {
      const { body } = await trees().ask(query, { as });
      expect(body).toEqual({ data: { tree: { name: 'Cây 1', height: null, notes: [], neighbour: { height: null } } } });
    }
  });
});

describe('an object one may not read', () => {
  it('answers like an object that does not exist, byte for byte', async () => {
    expect((await trees().ask('{ tree(id: "5") { name } }', { as: 'forester' })).body.data.tree.name).toBe('Cây 5');
    const hidden = await trees().ask('{ tree(id: "5") { name } }', { as: 'planter' });
    const missing = await trees().ask('{ tree(id: "9") { name } }', { as: 'planter' });
    expect(hidden.text).toBe(missing.text);
    expect(errorOf(hidden.body)).toEqual({ code: 'NOT_FOUND', details: {} });
  });
});

describe('who is asking', () => {
  it('is told by the session cookie, and by the token where both are sent', async () => {
    const cookie = { cookie: 'khoi_session=planter' };
    expect((await trees().ask('{ whoAmI }', { headers: cookie })).body.data.whoAmI).toBe('Người trồng');
    expect((await trees().ask('{ whoAmI }', { as: 'forester', headers: cookie })).body.data.whoAmI).toBe('Kiểm lâm');
    const broken = await trees().ask('{ whoAmI }', { as: 'nobody', headers: cookie });
    expect(errorOf(broken.body)).toEqual({ code: 'UNAUTHENTICATED', details: {} });
  });

  it('is remembered by a cookie that scripts and other sites cannot use', async () => {
    const entered = await trees().ask('mutation { enter(token: "planter") }');
    expect(entered.headers['set-cookie']).toBe(
      'khoi_session=planter; Path=/; Expires=Tue, 01 Jan 2030 00:00:00 GMT; HttpOnly; SameSite=Lax',
    );
    const left = await trees().ask('mutation { enter(token: "") }');
    expect(left.headers['set-cookie']).toBe('khoi_session=; Max-Age=0; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax');
  });

  it('has a language: Vietnamese unless English is asked for', async () => {
    const localeFor = async (headers: Record<string, string>): Promise<string> =>
      (await trees().ask('{ locale }', { headers })).body.data.locale;
    expect(await localeFor({})).toBe('vi');
    expect(await localeFor({ 'accept-language': 'en-GB,en;q=0.9' })).toBe('en');
    expect(await localeFor({ 'accept-language': 'en', cookie: 'khoi_locale=vi' })).toBe('vi');
  });
});

describe('a loader', () => {
  it('fetches once for all rows of a request, and anew for the next request', async () => {
    fetched.leaves = 0;
    const query = '{ trees { edges { node { leaves { number } } } } }';
    const { body } = await trees().ask(query);
    expect(body.data.trees.edges.map((edge: { node: { leaves: unknown } }) => edge.node.leaves)).toEqual(
      [1, 2, 3, 4].map((number) => [{ number }]),
    );
    expect(fetched.leaves).toBe(1);
    await trees().ask(query);
    expect(fetched.leaves).toBe(2);
  });
});
