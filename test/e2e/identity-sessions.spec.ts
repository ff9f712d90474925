import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { anAccount, anActor, PASSWORD, tokenOf, type AccountOfTest } from '../factories/identity.js';
import { aWard, type Ward } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import type { GraphqlClient } from '../setup/graphql.js';
import { statementsDuring } from '../setup/statements.js';
import { Passwords } from '../../libs/domain/identity/security/passwords.js';

const app = useApp();
let ward: Ward;

beforeAll(async () => {
  ward = await aWard(app());
});

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { token expiresAt viewer { username } } }';
const WHO = '{ viewer { username } }';
const wrong = 'không phải mật khẩu';

async function onTheWeb(account: AccountOfTest): Promise<GraphqlClient> {
  const client = app().client();
  await client.ask(SIGN_IN, { input: { username: account.username, password: PASSWORD } });
  return client;
}

describe('signing in on the web', () => {
  it('sets a cookie that scripts cannot read, and no token', async () => {
    const account = await anAccount(app(), ward);
    const client = app().client();
    const answer = await client.send<{ signIn: { token: null; expiresAt: string } }>(SIGN_IN, {
      input: { username: ` ${account.username.toUpperCase()} `, password: PASSWORD.normalize('NFD') },
    });
    expect(answer.data?.signIn).toEqual({ token: null, viewer: { username: account.username }, expiresAt: expect.any(String) });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie.split('; ').slice(1).map((part) => part.split('=')[0]).sort()).toEqual(['Expires', 'HttpOnly', 'Path', 'SameSite']);
    expect(cookie).toMatch(/^khoi_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(await client.ask(WHO)).toEqual({ viewer: { username: account.username } });
  });

  it('keeps of the token only its hash', async () => {
    const account = await anAccount(app(), ward);
    const token = await tokenOf(app(), account.username);
    const [row] = await app().sql<{ hash: string; row: string }>(
      `select encode(token_hash, 'hex') as hash, session::text as row from session where account_id = $1`, [account.accountId]);
    const digest = await crypto.subtle.digest('SHA-256', Buffer.from(token));
    expect(row?.hash).toBe(Buffer.from(digest).toString('hex'));
    expect(row?.row).not.toContain(token);
  });

  it('is refused to a request that a foreign page can make a browser send', async () => {
    const account = await anAccount(app(), ward);
    const client = await onTheWeb(account);
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = JSON.stringify({ query: 'mutation { signOutEverywhere }' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const response = await fetch(`${app().url}/api/graphql`, { method: 'POST', headers: { cookie, 'content-type': type }, body });
      expect([type, response.ok]).toEqual([type, false]);
    }
    const get = await fetch(`${app().url}/api/graphql?query=${encodeURIComponent('{viewer{username}}')}`, { headers: { cookie } });
    expect(get.status).toBe(400);
    const mutationByGet = await fetch(`${app().url}/api/graphql?query=${encodeURIComponent('mutation{signOutEverywhere}')}`, {
      headers: { cookie, 'apollo-require-preflight': '1' },
    });
    expect(mutationByGet.status).toBe(405);
    expect(await client.ask(WHO)).toEqual({ viewer: { username: account.username } });
  });
});

describe('signing in over HTTPS', () => {
  const secure = useApp({ PUBLIC_URL: 'https://sangkien.example.vn' });

  it('sets a cookie that no other host and no plain connection can touch', async () => {
    const account = await anAccount(secure(), await aWard(secure()));
    const answer = await secure().client().send(SIGN_IN, { input: { username: account.username, password: PASSWORD } });
    expect(answer.headers.getSetCookie()[0])
      .toMatch(/^__Host-khoi_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
  });
});

describe('signing in as a program', () => {
  it('gives a bearer token, which is no cookie, nor is the cookie a token', async () => {
    const account = await anAccount(app(), ward);
    const token = await tokenOf(app(), account.username);
    const program = app().client();
    program.token = token;
    expect(await program.ask(WHO)).toEqual({ viewer: { username: account.username } });

    const asCookie = app().client();
    asCookie.cookies.set('khoi_session', token);
    expect(await asCookie.ask(WHO)).toEqual({ viewer: null });

    const web = await onTheWeb(account);
    const asToken = app().client();
    asToken.token = web.cookies.get('khoi_session') ?? '';
    expect(asToken.token).toHaveLength(43);
    expect(await asToken.ask(WHO)).toEqual({ viewer: null });
  });

  it('takes the token before the cookie', async () => {
    const [one, two] = [await anAccount(app(), ward), await anAccount(app(), ward)];
    const client = await onTheWeb(one);
    const token = await tokenOf(app(), two.username);
    const answer = await client.send(WHO, {}, { authorization: `Bearer ${token}` });
    expect(answer.data).toEqual({ viewer: { username: two.username } });
  });
});

describe('a sign-in that does not fit', () => {
  const refusalOf = (username: string, password: string) => app().client().send(SIGN_IN, { input: { username, password } });

  it('gets one answer for the same work, whether name, password or account is at fault', async () => {
    const open = await anAccount(app(), ward);
    const closed = await anAccount(app(), ward);
    await app().sql(`update account set status = 'DISABLED' where id = $1`, [closed.accountId]);
    const gone = await anAccount(app(), ward);
    await app().sql('update person set left_on = vn_today() where id = $1', [gone.personId]);

    const verify = jest.spyOn(app().get(Passwords), 'verify');
    const answers: string[] = [];
    const cases: [string, string][] = [
      ['khong.co.ai', PASSWORD], ['không phải tên', wrong], [open.username, wrong], [closed.username, PASSWORD],
      [closed.username, wrong], [gone.username, PASSWORD],
    ];
    for (const [username, password] of cases) {
      verify.mockClear();
      let answer: unknown;
      const statements = await statementsDuring(app(), async () => {
        const { status, data, errors, headers } = await refusalOf(username, password);
        answer = { status, data, errors, cookies: headers.getSetCookie() };
      });
      expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'SIGN_IN_REFUSED', details: {} } }], cookies: [] });
      answers.push(JSON.stringify({ answer, statements, hashesVerified: verify.mock.calls.length }));
    }
    verify.mockRestore();
    expect([...new Set(answers)]).toEqual([answers[0]]);
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({ hashesVerified: 1 });
  });

  it('may be tried ten times in fifteen minutes, then even the right password has to wait', async () => {
    for (const username of [(await anAccount(app(), ward)).username, 'ten.khong.co']) {
      for (let guess = 0; guess < 10; guess += 1) {
        expect((await refusalOf(username, wrong)).errors?.[0]?.extensions.code).toBe('SIGN_IN_REFUSED');
      }
      const { code, details } = (await refusalOf(username, PASSWORD)).errors?.[0]?.extensions ?? {};
      expect(code).toBe('RETRY_LATER');
      expect(details?.['seconds']).toBeGreaterThan(800);
      expect(details?.['seconds']).toBeLessThanOrEqual(900);
    }
  });

  it('is forgotten after fifteen minutes', async () => {
    const { username } = await anAccount(app(), ward);
    for (let guess = 0; guess < 10; guess += 1) await refusalOf(username, wrong);
    expect((await refusalOf(username, PASSWORD)).errors?.[0]?.extensions.code).toBe('RETRY_LATER');
    await app().sql(`update sign_in_attempt set at = at - interval '15 minutes'`);
    expect((await refusalOf(username, PASSWORD)).errors).toBeUndefined();
  });

  it('gets no more guesses in parallel', async () => {
    const { username } = await anAccount(app(), ward);
    const verify = jest.spyOn(app().get(Passwords), 'verify');
    const answers = await Promise.all(Array.from({ length: 20 }, () => refusalOf(username, wrong)));
    const codes = answers.map((answer) => answer.errors?.[0]?.extensions.code).sort();
    expect(codes).toEqual([...Array<string>(10).fill('RETRY_LATER'), ...Array<string>(10).fill('SIGN_IN_REFUSED')]);
    expect(verify).toHaveBeenCalledTimes(10);
    verify.mockRestore();
  });

  it('does not count what was right', async () => {
    const { username } = await anAccount(app(), ward);
    for (let turn = 0; turn < 12; turn += 1) await tokenOf(app(), username);
  });

  it('leaves no typed name in the database', async () => {
    await refusalOf('mat.khau.go.nham.o', wrong);
    const dump = await app().sql<{ row: string }>(`
      select sign_in_attempt::text as row from sign_in_attempt union all select audit_event::text from audit_event union all select outbox::text from outbox`);
    expect(dump.filter(({ row }) => row.includes('mat.khau.go.nham.o'))).toEqual([]);
    expect(dump.length).toBeGreaterThan(10);
  });
});

