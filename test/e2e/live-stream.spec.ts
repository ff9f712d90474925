import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EventStreams, GRAPHQL_PATH, STREAM_PATH } from '@kit/graphql';
import { newId } from '@kit/ids';
import { LiveSignals } from '@kit/live';
import { Maintenance, switchMaintenance } from '@kit/maintenance';
import { Metrics } from '@kit/metrics';
import { type Actor, anAccount, PASSWORD } from '../factories/identity.js';
import { aScene, type Scene } from '../factories/initiative.js';
import { aCouncil, aPlannedSession, type Cast, type Session } from '../factories/evaluation.js';
import { heardItems, listenTo, SESSION_CHANGED } from '../factories/live.js';
import { useApp } from '../setup/app.js';
import { LiveStream } from '../setup/live.js';

jest.setTimeout(60_000);
const app = useApp();
let scene: Scene;
let cast: Cast;
let session: Session;

beforeAll(async () => {
  scene = await aScene(app());
  cast = await aCouncil(scene);
  session = await aPlannedSession(scene, cast);
}, 60_000);

/** Until no subscription is held any more, by the door or by the signals. */
async function nobodyListens(): Promise<[number, number]> {
  const counts = (): [number, number] => [app().get(EventStreams).count, app().get(LiveSignals).count];
  for (const end = Date.now() + 3_000; Date.now() < end && counts().some((count) => count > 0);) await delay(20);
  return counts();
}

const post = (body: string | object, headers: Readonly<Record<string, string>> = {}): Promise<Response> => fetch(`${app().url}${STREAM_PATH}`, {
  method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': 'application/json', authorization: `Bearer ${cast.chair.client.token}`, ...headers },
});
const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { errors: [{ extensions: { code: string } }] }).errors[0].extensions.code;

