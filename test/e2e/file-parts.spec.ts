import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { SignedLinks } from '@kit/files';
import { newId } from '@kit/ids';
import { announce, CANCEL, checked, codeOf, complete, COMPLETE, put, RESUME, SIGN_PARTS, signParts, type Ticket, upload } from '../factories/file.js';
import { anActor, type Actor } from '../factories/identity.js';
import { aWard, type Ward } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';

const app = useApp();
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let ward: Ward;
let sender: Actor;
let stranger: Actor;

beforeAll(async () => {
  ward = await aWard(app());
  [sender, stranger] = [await anActor(app(), ward), await anActor(app(), await aWard(app()))];
});

describe('a large file', () => {
  const MIB = 1024 * 1024;
  const SIZE = 50 * MIB + 1;
  const film = Buffer.alloc(SIZE, 'phim ');
  Buffer.from('0000001c6674797069736f6d0000020069736f6d69736f326d703431', 'hex').copy(film);
  const MP4 = { name: 'minh-hoa.mp4', type: 'video/mp4', size: SIZE };
  const partOf = (number: number): Buffer => film.subarray((number - 1) * 8 * MIB, number * 8 * MIB);
  const headersOf = (headers: readonly { name: string; value: string }[]): Record<string, string> => Object.fromEntries(headers.map(({ name, value }) => [name, value]));

  it('goes in parts, which a break does not undo, and becomes one file', async () => {
    const ticket = await announce(sender, MP4);
    expect(ticket).toMatchObject({ way: 'PARTS', url: null, method: 'PUT', headers: [], fields: [], partSize: 8 * MIB, received: [] });
    const parts = await signParts(sender, ticket.file.id, 7, 2, 5);
    expect(parts.map(({ number, size }) => [number, size])).toEqual([[7, 2 * MIB + 1], [2, 8 * MIB], [5, 8 * MIB]]);
    for (const { number, url, headers } of parts) expect((await put(app(), url, partOf(number), headersOf(headers))).body).toEqual({ size: partOf(number).length, sha256: sha256(partOf(number)) });
    expect(await sender.client.refusal(COMPLETE, { id: ticket.file.id })).toMatchObject({ code: 'UPLOAD_INCOMPLETE', details: { announced: SIZE, missing: [1, 3, 4, 6] } });

    const { resumeUpload: resumed } = await sender.client.ask<{ resumeUpload: Ticket }>(RESUME, { id: ticket.file.id });
    expect(resumed).toMatchObject({ way: 'PARTS', partSize: 8 * MIB, received: [2, 5, 7], file: { state: 'AWAITING_BYTES' } });
    const rest = await signParts(sender, ticket.file.id, 1, 3, 4, 6);
    await Promise.all(rest.map(({ number, url, headers }) => put(app(), url, partOf(number), headersOf(headers))));
    await complete(sender, ticket.file.id);
    expect(await checked(sender, ticket.file.id)).toMatchObject({ size: SIZE, sha256: sha256(film) });
    expect([(await sender.client.refusal(RESUME, { id: ticket.file.id })).code, codeOf(await put(app(), rest[0]!.url, partOf(1)))]).toEqual(['UPLOAD_CLOSED', 'UPLOAD_CLOSED']);
  }, 60_000);

  it('takes a part of exactly its length, at an address that was signed for it', async () => {
    const { file } = await announce(sender, MP4);
    const [part] = await signParts(sender, file.id, 1);
    const last = partOf(1);
    for (const [bytes, status, code] of [[Buffer.concat([last, Buffer.of(0)]), 400, 'CONTENT_TOO_LARGE'], [last.subarray(1), 409, 'UPLOAD_INCOMPLETE'], [Buffer.alloc(0), 409, 'UPLOAD_INCOMPLETE']] as const) {
      const answer = await put(app(), part!.url, bytes);
      expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    }
    const links = app().get(SignedLinks);
    const facts = { tenantId: ward.id, part: 1 };
    const whole = (await announce(sender)).file.id;
    for (const bad of [
      'x', links.sign('part', file.id, -1, facts).token, links.sign('upload', file.id, 60, facts).token, links.sign('part', newId(), 60, facts).token,
      links.sign('part', whole, 60, facts).token, links.sign('part', file.id, 60, { ...facts, tenantId: stranger.ward.id }).token,
    ]) expect(codeOf(await put(app(), `/api/files/part/${bad}`, last))).toBe('FILE_LINK_INVALID');
    expect((await sender.client.ask<{ resumeUpload: Ticket }>(RESUME, { id: file.id })).resumeUpload.received).toEqual([]);
  });

  it.each([[[0]], [[8]], [[1, 8]], [[-1]]])('has no parts %j', async (numbers) => {
    const { file } = await announce(sender, MP4);
    expect(await sender.client.refusal(SIGN_PARTS, { id: file.id, numbers })).toMatchObject({ code: 'UPLOAD_NO_SUCH_PART', path: ['numbers'], details: { parts: 7 } });
  });

  it.each([['none', [], 'TOO_FEW_ITEMS'], ['101', Array.from({ length: 101 }, (_, n) => n + 1), 'TOO_MANY_ITEMS'], ['one twice', [1, 1], 'NOT_UNIQUE']])(
    'signs not for %s at once', async (_name, numbers, code) => {
      const { file } = await announce(sender, MP4);
      expect((await sender.client.refusal(SIGN_PARTS, { id: file.id, numbers })).faults).toMatchObject([{ code, path: ['numbers'] }]);
    });

  it('has parts only when it is large', async () => {
    const { file } = await announce(sender);
    expect(await sender.client.refusal(SIGN_PARTS, { id: file.id, numbers: [1] })).toMatchObject({ code: 'UPLOAD_NO_SUCH_PART', details: { parts: 0 } });
    expect((await sender.client.ask<{ resumeUpload: Ticket }>(RESUME, { id: file.id })).resumeUpload).toMatchObject({ way: 'BODY', received: [] });
  });

  it('can be given up by its sender, until it was received', async () => {
    const { file } = await announce(sender, MP4);
    const [part] = await signParts(sender, file.id, 1);
    await put(app(), part!.url, partOf(1));
    for (const turn of ['first', 'again']) expect([turn, (await sender.client.ask<{ cancelUpload: { state: string } }>(CANCEL, { id: file.id })).cancelUpload.state]).toEqual([turn, 'EXPIRED']);
    for (const refused of [await sender.client.refusal(RESUME, { id: file.id }), await sender.client.refusal(SIGN_PARTS, { id: file.id, numbers: [2] })]) expect(refused.code).toBe('UPLOAD_CLOSED');
    expect(codeOf(await put(app(), part!.url, partOf(1)))).toBe('UPLOAD_CLOSED');
    const ready = await upload(app(), sender);
    expect((await sender.client.refusal(CANCEL, { id: ready.id })).code).toBe('UPLOAD_CLOSED');
  });
});