describe('a session', () => {
  const SESSIONS = '{ viewer { sessions { id kind device isCurrent expiresAt } } }';
  interface Sessions { viewer: { sessions: { id: string; kind: string; device: string | null; isCurrent: boolean; expiresAt: string }[] } }

  it('is known by one statement a request', async () => {
    const actor = await anActor(app(), ward);
    expect(await statementsDuring(app(), () => actor.client.ask('{ fields { id } }'))).toHaveLength(2);
  });

  it('writes down at most once a minute that it was used', async () => {
    const actor = await anActor(app(), ward);
    await app().sql(`update session set last_seen_at = last_seen_at - interval '2 minutes' where account_id = $1`, [actor.accountId]);
    const writes = (statements: string[]): number => statements.filter((text) => text.includes('update session')).length;
    expect(writes(await statementsDuring(app(), () => actor.client.ask(WHO)))).toBe(1);
    expect(writes(await statementsDuring(app(), () => actor.client.ask(WHO)))).toBe(0);
  });

  it.each([
    ['after twelve idle hours on the web', 'WEB', `last_seen_at = clock_timestamp() - interval '12 hours 1 minute'`, false],
    ['not before', 'WEB', `last_seen_at = clock_timestamp() - interval '11 hours 59 minutes'`, true],
    ['after fourteen idle days for a program', 'API', `last_seen_at = clock_timestamp() - interval '14 days 1 minute'`, false],
    ['not after one', 'API', `last_seen_at = clock_timestamp() - interval '1 day'`, true],
    ['at its last hour however much it is used', 'API', `expires_at = clock_timestamp()`, false],
  ])('ends %s', async (_when, kind, change, isAlive) => {
    const account = await anAccount(app(), ward);
    const client = kind === 'WEB' ? await onTheWeb(account) : app().client();
    if (kind === 'API') client.token = await tokenOf(app(), account.username);
    await app().sql(`update session set ${change} where account_id = $1`, [account.accountId]);
    expect(await client.ask(WHO)).toEqual({ viewer: isAlive ? { username: account.username } : null });
  });

  it('ends for one device, for all, and at signing out', async () => {
    const account = await anAccount(app(), ward);
    const [desk, phone, program] = [await onTheWeb(account), await onTheWeb(account), app().client()];
    program.token = await tokenOf(app(), account.username);

    const { viewer } = await desk.ask<Sessions>(SESSIONS);
    expect(viewer.sessions.map(({ kind, isCurrent }) => [kind, isCurrent]).sort()).toEqual([['API', false], ['WEB', false], ['WEB', true]]);
    expect(viewer.sessions[0]?.device).toBe('node');
    const api = viewer.sessions.find((session) => session.kind === 'API');
    expect(await desk.ask('mutation ($id: ID!) { endSession(id: $id) }', { id: api?.id })).toEqual({ endSession: true });
    expect(await program.ask(WHO)).toEqual({ viewer: null });
    expect(await desk.refusal('mutation ($id: ID!) { endSession(id: $id) }', { id: api?.id })).toEqual({ code: 'NOT_FOUND', details: {} });

    const stranger = await anActor(app(), ward);
    const own = viewer.sessions.find((session) => session.isCurrent);
    expect(await stranger.client.refusal('mutation ($id: ID!) { endSession(id: $id) }', { id: own?.id })).toEqual({ code: 'NOT_FOUND', details: {} });

    expect(await phone.ask('mutation { signOut }')).toEqual({ signOut: true });
    expect(phone.cookies.size).toBe(0);
    expect(await phone.ask('mutation { signOut }')).toEqual({ signOut: false });

    const again = await onTheWeb(account);
    expect(await desk.ask('mutation { signOutEverywhere }')).toEqual({ signOutEverywhere: true });
    expect(await again.ask(WHO)).toEqual({ viewer: null });
    expect(await stranger.client.ask(WHO)).toEqual({ viewer: { username: stranger.username } });
  });
});

