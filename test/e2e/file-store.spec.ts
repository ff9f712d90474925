import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TidyUploads } from '@domain/file';
import { type FileStore, FileStore as Store, S3Bucket } from '@kit/files';
import { bareClient, dropBucket, s3Environment, s3Settings } from '../contract/stores.js';
import { announce, CANCEL, checked, complete, COMPLETE, LINK, look, PDF, RESUME, signParts, type Ticket } from '../factories/file.js';
import { anActor, type Actor } from '../factories/identity.js';
import { aWard } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';
import { describeWith } from '../setup/services.js';

const MIB = 1024 * 1024;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What the store answers to the form of a ticket. */
async function post({ url, fields }: Ticket, bytes: Uint8Array): Promise<number> {
  const form = new FormData();
  for (const { name, value } of fields) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'tệp.pdf');
  return (await fetch(url!, { method: 'POST', body: form })).status;
}

describeWith('s3', 'uploads straight into an S3 store', (url) => {
  const environment = s3Environment(url);
  const settings = s3Settings(environment);
  const app = useApp(environment);
  let sender: Actor;
  let other: Actor;
  let store: FileStore;

  beforeAll(async () => {
    await new S3Bucket(settings, 'http://localhost:3000').prepare();
    const ward = await aWard(app());
    [sender, other] = [await anActor(app(), ward), await anActor(app(), ward)];
    store = app().get(Store as never);
  }, 120_000);
  afterAll(() => dropBucket(settings));

  const placesOf = async (id: string): Promise<string[]> => {
    const places = ['quarantine', 'inspection', 'clean'].map((folder) => `${folder}/${id}`);
    const there = await Promise.all(places.map((key) => store.exists(key)));
    return places.filter((_, index) => there[index]);
  };
  /** Refused bytes go right after the decision is told. */
  const untilGone = async (id: string): Promise<string[]> => {
    for (const end = Date.now() + 5_000; Date.now() < end && (await placesOf(id)).length > 0;) await delay(20);
    return placesOf(id);
  };
  const linkOf = async (id: string): Promise<string> => (await sender.client.ask<{ downloadLink: { url: string } }>(LINK, { id })).downloadLink.url;

  it('go by the form of the ticket, are checked, and come back from the store as an attachment', async () => {
    const ticket = await announce(sender, { name: 'Báo cáo.pdf' });
    expect(ticket).toMatchObject({ way: 'FORM', method: 'POST', url: `${settings.endpoint.origin}/${settings.bucket}`, headers: [], partSize: null, received: [] });
    expect(await post(ticket, PDF)).toBe(204);
    await complete(sender, ticket.file.id);
    expect(await checked(sender, ticket.file.id)).toMatchObject({ state: 'READY', size: PDF.length, sha256: sha256(PDF), type: 'application/pdf' });
    expect(await placesOf(ticket.file.id)).toEqual([`clean/${ticket.file.id}`]);

    const address = await linkOf(ticket.file.id);
    expect(address).toMatch(new RegExp(`^${settings.endpoint.origin}/${settings.bucket}/clean/${ticket.file.id}\\?`));
    const response = await fetch(address);
    expect(Buffer.from(await response.arrayBuffer()).equals(PDF)).toBe(true);
    expect([response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([
      'application/pdf', `attachment; filename="Bao cao.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf`,
    ]);
  });

  it('go in parts when they are large, and go on after a break', async () => {
    const film = Buffer.concat([Buffer.from('0000001c6674797069736f6d0000020069736f6d69736f326d703431', 'hex'), randomBytes(50 * MIB)]);
    const ticket = await announce(sender, { name: 'minh-hoa.mp4', type: 'video/mp4', size: film.length });
    expect(ticket).toMatchObject({ way: 'PARTS', partSize: 8 * MIB, received: [] });
    const send = async (...numbers: number[]): Promise<number[]> => Promise.all((await signParts(sender, ticket.file.id, ...numbers)).map(async (part) =>
      (await fetch(part.url, { method: 'PUT', body: new Uint8Array(film.subarray((part.number - 1) * 8 * MIB, part.number * 8 * MIB)) })).status));
    expect(await send(1, 4)).toEqual([200, 200]);
    expect(await sender.client.refusal(COMPLETE, { id: ticket.file.id })).toMatchObject({ code: 'UPLOAD_INCOMPLETE', details: { missing: [2, 3, 5, 6, 7] } });
    expect((await sender.client.ask<{ resumeUpload: Ticket }>(RESUME, { id: ticket.file.id })).resumeUpload.received).toEqual([1, 4]);
    expect(await send(2, 3, 5, 6, 7)).toEqual([200, 200, 200, 200, 200]);
    // A store that joined the parts and a process that died before it said so.
    await store.finishParts({ key: `quarantine/${ticket.file.id}`, uploadId: (await uploadIdOf(ticket.file.id))!, size: film.length, partSize: 8 * MIB });
    await Promise.all([complete(sender, ticket.file.id), complete(sender, ticket.file.id)]);
    expect(await checked(sender, ticket.file.id)).toMatchObject({ size: film.length, sha256: sha256(film) });
  }, 60_000);

  const uploadIdOf = async (id: string): Promise<string | null> =>
    (await app().sql<{ uploadId: string | null }>('select upload_id as "uploadId" from file where id = $1', [id]))[0]!.uploadId;

  it('are stopped early when five gigabytes come instead of one megabyte', async () => {
    const ticket = await announce(sender, { size: MIB });
    const head = ticket.fields.map(({ name, value }) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')
      + '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n';
    let sent = 0;
    const status = await new Promise<number>((resolve, reject) => {
      const sending = request(ticket.url!, { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': 5 * 1024 * MIB } }, (answer) => {
        resolve(answer.statusCode!);
        sending.destroy();
      });
      const chunk = Buffer.alloc(64 * 1024, 'a');
      const more = (): void => {
        while (!sending.destroyed && sending.write(chunk)) sent += chunk.length;
      };
      sending.on('drain', more).on('error', (error) => (sent > 0 ? resolve(0) : reject(error)));
      sending.write(head);
      more();
    });
    expect([0, 400, 403]).toContain(status);
    expect(sent).toBeLessThan(64 * MIB);
    expect([await placesOf(ticket.file.id), (await sender.client.refusal(COMPLETE, { id: ticket.file.id })).code]).toEqual([[], 'UPLOAD_INCOMPLETE']);
  }, 60_000);

  it('cannot be completed when nothing was sent, by somebody else, or with more bytes than announced', async () => {
    const ticket = await announce(sender);
    expect(await sender.client.refusal(COMPLETE, { id: ticket.file.id })).toMatchObject({ code: 'UPLOAD_INCOMPLETE', details: { announced: PDF.length, received: 0 } });
    expect((await other.client.refusal(COMPLETE, { id: ticket.file.id })).code).toBe('NOT_FOUND');
    // A store that does not keep to what was signed.
    await bareClient(settings).putObject(settings.bucket, `quarantine/${ticket.file.id}`, Buffer.alloc(PDF.length + 1));
    expect(await sender.client.refusal(COMPLETE, { id: ticket.file.id })).toMatchObject({ code: 'UPLOAD_INCOMPLETE', details: { announced: PDF.length, received: PDF.length + 1 } });
    expect([await placesOf(ticket.file.id), (await look(sender, ticket.file.id))?.state]).toEqual([[], 'AWAITING_BYTES']);
  });

  it('can be sent again until they are completed, and change nothing afterwards', async () => {
    const ticket = await announce(sender);
    const last = Buffer.from(PDF.toString().replace('1.4', '1.7'));
    expect([await post(ticket, PDF), await post(ticket, last)]).toEqual([204, 204]);
    expect((await complete(sender, ticket.file.id)).state).not.toBe('AWAITING_BYTES');
    await checked(sender, ticket.file.id);
    expect(await post(ticket, PDF)).toBe(204);
    expect((await complete(sender, ticket.file.id)).state).toBe('READY');
    expect(Buffer.from(await (await fetch(await linkOf(ticket.file.id))).arrayBuffer()).equals(last)).toBe(true);
  });

  it('are rejected and removed when other bytes come than the sender announced', async () => {
    const ticket = await announce(sender, { sha256: 'a'.repeat(64) });
    expect(await post(ticket, PDF)).toBe(204);
    await complete(sender, ticket.file.id);
    expect(await checked(sender, ticket.file.id)).toMatchObject({ state: 'REJECTED', rejection: 'HASH_DIFFERS', sha256: sha256(PDF) });
    expect(await untilGone(ticket.file.id)).toEqual([]);
    const right = await announce(sender, { sha256: sha256(PDF) });
    await post(right, PDF);
    await complete(sender, right.file.id);
    expect(await checked(sender, right.file.id)).toMatchObject({ state: 'READY', rejection: null });
    const nonsense = { input: { name: 'a.pdf', type: 'application/pdf', size: 10, sha256: 'A'.repeat(64) } };
    expect((await sender.client.refusal('mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { way } }', nonsense)).faults).toMatchObject([{ code: 'INVALID_FORMAT', path: ['input', 'sha256'] }]);
  });

  it('are removed when their sender gives them up, and when they are never completed', async () => {
    const [given, never] = [await announce(sender, { name: 'a.mp4', type: 'video/mp4', size: 51 * MIB }), await announce(sender)];
    expect(await post(never, PDF)).toBe(204);
    expect((await sender.client.ask<{ cancelUpload: { state: string } }>(CANCEL, { id: given.file.id })).cancelUpload.state).toBe('EXPIRED');
    await app().sql('alter table file disable trigger file_forward_only');
    await app().sql(`update file set created_at = clock_timestamp() - interval '25 hours' where id = $1`, [never.file.id]);
    await app().sql('alter table file enable trigger file_forward_only');
    expect(await app().get(TidyUploads).execute()).toMatchObject({ expired: 1 });
    expect([await placesOf(never.file.id), (await look(sender, never.file.id))?.state]).toEqual([[], 'EXPIRED']);
    const left = await bareClient(settings).listIncompleteUploads(settings.bucket, `quarantine/${given.file.id}`, true).toArray();
    expect(left).toEqual([]);
  });

  it('say that the bytes are gone instead of leading to an error of the store', async () => {
    const ticket = await announce(sender);
    await post(ticket, PDF);
    await complete(sender, ticket.file.id);
    await checked(sender, ticket.file.id);
    await store.remove(`clean/${ticket.file.id}`);
    expect((await sender.client.refusal(LINK, { id: ticket.file.id })).code).toBe('CONTENT_MISSING');
  });

  it('may be sent from the site of the product by a browser', async () => {
    const policy = (await fetch(`${app().url}/health/live`)).headers.get('content-security-policy');
    expect(policy?.split(';')).toContain(`connect-src 'self' ${settings.endpoint.origin}`);
  });
});

describeWith('s3', 'uploads while the store is away', (url) => {
  const environment = { ...s3Environment(url), S3_ENDPOINT: 'http://127.0.0.1:9' };
  const app = useApp(environment);

  it('are announced, and completed with a clear answer and nothing changed', async () => {
    const sender = await anActor(app(), await aWard(app()));
    const small = await announce(sender);
    expect(await sender.client.refusal(COMPLETE, { id: small.file.id })).toMatchObject({ code: 'UNAVAILABLE', details: { store: 'AWAY' } });
    expect((await look(sender, small.file.id))?.state).toBe('AWAITING_BYTES');
    const large = { input: { name: 'a.mp4', type: 'video/mp4', size: 51 * MIB } };
    expect(await sender.client.refusal('mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { way } }', large)).toMatchObject({ code: 'UNAVAILABLE', details: { store: 'AWAY' } });
    expect(await app().sql(`select from file where name = 'a.mp4'`)).toEqual([]);
  });
});
