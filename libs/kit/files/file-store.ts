import type { Readable } from 'node:stream';
import type { DirectAccess } from './direct-access.js';

/** What was written: the number of bytes, and their SHA-256 in hex, computed while they passed. */
export interface WrittenFile {
  readonly size: number;
  readonly sha256: string;
}

/** One stored object, as a cleaner sees it. */
export interface StoredFile {
  readonly key: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

/** An upload in parts that has begun. All parts have `partSize` bytes, but for the last, which has the rest of `size`. */
export interface PartsUpload {
  /** Where the object will stand once it is whole. */
  readonly key: string;
  /** What the store calls the upload. */
  readonly uploadId: string;
  readonly size: number;
  readonly partSize: number;
}

/**
 * Where bytes live. Keys are opaque paths of our own making (`quarantine/<uuid>`), never names
 * that people gave. The checksum in the database is what is believed, not the store.
 *
 * Every method throws UNAVAILABLE when the store is away, slow, full, read-only or refuses our keys; nothing is half done then.
 */
export abstract class FileStore {
  /** The addresses that the store itself opens to browsers; `null` where bytes pass through our own doors. */
  abstract readonly direct: DirectAccess | null;

  /**
   * Stores a stream under a key, whole or not at all; an object already there is replaced.
   * @throws CONTENT_TOO_LARGE as soon as more than `maxBytes` have come
   */
  abstract write(key: string, bytes: Readable, limit: { readonly maxBytes: number }): Promise<WrittenFile>;

  /**
   * @param expected the checksum in our database: when other bytes come, the stream breaks before it hands out the last of them
   * @throws CONTENT_MISSING; the stream fails with CONTENT_DAMAGED
   */
  abstract read(key: string, expected?: { readonly sha256: string }): Promise<Readable>;

  /** Gives an object another key. Repeating a move that was done changes nothing. @throws CONTENT_MISSING */
  abstract move(from: string, to: string): Promise<void>;

  /** Removes an object for good, with whatever older states the store kept of it. Removing what is not there changes nothing. */
  abstract remove(key: string): Promise<void>;

  /** Number of bytes of an object; `null` when there is none. */
  abstract sizeOf(key: string): Promise<number | null>;

  /** Every object below a folder such as `quarantine`, in no particular order. */
  abstract list(folder: string): AsyncIterable<StoredFile>;

  /** Begins an upload in parts; answers what the store calls it. */
  abstract beginParts(key: string, facts: { readonly size: number; readonly type: string }): Promise<string>;

  /**
   * Stores one part, replacing what came under its number before. Only a part of exactly the right length counts as received.
   * @param number from 1
   * @throws CONTENT_TOO_LARGE as soon as more bytes come than the part has; CONTENT_MISSING when the upload is over
   */
  abstract writePart(upload: PartsUpload, number: number, bytes: Readable): Promise<WrittenFile>;

  /** Numbers of the parts that are there, rising. @throws CONTENT_MISSING when the upload is over */
  abstract receivedParts(upload: PartsUpload): Promise<number[]>;

  /**
   * Makes one object of all parts. Repeating it changes nothing.
   * @returns numbers of the parts that are still missing; the object is there only when the list is empty
   * @throws CONTENT_MISSING when the upload was given up
   */
  abstract finishParts(upload: PartsUpload): Promise<number[]>;

  /** Gives an upload up and drops its parts. Repeating it changes nothing. */
  abstract abortParts(upload: Pick<PartsUpload, 'key' | 'uploadId'>): Promise<void>;

  /**
   * Keeps an object from being changed or removed by anybody, administrators of the store included, until a day.
   * @returns whether the store can do that; where it cannot, it says so in the log
   */
  abstract protect(key: string, until: Date): Promise<boolean>;

  /** Drops what uploads left behind that died long ago: broken writes after a day, parts after a week. Answers how many. */
  abstract sweep(): Promise<number>;

  async exists(key: string): Promise<boolean> {
    return (await this.sizeOf(key)) !== null;
  }
}

/** How many parts an upload has. */
export const partCount = ({ size, partSize }: Pick<PartsUpload, 'size' | 'partSize'>): number => Math.ceil(size / partSize);

/** Bytes of one part. @throws RangeError when there is no such part */
export function partLength(upload: Pick<PartsUpload, 'size' | 'partSize'>, number: number): number {
  const last = partCount(upload);
  if (!Number.isInteger(number) || number < 1 || number > last) throw new RangeError(`parts are numbered from 1 to ${last}`);
  return number < last ? upload.partSize : upload.size - (last - 1) * upload.partSize;
}

/** Numbers of the parts that are not in the list. */
export function missingParts(upload: Pick<PartsUpload, 'size' | 'partSize'>, received: readonly number[]): number[] {
  const there = new Set(received);
  return Array.from({ length: partCount(upload) }, (_, index) => index + 1).filter((number) => !there.has(number));
}

const KEY = /^[a-z0-9][a-z0-9-]{0,99}(\/[a-z0-9][a-z0-9-]{0,99}){0,5}$/;

/** @throws TypeError for anything but lower-case words and ids between slashes: such a key was not made by us */
export function requireKey(key: string): string {
  if (!KEY.test(key)) throw new TypeError('a storage key is lower-case words and ids between slashes');
  return key;
}
