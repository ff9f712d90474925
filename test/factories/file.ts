import { crc32 } from 'node:zlib';
import type { TestApp } from '../setup/app.js';
import type { Actor } from './identity.js';

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n'
  + '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
export const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(510, 0x90)]);

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A file as its sender sees it. */
export interface SeenFile {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly size: number | null;
  readonly declaredSize: number;
  readonly type: string | null;
  readonly sha256: string | null;
  readonly rejection: string | null;
}

export interface Ticket {
  readonly file: SeenFile;
  readonly way: 'BODY' | 'FORM' | 'PARTS';
  readonly url: string | null;
  readonly method: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly partSize: number | null;
  readonly received: readonly number[];
  readonly expiresAt: string;
}

export const FILE = 'id name state size declaredSize type sha256 rejection';
const TICKET = `way url method expiresAt headers { name value } fields { name value } partSize received file { ${FILE} }`;
export const REQUEST = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { ${TICKET} } }`;
export const RESUME = `mutation ($id: ID!) { resumeUpload(fileId: $id) { ${TICKET} } }`;
export const SIGN_PARTS = 'mutation ($id: ID!, $numbers: [Int!]!) { signUploadParts(fileId: $id, numbers: $numbers) { number size url expiresAt headers { name value } } }';
export const CANCEL = `mutation ($id: ID!) { cancelUpload(fileId: $id) { ${FILE} } }`;
export const COMPLETE = `mutation ($id: ID!) { completeUpload(fileId: $id) { ${FILE} } }`;
export const LINK = 'mutation ($id: ID!) { downloadLink(fileId: $id) { url expiresAt } }';

/** Step 1: announces a file; default: a PDF of the size of `PDF`. */
export async function announce(actor: Actor, input: { name?: string; type?: string; size?: number; sha256?: string } = {}): Promise<Ticket> {
  const whole = { name: 'minh-chung.pdf', type: 'application/pdf', size: PDF.length, ...input };
  return (await actor.client.ask<{ requestUpload: Ticket }>(REQUEST, { input: whole })).requestUpload;
}

export interface DoorAnswer {
  readonly status: number;
  readonly body: { readonly size?: number; readonly sha256?: string; readonly errors?: readonly { readonly extensions: { readonly code: string; readonly details: unknown } }[] };
}

/** One part, with the address it goes to. */
export interface SignedPart {
  readonly number: number;
  readonly size: number;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** Between steps 1 and 2: addresses for parts of a large file. */
export async function signParts(actor: Actor, id: string, ...numbers: readonly number[]): Promise<SignedPart[]> {
  return (await actor.client.ask<{ signUploadParts: SignedPart[] }>(SIGN_PARTS, { id, numbers })).signUploadParts;
}

/** Step 2: sends bytes; a `ReadableStream` goes without a length in advance. */
export async function put(app: TestApp, url: string | null, bytes: Uint8Array | string | ReadableStream, headers: Record<string, string> = { 'content-type': 'application/octet-stream' }): Promise<DoorAnswer> {
  const response = await fetch(`${app.url}${url ?? 'no address'}`, { method: 'PUT', body: bytes, headers, duplex: 'half' } as Parameters<typeof fetch>[1]);
  return { status: response.status, body: (await response.json()) as DoorAnswer['body'] };
}

export const codeOf = ({ body }: DoorAnswer): string | undefined => body.errors?.[0]?.extensions.code;

/** Step 3: says that the bytes are there. */
export async function complete(actor: Actor, id: string): Promise<SeenFile> {
  return (await actor.client.ask<{ completeUpload: SeenFile }>(COMPLETE, { id })).completeUpload;
}

/** The file as the actor sees it now; `null` when the actor may not. */
export async function look(actor: Actor, id: string): Promise<SeenFile | null> {
  return (await actor.client.ask<{ file: SeenFile | null }>(`query ($id: ID!) { file(id: $id) { ${FILE} } }`, { id })).file;
}

/** Waits for the check of a completed upload. */
export async function checked(actor: Actor, id: string): Promise<SeenFile> {
  for (let turn = 0; turn < 200; turn += 1) {
    const file = await look(actor, id);
    if (file !== null && ['READY', 'REJECTED'].includes(file.state)) return file;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the check did not come to an end');
}

/** All three steps and the check. */
export async function upload(app: TestApp, actor: Actor, bytes: Buffer = PDF, input: { name?: string; type?: string } = {}): Promise<SeenFile> {
  const { file, url } = await announce(actor, { ...input, size: bytes.length });
  const sent = await put(app, url, bytes);
  if (sent.status !== 200) throw new Error(`the door answered ${JSON.stringify(sent)}`);
  await complete(actor, file.id);
  return checked(actor, file.id);
}

/** A ZIP archive with stored, empty members of these names. */
export function zip(...names: readonly string[]): Buffer {
  const sum = crc32(Buffer.alloc(0));
  const entries = names.map((name) => {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(sum, 10);
    facts.writeUInt16LE(name.length, 22);
    return { name: Buffer.from(name), facts };
  });
  const local = entries.map(({ name, facts }) => Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, name]));
  const offsets = local.map((_, index) => local.slice(0, index).reduce((sum_, one) => sum_ + one.length, 0));
  const central = entries.map(({ name, facts }, index) => {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offsets[index]!, 10);
    return Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.of(20, 0), facts, rest, name]);
  });
  const end = Buffer.alloc(18);
  end.writeUInt16LE(names.length, 4);
  end.writeUInt16LE(names.length, 6);
  end.writeUInt32LE(Buffer.concat(central).length, 8);
  end.writeUInt32LE(Buffer.concat(local).length, 12);
  return Buffer.concat([...local, ...central, Buffer.from('PK\u0005\u0006'), end]);
}
