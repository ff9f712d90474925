import http from 'node:http';
import https from 'node:https';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { S3Settings } from '@kit/config';
import { Client } from 'minio';
import { codeOf, isLacking, StoreErrors } from './s3-errors.js';

/** A store that is silent for so long is away: nobody waits longer for an answer. */
const PATIENCE_MS = 9_000;
/** Copying a gigabyte inside the store takes its time, and nobody waits for it at a screen. */
const COPY_PATIENCE_MS = 120_000;
/** Answers for which the client gives up without reading them; the connection is of use only when they are read. */
const UNREAD_STATUS = new Set([408, 429, 499, 500, 502, 503, 504, 520]);

export type S3Request = Parameters<Client['makeRequestAsync']>[0];
export type S3Answer = Pick<http.IncomingMessage, 'headers' | 'statusCode'>;

/** Requests to one bucket: with a limit in time, and every failure translated. */
export class S3Connection {
  readonly client: Client;
  readonly bucket: string;
  readonly #errors = new StoreErrors();

  constructor(readonly settings: S3Settings) {
    this.bucket = settings.bucket;
    this.client = clientOf(settings, settings.endpoint);
  }

  /** @throws UNAVAILABLE, CONTENT_MISSING */
  async ask<T>(work: (client: Client, bucket: string) => Promise<T>): Promise<T> {
    try {
      return await this.#twice(() => work(this.client, this.bucket));
    } catch (error) {
      throw this.#errors.translate(error);
    }
  }

  /** One request whose answer has no body that matters. All bodies are in memory, so that a request can be repeated. */
  send(request: S3Request, body: Buffer | string = '', expected: number[] = [200, 204]): Promise<S3Answer> {
    const headers = body.length === 0 ? request.headers : { ...request.headers, 'Content-MD5': createHash('md5').update(body).digest('base64') };
    return this.ask((client, bucketName) => client.makeRequestAsyncOmit({ bucketName, ...request, headers }, body, expected));
  }

  /** Whether the bucket was made with object lock, by a store that has it. */
  async canLock(): Promise<boolean> {
    try {
      // Its first declaration says that it answers nothing.
      await this.ask((client, bucket) => client.getObjectLockConfig(bucket) as unknown as Promise<unknown>);
      return true;
    } catch (error) {
      if (isLacking(error)) return false;
      throw error;
    }
  }

  /** The bytes of an object. Silence counts only while somebody waits for the next bytes. */
  async read(key: string): Promise<Readable> {
    const bytes = await this.ask((client, bucket) => client.getObject(bucket, key));
    const errors = this.#errors;
    return Readable.from((async function* () {
      const chunks = bytes[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
      try {
        for (;;) {
          const next = await inTime(chunks.next());
          if (next.done === true) return;
          yield next.value;
        }
      } catch (error) {
        throw errors.translate(error);
      } finally {
        bytes.destroy();
      }
    })(), { objectMode: false });
  }

  /** A connection that was kept for reuse may have been closed by the store just now: that says nothing about the store. */
  async #twice<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (codeOf(error) !== 'ECONNRESET' && codeOf(error) !== 'EPIPE') throw error;
      return work();
    }
  }
}

/** A client that signs for, and talks to, one address of the store. @throws TypeError when the address has a path */
export function clientOf({ region, accessKey, secretKey, pathStyle }: S3Settings, address: URL): Client {
  if (address.pathname !== '/' || address.search !== '') throw new TypeError('the address of an object store has no path');
  const isTls = address.protocol === 'https:';
  const Agent = isTls ? https.Agent : http.Agent;
  return new Client({
    endPoint: address.hostname, port: Number(address.port || (isTls ? 443 : 80)), useSSL: isTls,
    region, accessKey, secretKey, pathStyle,
    transportAgent: new Agent({ keepAlive: true, maxSockets: 64 }),
    transport: patient(isTls ? https : http) as never,
    // It would print to the console, and repeat what was not asked to be repeated.
    retryOptions: { disableRetry: true },
  });
}

/** The network with an end to waiting. */
function patient(transport: typeof http | typeof https): Pick<typeof http, 'request'> {
  const request = (options: http.RequestOptions, onAnswer?: (answer: http.IncomingMessage) => void): http.ClientRequest => {
    // How long a reader of an object takes is the reader's affair; see `read`.
    const isObject = options.method === 'GET' && !String(options.path).includes('?');
    const isCopy = options.headers !== undefined && 'x-amz-copy-source' in options.headers;
    const sent = transport.request(options, (answer) => {
      if (isObject) sent.setTimeout(0);
      onAnswer?.(answer);
      if (UNREAD_STATUS.has(answer.statusCode ?? 0)) answer.resume();
    });
    sent.setTimeout(isCopy ? COPY_PATIENCE_MS : PATIENCE_MS, () => sent.destroy(timedOut()));
    return sent;
  };
  return { request: request as typeof http.request };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(timedOut()), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const timedOut = (): Error => Object.assign(new Error('The store is silent'), { code: 'ETIMEDOUT' });
