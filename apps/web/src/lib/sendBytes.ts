import { CombinedError } from 'urql';
import { hasCode } from './errors.js';

/** The bytes were refused with this HTTP status, or the connection was lost (0). */
export class SendFailure extends Error {
  constructor(readonly status: number) {
    super(status === 0 ? 'The connection was lost' : `The bytes were refused with status ${status}`);
  }
}

export interface Sending {
  method: string;
  url: string;
  headers: readonly { name: string; value: string }[];
  body: Blob | FormData;
  /** Bytes sent so far. */
  onSent: (sent: number) => void;
  signal: AbortSignal;
}

/** Sends bytes and tells how far it is, which fetch cannot. @throws SendFailure */
export function sendBytes({ method, url, headers, body, onSent, signal }: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open(method, url);
    for (const { name, value } of headers) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => (request.status >= 200 && request.status < 300 ? resolve() : reject(new SendFailure(request.status)));
    request.onerror = () => reject(new SendFailure(0));
    request.onabort = () => reject(signal.reason as Error);
    request.onloadend = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) return reject(signal.reason as Error);
    request.send(body);
  });
}

/** Milliseconds before each further attempt. */
const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000, 15_000];

export interface Patience {
  signal: AbortSignal;
  /** It was interrupted and waits for its next chance. */
  onBreak: () => void;
}

/** Tries again what failed only for now: after a pause, and while there is no network not before it is back. */
export async function patiently<T>(attempt: () => Promise<T>, { signal, onBreak }: Patience): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      const pause = PAUSES[failures];
      if (signal.aborted || pause === undefined || !isPassing(error)) throw error;
      onBreak();
      await nextChance(pause, signal);
    }
  }
}

/** Whether the same may succeed later. 403: the address ran out, and the next attempt asks for a new one. */
export function isPassing(error: unknown): boolean {
  if (error instanceof SendFailure) return error.status === 0 || error.status === 403 || error.status === 408 || error.status === 429 || error.status >= 500;
  return error instanceof CombinedError && (error.networkError !== undefined || hasCode(error, 'UNAVAILABLE'));
}

function nextChance(pause: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason as Error);
      else resolve();
    };
    const timer = navigator.onLine ? setTimeout(end, pause) : undefined;
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
