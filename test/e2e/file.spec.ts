import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { SignedLinks } from '@kit/files';
import { newId } from '@kit/ids';
import {
  announce, CANCEL, checked, codeOf, complete, COMPLETE, DOCX, EXE, LINK, look, PDF, PNG, put, REQUEST, RESUME, upload, zip,
} from '../factories/file.js';
import { anActor, type Actor } from '../factories/identity.js';
import { aWard, type Ward } from '../factories/organisation.js';
import { useApp } from '../setup/app.js';

const app = useApp();
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let ward: Ward;
let sender: Actor;
let colleague: Actor;
let stranger: Actor;

beforeAll(async () => {
  ward = await aWard(app());
  [sender, colleague, stranger] = [await anActor(app(), ward), await anActor(app(), ward, { roles: ['TENANT_ADMIN', 'INTAKE_OFFICER'] }), await anActor(app(), await aWard(app()))];
});

const stream = (...chunks: readonly Uint8Array[]): ReadableStream =>
  new ReadableStream({ start(controller) {
    for (const chunk of chunks) controller.enqueue(chunk);
    controller.close();
  } });

async function linkOf(actor: Actor, id: string): Promise<string> {
  return (await actor.client.ask<{ downloadLink: { url: string } }>(LINK, { id })).downloadLink.url;
}

describe('sending a file', () => {
  it('goes in three steps: announced, sent, checked', async () => {
    const ticket = await announce(sender);
    expect(ticket).toEqual({
      file: { id: ticket.file.id, name: 'minh-chung.pdf', state: 'AWAITING_BYTES', size: null, declaredSize: PDF.length, type: null, sha256: null, rejection: null },
      way: 'BODY', url: expect.stringMatching(/^\/api\/files\/upload\/[\w.-]+$/), method: 'PUT', expiresAt: expect.any(String),
      fields: [], partSize: null, received: [],
      headers: [{ name: 'content-type', value: 'application/octet-stream' }],
    });
    const minutes = (Date.parse(ticket.expiresAt) - Date.now()) / 60_000;
    expect(minutes > 14 && minutes <= 15).toBe(true);
    expect(await put(app(), ticket.url, PDF)).toEqual({ status: 200, body: { size: PDF.length, sha256: sha256(PDF) } });
    expect(['RECEIVED', 'READY']).toContain((await complete(sender, ticket.file.id)).state);
    expect(await checked(sender, ticket.file.id)).toEqual({
      id: ticket.file.id, name: 'minh-chung.pdf', state: 'READY', size: PDF.length, declaredSize: PDF.length, type: 'application/pdf', sha256: sha256(PDF), rejection: null,
    });
    expect((await complete(sender, ticket.file.id)).state).toBe('READY');
  });

  it('takes a stream that does not tell its length', async () => {
    const { file, url } = await announce(sender);
    expect((await put(app(), url, stream(PDF.subarray(0, 10), PDF.subarray(10)))).status).toBe(200);
    await complete(sender, file.id);
    expect((await checked(sender, file.id)).sha256).toBe(sha256(PDF));
  });

  it.each([
    ['an unknown type', { name: 'a.exe', type: 'application/x-msdownload' }, 'FILE_TYPE_NOT_ALLOWED', ['input', 'type']],
    ['a web page', { name: 'a.html', type: 'text/html' }, 'FILE_TYPE_NOT_ALLOWED', ['input', 'type']],
    ['a document with macros', { name: 'a.docm', type: 'application/vnd.ms-word.document.macroEnabled.12' }, 'FILE_TYPE_NOT_ALLOWED', ['input', 'type']],
    ['an ending of another type', { name: 'bao-cao.pdf.exe' }, 'FILE_TYPE_NOT_ALLOWED', ['input', 'type']],
    ['no ending', { name: 'bao-cao' }, 'FILE_TYPE_NOT_ALLOWED', ['input', 'type']],
    ['nothing', { size: 0 }, 'FILE_EMPTY', ['input', 'size']],
    ['one byte above the limit', { size: 52_428_801 }, 'FILE_TOO_LARGE', ['input', 'size']],
    ['a film one byte above its limit', { name: 'a.mp4', type: 'video/mp4', size: 1_073_741_825 }, 'FILE_TOO_LARGE', ['input', 'size']],
  ])('refuses before a byte is sent: %s', async (_name, given, code, path) => {
    const input = { name: 'a.pdf', type: 'application/pdf', size: 10, ...given };
    expect(await sender.client.refusal(REQUEST, { input })).toMatchObject({ code, path });
  });

  it.each([
    ['NUL', 'a\u0000.pdf', 'INVALID_TEXT'], ['a slash', '../a.pdf', 'INVALID_FORMAT'], ['a backslash', 'C:\\a.pdf', 'INVALID_FORMAT'],
    ['a line break', 'a\n.pdf', 'INVALID_FORMAT'], ['a reversed reading', 'fdp.\u202Eexe.pdf', 'INVALID_TEXT'], ['256 letters', `${'a'.repeat(252)}.pdf`, 'TEXT_TOO_LONG'],
    ['half a surrogate', 'a\uD800.pdf', 'INVALID_TEXT'], ['nothing', '', 'TEXT_TOO_SHORT'],
  ])('refuses a name with %s', async (_name, name, code) => {
    const refused = await sender.client.refusal(REQUEST, { input: { name, type: 'application/pdf', size: 10 } });
    const codes = [refused.code, ...(refused.faults ?? []).map((fault) => fault.code)];
    expect(codes).toContain(code);
    expect(refused.faults?.[0]?.path ?? refused.path).toEqual(['input', 'name']);
  });

  it('needs somebody signed in', async () => {
    expect((await app().client().refusal(REQUEST, { input: { name: 'a.pdf', type: 'application/pdf', size: 10 } })).code).toBe('UNAUTHENTICATED');
  });
});

