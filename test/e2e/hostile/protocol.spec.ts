import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { GRAPHQL_PATH } from '@kit/graphql';
import { newId } from '@kit/ids';
import { anActor, type Actor } from '../../factories/identity.js';
import { aWard } from '../../factories/organisation.js';
import { useApp } from '../../setup/app.js';

const app = useApp();
let somebody: Actor;

beforeAll(async () => {
  somebody = await anActor(app(), await aWard(app()));
}, 60_000);

interface Answer {
  readonly status: number;
  readonly code: unknown;
  readonly text: string;
}

async function post(body: string, headers: Readonly<Record<string, string>> = {}, path: string = GRAPHQL_PATH, method = 'POST'): Promise<Answer> {
  const response = await fetch(`${app().url}${path}`, { method, headers: { 'content-type': 'application/json', ...headers }, ...(method !== 'GET' && method !== 'HEAD' && { body }) });
  return read(response);
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  let code: unknown;
  try {
    code = (JSON.parse(text) as { errors?: { extensions?: { code?: unknown } }[] }).errors?.[0]?.extensions?.code;
  } catch {
    code = undefined;
  }
  return { status: response.status, code, text };
}

/** Bytes as they are, past every client that would tidy them; answers the status line. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(app().url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let answer = '';
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

const INSIDES = /INTERNAL|node_modules|\bat .*\.[jt]s:\d|stack/i;
const SITE = JSON.stringify({ query: '{ site { name } }' });

describe('a body that is no request', () => {
  it.each([
    ['nothing', ''], ['null', 'null'], ['a number', '1'], ['a text', '"x"'], ['a list', '[]'], ['a batch', `[${SITE},${SITE}]`], ['no query', '{}'], ['a query that is a list', '{"query":[]}'],
    ['a query that is an object', '{"query":{}}'], ['variables that are a list', '{"query":"{ site { name } }","variables":[1]}'], ['variables that are a text', '{"query":"{ site { name } }","variables":"{}"}'],
    ['an operation name that is an object', '{"query":"{ site { name } }","operationName":{}}'], ['extensions that are a text', '{"query":"{ site { name } }","extensions":"x"}'],
['half of JSON', '{"query":'], ['a byte order mark', `\uFEFF${SITE}`], ['a document of comments', '{"query":"# x"}'],
    ['an empty document', '{"query":""}'], ['brackets without end', '['.repeat(200_000)], ['a key of the prototype', '{"__proto__":{"query":"{ site { name } }"},"query":"{ site { name } }"}'],
    ['an operation name of the prototype', '{"query":"query A { site { name } }","operationName":"__proto__"}'],
  ])('%s is refused with a code', async (_name, body) => {
    const { status, code, text } = await post(body);
    expect([status >= 400 && status < 500, typeof code]).toEqual([true, 'string']);
    expect(text).not.toMatch(INSIDES);
  });

  it('one of a megabyte is refused before it is read, whatever its length claims to be', async () => {
    const large = JSON.stringify({ query: '{ site { name } }', variables: { a: 'x'.repeat(1024 * 1024) } });
    expect(await post(large)).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    expect(await raw(`POST ${GRAPHQL_PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99999999\r\nconnection: close\r\n\r\n{}`)).toMatch(/^HTTP\/1\.1 413 /);
    const chunks = `${(300 * 1024).toString(16)}\r\n${' '.repeat(300 * 1024)}\r\n0\r\n\r\n`;
    expect(await raw(`POST ${GRAPHQL_PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n${chunks}`)).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('a request that a foreign page could send', () => {
  it.each([
    ['text/plain'], ['application/x-www-form-urlencoded'], ['multipart/form-data; boundary=x'], ['application/json+x'], ['text/plain; application/json'], [''],
  ])('is refused as %j', async (type) => {
    const response = await fetch(`${app().url}${GRAPHQL_PATH}`, { method: 'POST', headers: { 'content-type': type, cookie: 'khoi_session=x' }, body: new TextEncoder().encode(SITE) });
    const { status, text } = await read(response);
    expect([400, 415]).toContain(status);
    expect(text).not.toMatch(INSIDES);
    expect(text).not.toContain('"data"');
  });

  it('is refused as a hash of a query somebody else sent, and as a subscription', async () => {
    expect((await post('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"aa"}}}')).code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
    const subscription = JSON.stringify({ query: 'subscription ($id: ID!) { sessionChanged(sessionId: $id) { sessionId } }', variables: { id: newId() } });
    expect(await post(subscription)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it('is refused as a GET, above all for mutations', async () => {
    const query = encodeURIComponent('mutation { signOutEverywhere }');
    const tries: Readonly<Record<string, string>>[] = [{}, { 'apollo-require-preflight': '1' }, { 'x-apollo-operation-name': 'a' }];
    for (const headers of tries) {
      const response = await fetch(`${app().url}${GRAPHQL_PATH}?query=${query}`, { headers: { authorization: `Bearer ${somebody.client.token}`, ...headers } });
      expect((await read(response)).status).toBeGreaterThanOrEqual(400);
    }
    expect(await somebody.client.ask('{ viewer { username } }')).toEqual({ viewer: { username: somebody.username } });
  });

  it('gets no permission from the answer to a preflight', async () => {
    const response = await fetch(`${app().url}${GRAPHQL_PATH}`, { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const asked = await fetch(`${app().url}${GRAPHQL_PATH}`, { method: 'POST', headers: { 'content-type': 'application/json', origin: 'https://evil.example' }, body: SITE });
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])('is refused as %s', async (method) => {
    const { status, text } = await post(SITE, {}, GRAPHQL_PATH, method);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(INSIDES);
  });
});

describe('an address written in another way', () => {
  it.each([
    '//api/graphql', '/API/graphql', '/api//graphql', '/api/graphql/', '/api/./graphql', '/api/x/../graphql', '/%61pi/graphql', '/api%2fgraphql', '/api/graphql;x=1', '/api/graphql%00', '/api/graphql%0a',
    '/api/graphql?x=1', '/api/graphql#x', '/api/..%2fgraphql', '/api/graphql%', '/%', '/api/%E0%A4%A', '/api/files/download/%00', '/api/files/download/..%2f..%2fetc%2fpasswd', '/api/ide/static/..%2f..%2fpackage.json',
    '/api/ide/static/%2e%2e/%2e%2e/package.json',
  ])('%s knows who asks, or leads nowhere', async (path) => {
    const first = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: Bearer ${somebody.client.token}\r\nconnection: close\r\n`;
    const body = JSON.stringify({ query: '{ viewer { username } people { edges { node { id } } } }' });
    const answer = await raw(`${first}content-length: ${body.length}\r\n\r\n${body}`);
    expect(answer).toMatch(/^HTTP\/1\.1 (200|40[0-9]|415) /);
    if (answer.startsWith('HTTP/1.1 200')) expect(answer).toContain(somebody.username);
    expect(answer).not.toMatch(/INTERNAL_ERROR|node_modules/);
    expect(await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 (200|40[0-9]|415) /);
  });
});

describe('headers', () => {
  it('of sixty kilobytes are refused', async () => {
    expect(await raw(`POST ${GRAPHQL_PATH} HTTP/1.1\r\nhost: x\r\ncookie: a=${'x'.repeat(60_000)}\r\nconnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4(31|00) /);
  });

  it('about the host reach no answer', async () => {
    const body = JSON.stringify({ query: '{ site { ideUrl tenant { code } } }' });
    const answer = await raw(`POST ${GRAPHQL_PATH} HTTP/1.1\r\nhost: evil.example\r\nx-forwarded-host: evil.example\r\nx-forwarded-proto: https\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).not.toContain('evil.example');
  });

  it.each([
    ['Bearer'], ['Bearer '], ['Bearer null'], ['Bearer undefined'], ["Bearer ' or 1=1--"], [`Bearer ${'x'.repeat(43)}`], [`Bearer ${'x'.repeat(4_000)}`], ['Basic YTpi'], ['bearer  x y'],
  ])('with the credential %j make nobody somebody', async (authorization) => {
    expect(await post(JSON.stringify({ query: '{ viewer { username } }' }), { authorization })).toMatchObject({ status: 200, text: '{"data":{"viewer":null}}\n'.trim() });
  });

  it.each(['khoi_session=', 'khoi_session="', 'khoi_session=%00', 'khoi_session=%E0%A4%A', `khoi_session=${'é'.repeat(10)}`, 'khoi_session=a; khoi_session=b', '__proto__=x; constructor=y', ';;;=', 'khoi_locale=../../etc'])(
    'with the cookie %j make nobody somebody', async (cookie) => {
      const answer = await raw(`POST ${GRAPHQL_PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncookie: ${cookie}\r\ncontent-length: 35\r\nconnection: close\r\n\r\n{"query":"{ viewer { username } }"}`);
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
      expect(answer).toContain('{"data":{"viewer":null}}');
    });
});

describe('a document made to exhaust the server', () => {
  const times = (count: number, text: (index: number) => string): string => Array.from({ length: count }, (_, index) => text(index)).join(' ');

  it.each([
    ['fragments in a circle', '{ site { ...A } } fragment A on Site { ...B } fragment B on Site { ...A name }'],
    ['a fragment of itself', '{ site { ...A } } fragment A on Site { ...A }'],
    ['directives without end', `{ site { name ${times(500, () => '@skip(if: false)')} } }`],
    ['unknown directives', `{ site { name ${times(600, (i) => `@d${i}`)} } }`],
    ['unknown fields', `{ ${times(900, (i) => `f${i}`)} }`],
    ['aliases', `{ ${times(300, (i) => `a${i}: site { name }`)} }`],
    ['many guesses at a password in one request', `mutation { ${times(10, (i) => `a${i}: signIn(input: { username: "a", password: "${i}" }) { token }`)} }`],
    ['a list inside lists', `{ register(filter: { years: ${'['.repeat(900)}${']'.repeat(900)} }) { totalCount } }`],
    ['pages of pages', '{ register(first: 100) { edges { node { applications { measures { name } } authors { fullName } } } facets { fields { label } units { label } years { label } tenants { label } } } ' + times(9, (i) => `r${i}: register(first: 100) { edges { node { applications { measures { name before after unit } } } } }`) + ' }'],
    ['operations without a name', '{ site { name } } { site { name } }'],
  ])('is refused quickly: %s', async (_name, query) => {
    const started = performance.now();
    const { status, code, text } = await post(JSON.stringify({ query }));
    expect([status, typeof code]).toEqual([400, 'string']);
    expect(text).not.toMatch(INSIDES);
    expect(text.length).toBeLessThan(50_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('is answered quickly when its fields have to be compared with each other', async () => {
    const query = `{ ${times(15, (i) => `a${i}: site { ${times(90, () => 'name')} }`)} }`;
    const started = performance.now();
    expect((await post(JSON.stringify({ query }))).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('is refused with a short answer when a list holds sixty thousand wrong values', async () => {
    const query = 'query ($f: RegisterFilter) { register(filter: $f) { totalCount } }';
    for (const years of [Array.from({ length: 60_000 }, () => 'x'), Array.from({ length: 60_000 }, () => 1)]) {
      const started = performance.now();
      const { status, text } = await post(JSON.stringify({ query, variables: { f: { years } } }));
      expect([200, 400]).toContain(status);
      expect(text).not.toMatch(INSIDES);
      expect(text.length).toBeLessThan(50_000);
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});

describe('a site in production that is no demo', () => {
  const production = useApp({ NODE_ENV: 'production', SECRET_KEY: Buffer.alloc(32, 7).toString('base64'), PUBLIC_URL: 'https://khoi.example.vn' });
  const ask = (query: string) => fetch(`${production().url}${GRAPHQL_PATH}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });

  it('tells nobody its schema by introspection, nor by guessing', async () => {
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }', '{ __typename ...F } fragment F on Query { __schema { queryType { name } } }']) {
      const { status, text } = await read(await ask(query));
      expect(status).toBe(400);
      expect(text).not.toMatch(/ScoreSheet|"Query"/);
    }
    expect((await read(await ask('{ viewr { id } }'))).text).not.toMatch(/viewer|did you mean/i);
  });

  it('hands out neither workbench nor schema, and does not say where they would be', async () => {
    for (const path of ['/api/ide', '/api/ide/static/ruru.js', '/api/schema.graphql']) expect((await fetch(`${production().url}${path}`)).status).toBe(404);
    expect(await production().client().ask('{ site { ideUrl } }')).toEqual({ site: { ideUrl: null } });
  });

  it('keeps its cookie to itself and to HTTPS', async () => {
    const { username } = await anActor(production(), await aWard(production()));
    const response = await fetch(`${production().url}${GRAPHQL_PATH}`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'mutation ($i: SignInInput!) { signIn(input: $i) { token } }', variables: { i: { username, password: 'mật khẩu để thử' } } }),
    });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-khoi_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
    expect(await response.json()).toEqual({ data: { signIn: { token: null } } });
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});