describe('changing the password', () => {
  const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { username mustChangePassword } }';
  const fresh = 'một câu dài dễ nhớ';

  it('ends all other sessions and keeps this one', async () => {
    const account = await anAccount(app(), ward);
    const [here, there] = [await onTheWeb(account), await onTheWeb(account)];
    expect(await here.ask(CHANGE, { input: { currentPassword: PASSWORD, newPassword: fresh } }))
      .toEqual({ changePassword: { username: account.username, mustChangePassword: false } });
    expect(await here.ask(WHO)).toEqual({ viewer: { username: account.username } });
    expect(await there.ask(WHO)).toEqual({ viewer: null });
    await tokenOf(app(), account.username, fresh);
    expect((await app().client().refusal(SIGN_IN, { input: { username: account.username, password: PASSWORD } })).code).toBe('SIGN_IN_REFUSED');
  });

  it('asks for the current one, which can be guessed no oftener than at signing in', async () => {
    const account = await anAccount(app(), ward);
    const client = await onTheWeb(account);
    const change = { input: { currentPassword: wrong, newPassword: fresh } };
    for (let guess = 0; guess < 10; guess += 1) {
      expect(await client.refusal(CHANGE, change)).toEqual({ code: 'CURRENT_PASSWORD_WRONG', details: {}, path: ['input', 'currentPassword'] });
    }
    expect((await client.refusal(CHANGE, change)).code).toBe('RETRY_LATER');
    expect((await client.refusal(CHANGE, { input: { currentPassword: PASSWORD, newPassword: fresh } })).code).toBe('RETRY_LATER');
  });

  it('names every fault of the new one', async () => {
    const client = await onTheWeb(await anAccount(app(), ward));
    const { code, faults } = await client.refusal(CHANGE, { input: { currentPassword: PASSWORD, newPassword: 'ngắn' } });
    expect([code, faults]).toEqual([
      'VALIDATION_FAILED', [{ code: 'PASSWORD_TOO_SHORT', path: ['input', 'newPassword'], details: { least: 10, most: 200 } }],
    ]);
  });
});