describe('the door that takes the bytes', () => {
  it('takes exactly as many as were announced', async () => {
    const { url, file } = await announce(sender, { size: 10 });
    const [more, fewer] = [Buffer.alloc(11, 'a'), Buffer.alloc(9, 'a')];
    for (const [bytes, status, code, details] of [
      [more, 400, 'CONTENT_TOO_LARGE', { maxBytes: 10 }], [stream(more), 400, 'CONTENT_TOO_LARGE', { maxBytes: 10 }],
      [fewer, 409, 'UPLOAD_INCOMPLETE', { announced: 10, received: 9 }], [stream(fewer), 409, 'UPLOAD_INCOMPLETE', { announced: 10, received: 9 }],
      [Buffer.alloc(0), 409, 'UPLOAD_INCOMPLETE', { announced: 10, received: 0 }],
    ] as const) {
      const answer = await put(app(), url, bytes);
      expect([answer.status, codeOf(answer), answer.body.errors?.[0]?.extensions.details]).toEqual([status, code, details]);
    }
    expect((await sender.client.refusal(COMPLETE, { id: file.id })).code).toBe('UPLOAD_INCOMPLETE');
  });

  it('answers in words to whoever sends far too much', async () => {
    const { url } = await announce(sender, { size: 10 });
    const many = Array.from({ length: 40 }, () => Buffer.alloc(100_000, 'a'));
    for (const body of [stream(...many), Buffer.concat(many)]) expect(codeOf(await put(app(), url, body))).toBe('CONTENT_TOO_LARGE');
  });

  it('keeps nothing of a transfer that breaks off', async () => {
    const { url, file } = await announce(sender, { size: 1_000 });
    await new Promise<void>((resolve) => {
      const sending = request(`${app().url}${url!}`, { method: 'PUT', headers: { 'content-type': 'application/octet-stream', 'content-length': 1_000 } });
      sending.on('error', () => resolve());
      sending.write(Buffer.alloc(500, 'a'), () => setTimeout(() => sending.destroy(), 100));
      sending.on('close', () => resolve());
    });
    expect((await sender.client.refusal(COMPLETE, { id: file.id })).code).toBe('UPLOAD_INCOMPLETE');
    expect((await put(app(), url, Buffer.alloc(1_000, 'a'))).status).toBe(200);
  });

  it('takes nothing but bytes', async () => {
    const { url } = await announce(sender, { size: 2 });
    const json = await put(app(), url, '{}', { 'content-type': 'application/json' });
    expect([json.status, codeOf(json)]).toEqual([400, 'UPLOAD_NOT_BYTES']);
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/pdf']) {
      const answer = await put(app(), url, 'ab', { 'content-type': type });
      expect([type, answer.status, codeOf(answer)]).toEqual([type, 415, 'BAD_REQUEST']);
    }
  });

  it('opens only to its own link, in its time', async () => {
    const { url, file } = await announce(sender);
    const links = app().get(SignedLinks);
    const facts = { tenantId: ward.id, size: PDF.length };
    const token = url!.split('/').at(-1)!;
    const [content, seal] = token.split('.') as [string, string];
    const other = JSON.parse(Buffer.from(content, 'base64url').toString()) as Record<string, unknown>;
    const forged = `${Buffer.from(JSON.stringify({ ...other, id: newId() })).toString('base64url')}.${seal}`;
    for (const bad of [
      'x', `${content}.`, `${token}x`, forged, links.sign('upload', file.id, -1, facts).token, links.sign('download', file.id, 60, facts).token,
      links.sign('upload', newId(), 60, facts).token, links.sign('upload', file.id, 60, { tenantId: stranger.ward.id }).token,
    ]) {
      const answer = await put(app(), `/api/files/upload/${bad}`, PDF);
      expect([bad, answer.status, codeOf(answer)]).toEqual([bad, 403, 'FILE_LINK_INVALID']);
    }
    expect((await put(app(), '/api/files/upload/', PDF)).status).toBe(404);
    expect((await look(sender, file.id))?.state).toBe('AWAITING_BYTES');
  });

  it('lets the last of several sendings count, until the upload is completed', async () => {
    const { url, file } = await announce(sender);
    const last = Buffer.from(PDF.toString().replace('1.4', '1.7'));
    expect((await put(app(), url, PDF)).status).toBe(200);
    expect((await put(app(), url, last)).status).toBe(200);
    await complete(sender, file.id);
    const late = await put(app(), url, PDF);
    expect([late.status, codeOf(late)]).toEqual([409, 'UPLOAD_CLOSED']);
    expect((await checked(sender, file.id)).sha256).toBe(sha256(last));
    const download = await fetch(`${app().url}${await linkOf(sender, file.id)}`);
    expect(Buffer.from(await download.arrayBuffer()).equals(last)).toBe(true);
  });
});