describe('the door of subscriptions', () => {
  it('answers as a stream of events that nobody on the way keeps, packs or collects', async () => {
    const stream = await listenTo(app(), cast.chair, session.id);
    const { headers } = stream;
    expect([stream.status, headers['content-type'], headers['cache-control'], headers['x-accel-buffering']])
      .toEqual([200, 'text/event-stream; charset=utf-8', 'no-store, no-transform', 'no']);
    expect([headers['x-content-type-options'], headers['x-request-id']?.length, headers['access-control-allow-origin']]).toEqual(['nosniff', 36, undefined]);
    stream.close();
    expect(await nobodyListens()).toEqual([0, 0]);
  });

  it('knows the cookie of a browser, and no cookie as a token', async () => {
    const { username } = await anAccount(app(), scene.ward, { roles: ['COUNCIL_SECRETARY'] });
    const browser = app().client();
    await browser.ask('mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt } }', { input: { username, password: PASSWORD } });
    const [[name, value]] = [...browser.cookies] as [[string, string]];
    const stream = await LiveStream.open(app().url, SESSION_CHANGED, { variables: { id: session.id }, headers: { cookie: `${name}=${value}` } });
    expect(await stream.next()).toMatchObject({ data: { sessionChanged: { itemIds: [] } } });
    stream.close();
    expect((await LiveStream.open(app().url, SESSION_CHANGED, { variables: { id: session.id }, headers: { authorization: `Bearer ${value}` } })).status).toBe(401);
  });

  it.each([
    ['a query', { query: '{ site { name } }' }, 400, 'BAD_REQUEST'],
    ['a mutation', { query: 'mutation { signOutEverywhere }' }, 400, 'BAD_REQUEST'],
    ['a query beside a subscription', { query: `${SESSION_CHANGED} query Q { site { name } }`, operationName: 'Q' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['two subscriptions in one', { query: `subscription ($id: ID!) { a: sessionChanged(sessionId: $id) { itemIds } b: sessionChanged(sessionId: $id) { itemIds } }`, variables: { id: 'x' } }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['the schema itself', { query: 'subscription { __schema { types { name } } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a field that does not exist', { query: 'subscription { sessionChange }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL', { query: 'subscription {' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['nothing', {}, 400, 'BAD_REQUEST'],
    ['a list', [{ query: SESSION_CHANGED }], 400, 'BAD_REQUEST'],
    ['no JSON', '{', 400, 'MALFORMED_JSON'],
    ['a variable too few', { query: SESSION_CHANGED, variables: {} }, 400, 'INVALID_INPUT'],
    ['a variable of the wrong kind', { query: SESSION_CHANGED, variables: { id: { a: 1 } } }, 400, 'INVALID_INPUT'],
    ['a text that cannot be stored', { query: SESSION_CHANGED, variables: { id: 'a\u0000' } }, 400, 'INVALID_TEXT'],
    ['a name of the prototype', '{"query":"subscription { a }","variables":{"__proto__":1}}', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['three thousand tokens', { query: `subscription { ${'a '.repeat(3_000)} }` }, 400, 'QUERY_TOO_COMPLEX'],
    ['sixteen other names', { query: `subscription ($id: ID!) { sessionChanged(sessionId: $id) { ${Array.from({ length: 16 }, (_, index) => `a${index}: itemIds`).join(' ')} } }`, variables: { id: 'x' } }, 400, 'QUERY_TOO_COMPLEX'],
    ['half a megabyte', { query: SESSION_CHANGED, variables: { id: 'x'.repeat(512 * 1024) } }, 413, 'PAYLOAD_TOO_LARGE'],
  ])('refuses %s', async (_name, body, status, code) => {
    const response = await post(body);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
  });

  it('suggests no names', async () => {
    expect(await (await post({ query: 'subscription { sessionChange }' })).text()).not.toContain('sessionChanged');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])('refuses what a foreign page could send: %j', async (type) => {
    const response = await fetch(`${app().url}${STREAM_PATH}`, { method: 'POST', body: new TextEncoder().encode(JSON.stringify({ query: SESSION_CHANGED })), headers: { 'content-type': type, cookie: 'khoi_session=x' } });
    expect([400, 401, 415]).toContain(response.status);
    expect(response.headers.get('content-type')).not.toContain('event-stream');
  });

  it.each(['GET', 'PUT', 'DELETE'])('is no door for %s', async (method) => {
    expect((await fetch(`${app().url}${STREAM_PATH}?query=${encodeURIComponent(SESSION_CHANGED)}`, { method, headers: { accept: 'text/event-stream', authorization: `Bearer ${cast.chair.client.token}` } })).status).toBe(404);
  });

  it('is the only one: the door of queries refuses subscriptions', async () => {
    const response = await fetch(`${app().url}${GRAPHQL_PATH}`, {
      method: 'POST', body: JSON.stringify({ query: SESSION_CHANGED, variables: { id: session.id } }),
      headers: { 'content-type': 'application/json', accept: 'text/event-stream, application/json', authorization: `Bearer ${cast.chair.client.token}` },
    });
    expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_REQUEST']);
  });
});

describe('an account', () => {
  it('has ten subscriptions at most, and another when one of them ends', async () => {
    const actor: Actor = await scene.person({ roles: ['COUNCIL_SECRETARY'] });
    const streams = await Promise.all(Array.from({ length: 10 }, () => listenTo(app(), actor, session.id)));
    for (const stream of streams) expect(await heardItems(stream)).toEqual([]);
    const more = await listenTo(app(), actor, session.id);
    expect([more.status, more.refusal?.errors[0]?.extensions]).toEqual([429, { code: 'LIMIT_EXCEEDED', details: { limit: 'subscriptions', most: 10 } }]);
    const other = await listenTo(app(), cast.chair, session.id);
    expect(other.status).toBe(200);
    streams.pop()!.close();
    for (const end = Date.now() + 3_000; Date.now() < end && app().get(EventStreams).count > 10;) await delay(20);
    const again = await listenTo(app(), actor, session.id);
    expect(await heardItems(again)).toEqual([]);
    expect(await app().get(Metrics).registry.getSingleMetricAsString('khoi_live_subscriptions')).toMatch(/^khoi_live_subscriptions 11$/m);
    for (const stream of [...streams, other, again]) stream.close();
    expect(await nobodyListens()).toEqual([0, 0]);
  });

  it('that is refused, or leaves at once, keeps nothing open', async () => {
    for (let turn = 0; turn < 12; turn += 1) {
      const stream = await listenTo(app(), cast.chair, newId());
      if (turn % 2 === 0) await stream.ending();
      else stream.close();
    }
    const hasty = Array.from({ length: 5 }, (_, turn) => new Promise<void>((resolve) => {
      const sent = request(`${app().url}${STREAM_PATH}`, { method: 'POST', agent: false, headers: { 'content-type': 'application/json', authorization: `Bearer ${cast.secretary.client.token}` } });
      sent.on('error', () => undefined).on('close', resolve).end(JSON.stringify({ query: SESSION_CHANGED, variables: { id: session.id } }));
      setTimeout(() => sent.destroy(), turn * 2);
    }));
    await Promise.all(hasty);
    expect(await nobodyListens()).toEqual([0, 0]);
  });
});

describe('maintenance', () => {
  it('ends subscriptions as a lost connection would, and lets nobody listen', async () => {
    const maintenance = app().get(Maintenance);
    const signs = { databaseUrl: app().databaseUrls.appUrl, databaseOwnerUrl: app().databaseUrls.ownerUrl, maintenanceFile: '/nonexistent/khoi/maintenance.json' };
    const stream = await listenTo(app(), cast.chair, session.id);
    await heardItems(stream);
    await switchMaintenance(signs, { reason: 'ANNOUNCED', since: new Date().toISOString(), message: null, retrySeconds: 30 });
    await maintenance.look();
    expect(await stream.ending()).toBe('cut');
    const refused = await listenTo(app(), cast.chair, session.id);
    expect([refused.status, refused.refusal?.errors[0]?.extensions.code]).toEqual([503, 'MAINTENANCE']);
    await switchMaintenance(signs, null);
    await maintenance.look();
    const again = await listenTo(app(), cast.chair, session.id);
    expect(await heardItems(again)).toEqual([]);
    again.close();
    expect(await nobodyListens()).toEqual([0, 0]);
  });
});
