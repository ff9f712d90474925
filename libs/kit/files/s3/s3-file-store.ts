import type { Readable } from 'node:stream';
import type { S3Settings } from '@kit/config';
import { Logger } from '@nestjs/common';
import { Meter, verified } from '../byte-streams.js';
import { contentMissing } from '../file-errors.js';
import { FileStore, missingParts, partLength, type PartsUpload, requireKey, type StoredFile, type WrittenFile } from '../file-store.js';
import { S3Connection } from './s3-connection.js';
import { S3DirectAccess } from './s3-direct-access.js';
import { isNoObject } from './s3-errors.js';
import { S3Parts } from './s3-parts.js';

/** Bytes that are in memory at once while a stream is written. */
const CHUNK = 8 * 1024 * 1024;

/** Files in one bucket of MinIO or any other S3-compatible store. */
export class S3FileStore extends FileStore {
  readonly direct: S3DirectAccess;
  readonly #store: S3Connection;
  readonly #parts: S3Parts;
  readonly #log = new Logger(S3FileStore.name);

  constructor(settings: S3Settings) {
    super();
    this.#store = new S3Connection(settings);
    this.#parts = new S3Parts(this.#store);
    this.direct = new S3DirectAccess(settings);
  }

  /** What fits into one chunk goes in one request, the rest in parts: the object appears with the last of them. */
  async write(key: string, bytes: Readable, { maxBytes }: { readonly maxBytes: number }): Promise<WrittenFile> {
    requireKey(key);
    const meter = new Meter(maxBytes);
    let uploadId: string | undefined;
    let number = 0;
    try {
      for await (const { chunk, isLast } of chunksOf(bytes, meter)) {
        if (isLast && uploadId === undefined) await this.#store.send({ method: 'PUT', objectName: key }, chunk);
        else {
          uploadId ??= await this.#parts.begin(key, 'application/octet-stream');
          number += 1;
          await this.#parts.send({ key, uploadId }, number, chunk);
          if (isLast) await this.#parts.join({ key, uploadId });
        }
      }
    } catch (error) {
      if (uploadId !== undefined) await this.#parts.abort({ key, uploadId }).catch(() => undefined);
      throw error;
    }
    return meter.result();
  }

  async read(key: string, expected?: { readonly sha256: string }): Promise<Readable> {
    const bytes = await this.#store.read(requireKey(key));
    return expected === undefined ? bytes : verified(bytes, expected.sha256);
  }

  async move(from: string, to: string): Promise<void> {
    const [source, target] = [requireKey(from), requireKey(to)];
    try {
      await this.#store.ask((client, bucket) => client.copyObject(bucket, target, `/${bucket}/${source}`));
    } catch (error) {
      if (contentMissing.is(error) && (await this.exists(target))) return;
      throw error;
    }
    await this.remove(source);
  }

  async remove(key: string): Promise<void> {
    requireKey(key);
    const { headers } = await this.#store.send({ method: 'DELETE', objectName: key });
    // With versioning on, a removal only writes a mark over the bytes.
    if (headers['x-amz-delete-marker'] === 'true') await this.#removeVersions(key);
  }

  async sizeOf(key: string): Promise<number | null> {
    requireKey(key);
    return this.#store.ask(async (client, bucket) => {
      try {
        return (await client.statObject(bucket, key)).size;
      } catch (error) {
        if (!isNoObject(error)) throw error;
        // An answer without a body does not say whether the object is missing, or all of the bucket.
        if (await client.bucketExists(bucket)) return null;
        throw Object.assign(new Error('The bucket is missing', { cause: error }), { code: 'NoSuchBucket' });
      }
    });
  }

  async *list(folder: string): AsyncIterable<StoredFile> {
    requireKey(folder);
    const { client, bucket } = this.#store;
    const objects = client.listObjectsV2(bucket, `${folder}/`, true)[Symbol.asyncIterator]();
    for (;;) {
      const next = await this.#store.ask(() => objects.next() as Promise<IteratorResult<{ name?: string; size: number; lastModified?: Date }>>);
      if (next.done === true) return;
      const { name, size, lastModified } = next.value;
      if (name !== undefined) yield { key: name, size, modifiedAt: lastModified ?? new Date() };
    }
  }

  beginParts(key: string, { type }: { readonly size: number; readonly type: string }): Promise<string> {
    return this.#parts.begin(requireKey(key), type);
  }

  async writePart(upload: PartsUpload, number: number, bytes: Readable): Promise<WrittenFile> {
    requireKey(upload.key);
    const length = partLength(upload, number);
    const meter = new Meter(length);
    const chunks: Buffer[] = [];
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      meter.count(chunk);
      chunks.push(chunk);
    }
    const written = meter.result();
    if (written.size === length) await this.#parts.send(upload, number, Buffer.concat(chunks));
    return written;
  }

  async receivedParts(upload: PartsUpload): Promise<number[]> {
    requireKey(upload.key);
    return (await this.#parts.list(upload)).filter(({ part, size }) => size === partLength(upload, part)).map(({ part }) => part);
  }

  async finishParts(upload: PartsUpload): Promise<number[]> {
    try {
      const missing = missingParts(upload, await this.receivedParts(upload));
      if (missing.length === 0) await this.#parts.join(upload);
      return missing;
    } catch (error) {
      if (contentMissing.is(error) && (await this.sizeOf(upload.key)) === upload.size) return [];
      throw error;
    }
  }

  async abortParts(upload: Pick<PartsUpload, 'key' | 'uploadId'>): Promise<void> {
    requireKey(upload.key);
    await this.#parts.abort(upload);
  }

  async protect(key: string, until: Date): Promise<boolean> {
    requireKey(key);
    if (!(await this.#store.canLock())) {
      this.#log.warn({ msg: 'The bucket cannot lock objects: issued documents are kept by the database and by backups alone. See "console store prepare".' });
      return false;
    }
    await this.#store.ask((client, bucket) => client.putObjectRetention(bucket, key, { mode: 'COMPLIANCE', retainUntilDate: until.toISOString() } as never));
    return true;
  }

  sweep(): Promise<number> {
    return this.#parts.sweep();
  }

  async #removeVersions(key: string): Promise<void> {
    const { client, bucket } = this.#store;
    const versions = client.listObjects(bucket, key, true, { IncludeVersion: true })[Symbol.asyncIterator]();
    for (;;) {
      const next = await this.#store.ask(() => versions.next() as Promise<IteratorResult<{ name?: string; versionId?: string }>>);
      if (next.done === true) return;
      const { name, versionId } = next.value;
      // The list holds all keys that begin like this one.
      if (name === key && versionId !== undefined) await this.#store.ask(() => client.removeObject(bucket, key, { versionId }));
    }
  }
}

/** The stream in pieces of one size; the last is what is left, and may be empty only when it is the only one. */
async function* chunksOf(bytes: Readable, meter: Meter): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of bytes as AsyncIterable<Buffer>) {
    meter.count(piece);
    held.push(piece);
    size += piece.length;
    while (size > CHUNK) {
      const whole = Buffer.concat(held);
      yield { chunk: whole.subarray(0, CHUNK), isLast: false };
      held = [whole.subarray(CHUNK)];
      size -= CHUNK;
    }
  }
  yield { chunk: Buffer.concat(held), isLast: true };
}
