import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { schemaOf, schemaText } from '@kit/graphql';
import { useTreeApp } from './harness.js';
import { TreeModule } from './tiny-feature.js';

const webDir = mkdtempSync(join(tmpdir(), 'khoi web tiếng Việt '));
mkdirSync(join(webDir, 'assets'));
writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Khơi</title>');
writeFileSync(join(webDir, 'assets', 'entry-a1b2.js'), 'export {};');
writeFileSync(join(webDir, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
afterAll(() => rmSync(webDir, { recursive: true }));

const trees = useTreeApp({ WEB_DIR: webDir });
const get = (url: string, headers = {}): Promise<{ statusCode: number; headers: Record<string, unknown>; payload: string }> =>
  trees().app.inject({ url, headers });

describe('the web app', () => {
  it('serves its pages under every address, never from a cache', async () => {
    for (const url of ['/', '/index.html', '/ho-so/01900000', '/viec-cua-toi?trang=2', '/tên có dấu']) {
      const answer = await get(encodeURI(url));
      expect([url, answer.statusCode, answer.headers['cache-control'], answer.payload]).toEqual([
        url, 200, 'no-cache', '<!doctype html><title>Khơi</title>',
      ]);
    }
  });

  it('lets browsers keep files whose names carry their hash', async () => {
    const answer = await get('/assets/entry-a1b2.js');
    expect([answer.headers['cache-control'], answer.headers['content-type']]).toEqual([
      'public, max-age=31536000, immutable', 'application/javascript; charset=utf-8',
    ]);
    expect((await get('/favicon.svg')).headers['cache-control']).toBe('public, max-age=3600');
  });

  it.each(['/assets/missing.js', '/api/missing', '/health/missing', '/api', '/../package.json', '/assets/..%2f..%2fx.js'])(
    '%s is an error and no page', async (url) => {
      const answer = await get(url);
      expect([answer.statusCode, JSON.parse(answer.payload).errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
    },
  );

  it('may load nothing from elsewhere and be framed by nobody', async () => {
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toBe(
      "default-src 'self';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data: blob:;font-src 'self';" +
        "object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none';connect-src 'self'",
    );
    expect([headers['x-content-type-options'], headers['referrer-policy'], headers['strict-transport-security']]).toEqual([
      'nosniff', 'same-origin', undefined,
    ]);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the workbench', () => {
  it('loads its files from this server alone', async () => {
    const { statusCode, payload, headers } = await get('/api/ide');
    expect(statusCode).toBe(200);
    const addresses = [...payload.matchAll(/(?:src|href|from)\s*=?\s*"([^"]+)"/g)].map(([, address]) => address);
    expect(addresses).toEqual(['/api/ide/static/ruru.js', '/api/ide/static/ruru.css', '/api/ide/static/ruru.js']);
    for (const address of new Set(addresses)) expect((await get(address!)).statusCode).toBe(200);
    expect(payload).toContain('"endpoint": "/api/graphql"');
    expect(payload).not.toMatch(/https?:\/\//);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self' ('sha256-[\w+/=]+' ?){4};/);
    expect(headers['content-security-policy']).not.toMatch(/http|unsafe-eval|script-src[^;]*unsafe-inline/);
  });

  it('keeps its source maps to itself', async () => {
    expect((await get('/api/ide/static/ruru.js.map')).statusCode).toBe(404);
  });
});

describe('the schema as a file', () => {
  it('is what the code says', async () => {
    const { headers, payload } = await get('/api/schema.graphql');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(payload).toBe(schemaText(await schemaOf([TreeModule])));
    expect(payload).toContain('type TreeConnection {\n  edges: [TreeEdge!]!\n  pageInfo: PageInfo!\n}');
  });
});

describe('health', () => {
  it('says that the process lives, and that it is ready with its database migrated', async () => {
    const live = await get('/health/live');
    expect([live.statusCode, JSON.parse(live.payload)]).toEqual([200, { status: 'alive' }]);
    const ready = await get('/health/ready');
    expect([ready.statusCode, ready.headers['cache-control'], JSON.parse(ready.payload)]).toEqual([
      200, 'no-store', { status: 'ready', checks: expect.objectContaining({ database: 'up', migrations: 'up' }) },
    ]);
  });
});

describe('introspection that is switched off', () => {
  const closed = useTreeApp({ GRAPHQL_INTROSPECTION: 'false' });

  it('answers no question about the schema and names no field', async () => {
    const answer = await closed().ask('{ __schema { types { name } } }');
    expect([answer.status, answer.body.errors[0].extensions]).toEqual([400, { code: 'GRAPHQL_VALIDATION_FAILED' }]);
    expect((await closed().ask('{ locale }')).body).toEqual({ data: { locale: 'vi' } });
  });
});
