import { randomBytes } from 'node:crypto';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { type DirectForm, type PartsUpload, S3Bucket, S3FileStore } from '@kit/files';
import { newId } from '@kit/ids';
import type { S3Settings } from '@kit/config';
import { Logger } from '@nestjs/common';
import { describeWith } from '../setup/services.js';
import { bareClient, dropBucket, s3Environment, s3Settings, s3Store } from './stores.js';

// What the operator reads of each failure is not what these tests are about.
Logger.overrideLogger(false);

const MIB = 1024 * 1024;
const streamOf = (bytes: Buffer | string): Readable => Readable.from([Buffer.from(bytes)]);
const errorOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'no error', (error: unknown) => error);
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describeWith('s3', 'what the S3 store opens to browsers', (url) => {
  let settings: S3Settings;
  let store: S3FileStore;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const tested = await s3Store(url);
    settings = tested.settings;
    store = tested.store as S3FileStore;
    drop = tested.drop;
  }, 60_000);
  afterAll(() => drop());

  const PDF = Buffer.from('%PDF-1.7 nội dung');
  const aForm = (key: string, facts: { seconds?: number } = {}): Promise<DirectForm> =>
    store.direct.form(key, { type: 'application/pdf', size: PDF.length, seconds: 60, ...facts });

  async function post({ url: address, fields }: DirectForm, bytes: Buffer, changes: Readonly<Record<string, string>> = {}): Promise<number> {
    const form = new FormData();
    const values = new Map(fields.map(({ name, value }) => [name.toLowerCase(), value]));
    for (const [name, value] of Object.entries(changes)) values.set(name, value);
    for (const [name, value] of values) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(bytes)]), 'tệp.pdf');
    const response = await fetch(address, { method: 'POST', body: form });
    await response.arrayBuffer();
    return response.status;
  }

  it('takes by its form exactly what was signed', async () => {
    const key = `quarantine/${newId()}`;
    const form = await aForm(key);
    expect(await post(form, PDF)).toBe(204);
    expect(Buffer.concat((await (await store.read(key)).toArray()) as Buffer[]).equals(PDF)).toBe(true);
    expect((await bareClient(settings).statObject(settings.bucket, key)).metaData['content-type']).toBe('application/pdf');
  });

  it.each<[string, Buffer, (form: DirectForm) => Record<string, string>]>([
    ['one byte too many', Buffer.concat([PDF, Buffer.from('x')]), () => ({})],
    ['one byte too few', PDF.subarray(1), () => ({})],
    ['nothing', Buffer.alloc(0), () => ({})],
    ['another key', PDF, () => ({ key: 'clean/someone-else' })],
    ['a key with ../', PDF, ({ fields }) => ({ key: `${fields.find(({ name }) => name === 'key')!.value}/../../clean/x` })],
    ['another type', PDF, () => ({ 'content-type': 'text/html' })],
    ['a field nobody signed', PDF, () => ({ 'x-amz-meta-owner': 'me' })],
    ['an address open to the public', PDF, () => ({ acl: 'public-read' })],
    ['an altered policy', PDF, ({ fields }) => ({ policy: Buffer.from(Buffer.from(fields.find(({ name }) => name === 'policy')!.value, 'base64').toString().replace('quarantine', 'clean')).toString('base64') })],
    ['another signature', PDF, () => ({ 'x-amz-signature': '0'.repeat(64) })],
  ])('refuses by its form %s', async (_name, bytes, changesOf) => {
    const key = `quarantine/${newId()}`;
    const form = await aForm(key);
    expect(await post(form, bytes, changesOf(form))).toBeGreaterThanOrEqual(400);
    expect([await store.exists(key), await store.exists('clean/someone-else'), await store.exists('clean/x')]).toEqual([false, false, false]);
  });

  it('refuses a form whose time is over', async () => {
    const key = `quarantine/${newId()}`;
    const form = await aForm(key, { seconds: 1 });
    await after(2_500);
    expect([await post(form, PDF), await store.exists(key)]).toEqual([403, false]);
  });

  const SIZE = 5 * MIB + 3;
  const begin = async (): Promise<PartsUpload> => {
    const key = `quarantine/${newId()}`;
    return { key, uploadId: await store.beginParts(key, { size: SIZE, type: 'video/mp4' }), size: SIZE, partSize: 5 * MIB };
  };
  const put = async (address: string, bytes: Buffer): Promise<number> => {
    const response = await fetch(address, { method: 'PUT', body: new Uint8Array(bytes) });
    await response.arrayBuffer();
    return response.status;
  };

  it('takes by the address of a part that part and no other length', async () => {
    const upload = await begin();
    const [first, last] = [await store.direct.part(upload, 1, 60), await store.direct.part(upload, 2, 60)];
    for (const bytes of [Buffer.alloc(5 * MIB + 1), Buffer.alloc(5 * MIB - 1), Buffer.alloc(0)]) expect(await put(first, bytes)).toBe(403);
    expect(await put(last, Buffer.from('end'))).toBe(200);
    expect(await store.finishParts(upload)).toEqual([1]);
    expect(await put(first, Buffer.alloc(5 * MIB, 'a'))).toBe(200);
    expect([await store.finishParts(upload), await store.sizeOf(upload.key)]).toEqual([[], SIZE]);
    expect(await put(last, Buffer.from('new'))).toBe(404);
  });

  it.each<[string, (address: URL) => void]>([
    ['another part', (address) => address.searchParams.set('partNumber', '1')],
    ['another upload', (address) => address.searchParams.set('uploadId', 'x')],
    ['no part at all', (address) => address.searchParams.delete('partNumber')],
    ['another object', (address) => { address.pathname = address.pathname.replace('quarantine', 'clean'); }],
    ['a longer time', (address) => address.searchParams.set('X-Amz-Expires', '86400')],
  ])('refuses an address of a part that was altered: %s', async (_name, alter) => {
    const upload = await begin();
    const address = new URL(await store.direct.part(upload, 2, 60));
    alter(address);
    expect(await put(address.href, Buffer.from('end'))).toBeGreaterThanOrEqual(400);
    expect(await store.receivedParts(upload)).toEqual([]);
  });

  it('refuses an address of a part whose time is over', async () => {
    const upload = await begin();
    const address = await store.direct.part(upload, 2, 1);
    await after(2_500);
    expect(await put(address, Buffer.from('end'))).toBe(403);
  });

  it('answers an object as an attachment, for seconds', async () => {
    const key = `clean/${newId()}`;
    await store.write(key, streamOf('<script>'), { maxBytes: 100 });
    const disposition = `attachment; filename="Bao cao.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%282026%29.pdf`;
    const address = await store.direct.download(key, { type: 'application/pdf', disposition, seconds: 2 });
    const response = await fetch(address);
    expect([response.status, await response.text(), ...['content-disposition', 'content-type', 'cache-control'].map((name) => response.headers.get(name))])
      .toEqual([200, '<script>', disposition, 'application/pdf', 'private, no-store']);
    const altered = new URL(address);
    altered.searchParams.set('response-content-type', 'text/html');
    expect((await fetch(altered)).status).toBe(403);
    expect((await fetch(address.replace('clean', 'quarantine'))).status).toBe(403);
    expect((await fetch(new URL(address).origin + new URL(address).pathname)).status).toBe(403);
    await after(3_500);
    expect((await fetch(address)).status).toBe(403);
  });

  it('signs for the address that browsers know', async () => {
    const outside = new S3FileStore({ ...settings, publicEndpoint: new URL('https://tep.example.vn'), pathStyle: false });
    const { bucket } = settings;
    expect(outside.direct.origin).toBe(`https://${bucket}.tep.example.vn`);
    expect(await outside.direct.download('clean/a', { type: 'image/png', disposition: 'attachment', seconds: 9 })).toMatch(new RegExp(`^https://${bucket}\\.tep\\.example\\.vn/clean/a\\?.*X-Amz-Expires=9&`));
    expect((await outside.direct.form('quarantine/a', { type: 'image/png', size: 1, seconds: 9 })).url).toBe(`https://${bucket}.tep.example.vn/`);
  });

  it('lets the site of the product, and no other, send from a browser', async () => {
    const asked = (origin: string): Promise<Response> => fetch(`${settings.endpoint.origin}/${settings.bucket}/quarantine/a`, {
      method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type' },
    });
    const answer = await asked('http://localhost:3000');
    expect([answer.status, answer.headers.get('access-control-allow-origin'), answer.headers.get('access-control-expose-headers')]).toEqual([200, 'http://localhost:3000', 'ETag']);
    expect((await asked('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is prepared again without a change, with everything this store has', async () => {
    const traits = await new S3Bucket(settings, 'http://localhost:3000').prepare();
    expect(traits.map(({ name, state }) => [name, state])).toEqual([
      ['bucket', 'present'], ['versioning', 'present'], ['objectLock', 'present'], ['lifecycle', 'present'], ['cors', 'present'],
    ]);
    const rules = (await bareClient(settings).getBucketLifecycle(settings.bucket))?.Rule.map(({ ID }) => ID);
    expect(rules?.sort()).toEqual(['khoi-clean', 'khoi-inspection', 'khoi-quarantine']);
  });

  it('keeps no older state of what the product removes, and every one of what others overwrite', async () => {
    const client = bareClient(settings);
    const versionsOf = async (key: string): Promise<number> => (await client.listObjects(settings.bucket, key, true, { IncludeVersion: true }).toArray()).length;
    await store.write('clean/kept', streamOf('first'), { maxBytes: 100 });
    await client.putObject(settings.bucket, 'clean/kept', 'second');
    expect(await versionsOf('clean/kept')).toBe(2);
    await store.write('clean/kept-too', streamOf('other'), { maxBytes: 100 });
    await store.remove('clean/kept');
    expect([await versionsOf('clean/kept'), await store.exists('clean/kept-too')]).toEqual([1, true]);
  });

  it('locks an issued document against everybody', async () => {
    await store.write('clean/issued', streamOf('Quyết định'), { maxBytes: 100 });
    expect(await store.protect('clean/issued', new Date(Date.now() + 4_000))).toBe(true);
    expect(await errorOf(store.remove('clean/issued'))).toMatchObject({ code: 'UNAVAILABLE', details: { store: 'ACCESS' } });
    await after(4_500);
    await store.remove('clean/issued');
  });
});

describeWith('s3', 'an S3 store that is not as it should be', (url) => {
  const environment = s3Environment(url);
  const settings = s3Settings(environment);
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
  });

  /** Every use of the store, none of which may succeed or leave something. */
  async function everyUse(store: S3FileStore, besides: readonly (() => Promise<unknown>)[] = []): Promise<unknown[]> {
    const upload = { key: 'quarantine/a', uploadId: '2~abc', size: 10, partSize: 10 };
    const uses: (() => Promise<unknown>)[] = [
      () => store.write('quarantine/a', streamOf('x'), { maxBytes: 10 }),
      () => store.write('quarantine/a', Readable.from([randomBytes(9 * MIB)]), { maxBytes: 10 * MIB }),
      () => store.read('clean/a'), () => store.sizeOf('clean/a'), () => store.remove('clean/a'),
      () => store.list('clean')[Symbol.asyncIterator]().next(), () => store.beginParts('quarantine/a', { size: 10, type: 'video/mp4' }),
      () => store.writePart(upload, 1, streamOf('0123456789')), () => store.sweep(), () => store.protect('clean/a', new Date()), ...besides,
    ];
    return Promise.all(uses.map((use) => errorOf(use())));
  }
  /** Copying inside the store is given more time than anything else. */
  const everyUseAndMove = (store: S3FileStore): Promise<unknown[]> => everyUse(store, [() => store.move('quarantine/a', 'clean/a')]);
  const unavailableFor = (fault: string): unknown => expect.objectContaining({ code: 'UNAVAILABLE', details: { store: fault } });

  it('says so when the bucket is missing', async () => {
    for (const error of await everyUseAndMove(new S3FileStore(settings))) expect(error).toEqual(unavailableFor('BUCKET'));
  });

  it('says so when our keys are wrong', async () => {
    await new S3Bucket(settings, 'http://localhost:3000').prepare();
    try {
      const faults = (errors: readonly unknown[]): unknown[] => errors.map((error) => (error as { details?: { store?: string } }).details?.store);
      for (const wrong of [{ accessKey: 'nobody' }, { secretKey: 'x'.repeat(40) }]) {
        for (const fault of faults(await everyUseAndMove(new S3FileStore({ ...settings, ...wrong })))) expect(['KEYS', 'ACCESS']).toContain(fault);
      }
    } finally {
      await dropBucket(settings);
    }
  });

  it('says so when the bucket can only be read', async () => {
    const tested = await s3Store(url);
    await tested.store.write('clean/a', streamOf('x'), { maxBytes: 10 });
    const resource = [`arn:aws:s3:::${tested.settings.bucket}/*`];
    const deny = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Principal: '*', Action: ['s3:PutObject', 's3:DeleteObject'], Resource: resource }] };
    const client = bareClient(tested.settings);
    await client.setBucketPolicy(tested.settings.bucket, JSON.stringify(deny));
    for (const use of [tested.store.write('clean/b', streamOf('x'), { maxBytes: 10 }), tested.store.remove('clean/a'), tested.store.move('clean/a', 'clean/b')]) {
      expect(await errorOf(use)).toEqual(unavailableFor('ACCESS'));
    }
    expect([await tested.store.exists('clean/a'), await tested.store.exists('clean/b')]).toEqual([true, false]);
    await client.setBucketPolicy(tested.settings.bucket, JSON.stringify({ ...deny, Statement: [{ ...deny.Statement[0], Resource: ['arn:aws:s3:::nothing/*'] }] }));
    await tested.drop();
  });

  const listening = async (server: Server): Promise<URL> => {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  };

  it('says so when nobody is there', async () => {
    for (const error of await everyUseAndMove(new S3FileStore({ ...settings, endpoint: new URL('http://127.0.0.1:9') }))) expect(error).toEqual(unavailableFor('AWAY'));
  });

  it('says so within ten seconds when the store is silent', async () => {
    const sockets = new Set<{ destroy(): void }>();
    const endpoint = await listening(createServer((socket) => void sockets.add(socket)));
    const start = Date.now();
    const errors = await everyUse(new S3FileStore({ ...settings, endpoint }));
    expect(Date.now() - start).toBeLessThan(12_000);
    for (const error of errors) expect(error).toEqual(unavailableFor('SLOW'));
    for (const socket of sockets) socket.destroy();
  }, 30_000);

  it('says so when the store falls silent in the middle of an object', async () => {
    const sockets = new Set<{ destroy(): void }>();
    const endpoint = await listening(createServer((socket) => {
      sockets.add(socket);
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf'));
    }));
    const bytes = await new S3FileStore({ ...settings, endpoint }).read('clean/a');
    expect(await errorOf(bytes.toArray())).toEqual(unavailableFor('SLOW'));
    for (const socket of sockets) socket.destroy();
  }, 20_000);

  it('says so when the store is full', async () => {
    const answer = '<?xml version="1.0"?><Error><Code>XMinioStorageFull</Code><Message>full</Message></Error>';
    const endpoint = await listening(createServer((socket) => void socket.once('data', () => socket.end(`HTTP/1.1 507 Insufficient Storage\r\ncontent-length: ${answer.length}\r\n\r\n${answer}`))));
    expect(await errorOf(new S3FileStore({ ...settings, endpoint }).write('clean/a', streamOf('x'), { maxBytes: 10 }))).toEqual(unavailableFor('FULL'));
  });
});
