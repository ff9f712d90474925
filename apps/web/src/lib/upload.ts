import type { Client } from 'urql';
import type { FileState } from '../gql/schema.js';
import type { RequestUploadMutation } from '../gql/graphql.js';
import { hasCode } from './errors.js';
import { graphql } from './graphql.js';
import { patiently, sendBytes } from './sendBytes.js';

graphql(`
  fragment Ticket on UploadTicket { file { id } way url method headers { name value } fields { name value } partSize received }
`);

const REQUEST_UPLOAD = graphql(`
  mutation RequestUpload($input: RequestUploadInput!) {
    requestUpload(input: $input) { ...Ticket }
  }
`);

const RESUME_UPLOAD = graphql(`mutation ResumeUpload($fileId: ID!) { resumeUpload(fileId: $fileId) { ...Ticket } }`);

const COMPLETE_UPLOAD = graphql(`
  mutation CompleteUpload($fileId: ID!) { completeUpload(fileId: $fileId) { id state rejection } }
`);

const CANCEL_UPLOAD = graphql(`mutation CancelUpload($fileId: ID!) { cancelUpload(fileId: $fileId) { id state } }`);

const UPLOADED_FILE = graphql(`query UploadedFile($id: ID!) { file(id: $id) { id state rejection } }`);

const DOWNLOAD_LINK = graphql(`mutation DownloadLink($fileId: ID!) { downloadLink(fileId: $fileId) { url } }`);

const FIRST_LOOK = 500;
const LAST_LOOK = 5000;

type Ticket = RequestUploadMutation['requestUpload'];

/** What becomes of a file after its bytes have arrived. */
export interface CheckedFile {
  id: string;
  state: FileState;
  /** Code of the reason, when it was rejected. */
  rejection: string | null;
}

export interface UploadTask {
  /** An earlier attempt to go on with; a new one begins when that is over. */
  fileId?: string;
  /** The file is announced; with this id the upload can be gone on with. `inParts`: what has arrived stays when it is broken off. */
  onAnnounced: (fileId: string, inParts: boolean) => void;
  /** Bytes sent so far. */
  onSent: (sent: number) => void;
  /** The connection broke; it goes on by itself when it can. */
  onBreak: () => void;
  /** All bytes are there; the server checks them. */
  onChecking: () => void;
  signal: AbortSignal;
}

/**
 * Sends one file in the three steps of the protocol (ask for a place, send the bytes as the ticket says, say that they are complete)
 * and waits for the verdict of the check. Throws a `CombinedError` when the API refuses, a `SendFailure` when the bytes fail, and
 * what the signal was aborted with when it was.
 */
export async function uploadFile(client: Client, file: File, task: UploadTask): Promise<CheckedFile> {
  const begun = await patiently(() => begin(client, file, task.fileId), task);
  if ('state' in begun) return waitForCheck(client, begun, task);
  const { id } = begun.file;
  // Also when it was given up meanwhile: with its id the upload can be gone on with, or removed.
  task.onAnnounced(id, begun.way === 'PARTS');
  task.signal.throwIfAborted();
  if (begun.way === 'PARTS') {
    const { sendParts } = await import('./uploadParts.js');
    await sendParts(client, { ...task, fileId: id, file, partSize: begun.partSize ?? file.size, received: begun.received });
  } else await sendWhole(client, begun, file, task);
  return waitForCheck(client, await patiently(() => complete(client, id), task), task);
}

/** Gives up an upload whose file is not wanted any more; what has arrived is removed. What fails is tidied up by the server. */
export async function cancelUpload(client: Client, fileId: string): Promise<void> {
  await client.mutation(CANCEL_UPLOAD, { fileId });
}

async function begin(client: Client, file: File, fileId?: string): Promise<Ticket | CheckedFile> {
  return (fileId === undefined ? null : await goOn(client, fileId)) ?? announce(client, file);
}

async function announce(client: Client, file: File): Promise<Ticket> {
  const { data, error } = await client.mutation(REQUEST_UPLOAD, { input: { name: file.name.normalize('NFC'), type: file.type || 'application/octet-stream', size: file.size } });
  if (!data) throw error ?? new Error('No upload ticket');
  return data.requestUpload;
}

/** The ticket for what is missing; the file, when all bytes were received already; `null` when the upload is over. */
async function goOn(client: Client, fileId: string): Promise<Ticket | CheckedFile | null> {
  const { data, error } = await client.mutation(RESUME_UPLOAD, { fileId });
  if (data) return data.resumeUpload;
  if (hasCode(error, 'NOT_FOUND')) return null;
  if (!hasCode(error, 'UPLOAD_CLOSED')) throw error ?? new Error('No upload ticket');
  try {
    const file = await complete(client, fileId);
    return file.state === 'EXPIRED' ? null : file;
  } catch (closed) {
    if (hasCode(closed, 'UPLOAD_INCOMPLETE')) return null;
    throw closed;
  }
}

async function complete(client: Client, fileId: string): Promise<CheckedFile> {
  const { data, error } = await client.mutation(COMPLETE_UPLOAD, { fileId });
  if (!data) throw error ?? new Error('The upload was not completed');
  return data.completeUpload;
}

/** Each attempt but the first has a new address: the old one may have run out. */
async function sendWhole(client: Client, first: Ticket, file: File, task: UploadTask): Promise<void> {
  let ticket: Ticket | null = first;
  await patiently(async () => {
    const now: Ticket | CheckedFile | null = ticket ?? await goOn(client, first.file.id);
    ticket = null;
    if (now !== null && 'way' in now) await sendAs(now, file, task);
  }, task);
}

function sendAs({ way, url, method, headers, fields }: Ticket, file: File, { onSent, signal }: UploadTask): Promise<void> {
  let body: Blob | FormData = file;
  if (way === 'FORM') {
    body = new FormData();
    for (const { name, value } of fields) body.append(name, value);
    body.append('file', file);
  }
  // The form around the bytes is counted as sent too.
  return sendBytes({ method, url: url ?? '', headers, body, onSent: (sent) => onSent(Math.min(sent, file.size)), signal });
}

async function waitForCheck(client: Client, first: CheckedFile, { onChecking, signal }: UploadTask): Promise<CheckedFile> {
  let file = first;
  signal.throwIfAborted();
  onChecking();
  for (let pause = FIRST_LOOK; file.state === 'AWAITING_BYTES' || file.state === 'RECEIVED'; pause = Math.min(LAST_LOOK, pause * 1.5)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    signal.throwIfAborted();
    const { data } = await client.query(UPLOADED_FILE, { id: first.id }, { requestPolicy: 'network-only' });
    if (data?.file) file = data.file;
  }
  signal.throwIfAborted();
  return file;
}

/** Opens a file through a fresh signed address, in a new tab; documents that the browser cannot show are downloaded. */
export async function openFile(client: Client, fileId: string): Promise<void> {
  // The tab is opened within the click: after the answer the browser would block it.
  const tab = window.open('', '_blank');
  const { data, error } = await client.mutation(DOWNLOAD_LINK, { fileId });
  if (!data) {
    tab?.close();
    throw error ?? new Error('No download link');
  }
  if (tab) {
    tab.opener = null;
    tab.location.href = data.downloadLink.url;
  } else window.location.assign(data.downloadLink.url);
}