describe('the check', () => {
  const text = Buffer.from('<script>alert("Chào")</script>');
  it.each([
    ['a program that calls itself a PDF', EXE, 'ho-so.pdf', 'application/pdf', 'TYPE_DIFFERS'],
    ['a picture that calls itself a PDF', PNG, 'ho-so.pdf', 'application/pdf', 'TYPE_DIFFERS'],
    ['text that calls itself a PDF', text, 'ho-so.pdf', 'application/pdf', 'TYPE_DIFFERS'],
    ['a program that calls itself text', EXE, 'ghi-chu.txt', 'text/plain', 'TYPE_DIFFERS'],
    ['text with a NUL at its end', Buffer.concat([Buffer.alloc(70_000, 'a'), Buffer.of(0)]), 'ghi-chu.txt', 'text/plain', 'TYPE_DIFFERS'],
    ['an archive that calls itself a Word document', zip('virus.exe'), 'bao-cao.docx', DOCX, 'TYPE_DIFFERS'],
    ['a table that calls itself a Word document', zip('[Content_Types].xml', 'xl/workbook.xml'), 'bao-cao.docx', DOCX, 'TYPE_DIFFERS'],
  ])('rejects %s', async (_name, bytes, name, type, rejection) => {
    const file = await upload(app(), sender, bytes, { name, type });
    expect(file).toMatchObject({ state: 'REJECTED', rejection, size: bytes.length, sha256: sha256(bytes) });
    expect(await sender.client.refusal(LINK, { id: file.id })).toMatchObject({ code: 'FILE_NOT_READY', details: { state: 'REJECTED' } });
  });

  it.each([
    ['a Word document', zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml'), 'báo cáo.docx', DOCX],
    ['a Word document whose parts come in another order', zip('_rels/.rels', 'word/document.xml', '[Content_Types].xml'), 'báo cáo.docx', DOCX],
    ['a picture', PNG, 'ảnh.PNG', 'image/png'],
    ['text', Buffer.from('Họ tên,Đơn vị\nNguyễn Thị Ánh,Trạm y tế\n'), 'danh sách.csv', 'text/csv'],
    ['text with markup in it, which is text', text, 'ghi chú.txt', 'text/plain'],
  ])('lets %s pass', async (_name, bytes, name, type) => {
    expect(await upload(app(), sender, bytes, { name, type })).toMatchObject({ state: 'READY', rejection: null, name });
  });
});

describe('reading a file', () => {
  it('answers the bytes as an attachment under the name the person gave', async () => {
    const name = `Báo cáo "tổng hợp" của Bà Đào's (2026)*.pdf`;
    const file = await upload(app(), sender, PDF, { name });
    const response = await fetch(`${app().url}${await linkOf(sender, file.id)}`);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(PDF)).toBe(true);
    const header = response.headers.get('content-disposition')!;
    expect(header).toBe(`attachment; filename="Bao cao _tong hop_ cua Ba Dao_s (2026)_.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%22t%E1%BB%95ng%20h%E1%BB%A3p%22%20c%E1%BB%A7a%20B%C3%A0%20%C4%90%C3%A0o%27s%20%282026%29%2A.pdf`);
    expect(decodeURIComponent(header.split(`UTF-8''`)[1]!)).toBe(name);
    expect(Object.fromEntries(['content-type', 'content-length', 'x-content-type-options', 'cache-control', 'content-security-policy'].map((one) => [one, response.headers.get(one)]))).toEqual({
      'content-type': 'application/pdf', 'content-length': String(PDF.length), 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('serves text as an attachment, whatever it says', async () => {
    const file = await upload(app(), sender, Buffer.from('<html><script>1</script>'), { name: 'trang.txt', type: 'text/plain' });
    const response = await fetch(`${app().url}${await linkOf(sender, file.id)}`);
    expect([response.headers.get('content-type'), response.headers.get('content-disposition')?.startsWith('attachment;')]).toEqual(['text/plain', true]);
    await response.arrayBuffer();
  });

  it('is for a minute', async () => {
    const file = await upload(app(), sender);
    const { downloadLink } = await sender.client.ask<{ downloadLink: { url: string; expiresAt: string } }>(LINK, { id: file.id });
    const seconds = (Date.parse(downloadLink.expiresAt) - Date.now()) / 1_000;
    expect(seconds > 50 && seconds <= 60).toBe(true);
    const links = app().get(SignedLinks);
    for (const token of [
      'x', links.sign('download', file.id, 0, { tenantId: ward.id }).token, links.sign('upload', file.id, 60, { tenantId: ward.id }).token,
      links.sign('download', file.id, 60, { tenantId: stranger.ward.id }).token, links.sign('download', newId(), 60, { tenantId: ward.id }).token,
    ]) {
      const response = await fetch(`${app().url}/api/files/download/${token}`);
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FILE_LINK_INVALID' } }] });
    }
  });

  it('is for the sender: others, another ward and unknown ids get the same answer', async () => {
    const { id } = await upload(app(), sender);
    const unready = (await announce(sender)).file.id;
    for (const [actor, wanted] of [[colleague, id], [stranger, id], [sender, newId()], [sender, 'không phải mã'], [colleague, unready]] as const) {
      expect(await look(actor, wanted)).toBeNull();
      for (const operation of [LINK, COMPLETE, RESUME, CANCEL]) expect(await actor.client.refusal(operation, { id: wanted })).toEqual({ code: 'NOT_FOUND', path: ['fileId'], details: {} });
    }
    expect(await sender.client.refusal(LINK, { id: unready })).toMatchObject({ code: 'FILE_NOT_READY', details: { state: 'AWAITING_BYTES' } });
  });
});
