import type { Client } from 'urql';
import { graphql } from './graphql.js';
import { patiently, sendBytes } from './sendBytes.js';

const SIGN_UPLOAD_PARTS = graphql(`
  mutation SignUploadParts($fileId: ID!, $numbers: [Int!]!) { signUploadParts(fileId: $fileId, numbers: $numbers) { number url headers { name value } } }
`);

/** Parts under way at once: enough to fill a line while one of them waits for its answer. */
const LANES = 3;

export interface PartsTask {
  fileId: string;
  file: File;
  partSize: number;
  /** Numbers of the parts that have arrived. */
  received: readonly number[];
  onSent: (sent: number) => void;
  onBreak: () => void;
  signal: AbortSignal;
}

/** Sends the parts of a file that have not arrived; a part that breaks off is sent again, the others stay. Throws what the signal was aborted with. */
export async function sendParts(client: Client, { fileId, file, partSize, received, onSent, onBreak, signal }: PartsTask): Promise<void> {
  signal.throwIfAborted();
  const count = Math.ceil(file.size / partSize);
  const lengthOf = (number: number) => Math.min(partSize, file.size - (number - 1) * partSize);
  const there = new Set(received);
  const waiting = Array.from({ length: count }, (_, index) => index + 1).filter((number) => !there.has(number));
  const sent = new Map(received.map((number) => [number, lengthOf(number)]));
  const tell = (number: number, bytes: number) => {
    sent.set(number, bytes);
    onSent([...sent.values()].reduce((sum, one) => sum + one, 0));
  };
  // One lane that fails for good stops the others.
  const lanes = new AbortController();
  const stop = () => lanes.abort(signal.reason);
  signal.addEventListener('abort', stop);

  const sendPart = async (number: number) => {
    const signed = await client.mutation(SIGN_UPLOAD_PARTS, { fileId, numbers: [number] });
    const part = signed.data?.signUploadParts[0];
    if (!part) throw signed.error ?? new Error('No address for the part');
    const start = (number - 1) * partSize;
    // Without a type of its own, so that the browser adds no header that was not signed.
    const body = file.slice(start, start + lengthOf(number), '');
    await sendBytes({ method: 'PUT', url: part.url, headers: part.headers, body, onSent: (bytes) => tell(number, bytes), signal: lanes.signal });
    tell(number, lengthOf(number));
  };
  const lane = async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      const next = number;
      await patiently(() => sendPart(next), { signal: lanes.signal, onBreak });
    }
  };
  tell(0, 0);
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
  } catch (error) {
    lanes.abort(error);
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
