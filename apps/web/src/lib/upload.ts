import type { Client } from 'urql';
import type { FileState } from '../gql/schema.js';
import { graphql } from './graphql.js';

const REQUEST_UPLOAD = graphql(`
  mutation RequestUpload($input: RequestUploadInput!) {
    requestUpload(input: $input) { file { id } url method headers { name value } }
  }
`);

const COMPLETE_UPLOAD = graphql(`
  mutation CompleteUpload($fileId: ID!) { completeUpload(fileId: $fileId) { id state rejection } }
`);

const UPLOADED_FILE = graphql(`query UploadedFile($id: ID!) { file(id: $id) { id state rejection } }`);

const DOWNLOAD_LINK = graphql(`mutation DownloadLink($fileId: ID!) { downloadLink(fileId: $fileId) { url } }`);

const FIRST_LOOK = 500;
const LAST_LOOK = 5000;

/** What becomes of a file after its bytes have arrived. */
export interface CheckedFile {
  id: string;
  state: FileState;
  /** Code of the reason, when it was rejected. */
  rejection: string | null;
}

export interface UploadProgress {
  /** Bytes sent so far. */
  onSent: (sent: number) => void;
  /** All bytes are there; the server checks them. */
  onChecking: (fileId: string) => void;
  signal: AbortSignal;
}

/**
 * Sends one file in the three steps of the protocol (ask for a place, send the bytes, say that they are complete) and
 * waits for the verdict of the check. Throws a `CombinedError` when the API refuses and an `Error` when the bytes fail.
 */
export async function uploadFile(client: Client, file: File, { onSent, onChecking, signal }: UploadProgress): Promise<CheckedFile> {
  const asked = await client.mutation(REQUEST_UPLOAD, { input: { name: file.name.normalize('NFC'), type: file.type || 'application/octet-stream', size: file.size } });
  if (!asked.data) throw asked.error ?? new Error('No upload ticket');
  const ticket = asked.data.requestUpload;
  await sendBytes(file, ticket, onSent, signal);
  onChecking(ticket.file.id);
  const completed = await client.mutation(COMPLETE_UPLOAD, { fileId: ticket.file.id });
  if (!completed.data) throw completed.error ?? new Error('The upload was not completed');
  return waitForCheck(client, completed.data.completeUpload, signal);
}

function sendBytes(
  file: File,
  ticket: { url: string; method: string; headers: readonly { name: string; value: string }[] },
  onSent: (sent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // fetch cannot report how much has been sent.
    const request = new XMLHttpRequest();
    request.open(ticket.method, ticket.url);
    for (const { name, value } of ticket.headers) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => (request.status >= 200 && request.status < 300 ? resolve() : reject(new Error(`The bytes were refused with status ${request.status}`)));
    request.onerror = () => reject(new Error('The connection was lost'));
    request.onabort = () => reject(new DOMException('Removed', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

async function waitForCheck(client: Client, first: CheckedFile, signal: AbortSignal): Promise<CheckedFile> {
  let file = first;
  for (let pause = FIRST_LOOK; file.state === 'AWAITING_BYTES' || file.state === 'RECEIVED'; pause = Math.min(LAST_LOOK, pause * 1.5)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (signal.aborted) throw new DOMException('Removed', 'AbortError');
    const { data } = await client.query(UPLOADED_FILE, { id: first.id }, { requestPolicy: 'network-only' });
    if (data?.file) file = data.file;
  }
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
