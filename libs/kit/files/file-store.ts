import type { Readable } from 'node:stream';

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

/**
 * Where bytes live. Keys are opaque paths of our own making (`quarantine/<uuid>`), never names
 * that people gave. The checksum in the database is what is believed, not the store.
 */
export abstract class FileStore {
  /**
   * Stores a stream under a key, whole or not at all; an object already there is replaced.
   * @throws CONTENT_TOO_LARGE as soon as more than `maxBytes` have come
   */
  abstract write(key: string, bytes: Readable, limit: { readonly maxBytes: number }): Promise<WrittenFile>;

  /** @throws CONTENT_MISSING */
  abstract read(key: string): Promise<Readable>;

  /** Gives an object another key. Repeating a move that was done changes nothing. @throws CONTENT_MISSING */
  abstract move(from: string, to: string): Promise<void>;

  /** Removing what is not there changes nothing. */
  abstract remove(key: string): Promise<void>;

  abstract exists(key: string): Promise<boolean>;

  /** Every object below a folder such as `quarantine`, in no particular order. */
  abstract list(folder: string): AsyncIterable<StoredFile>;
}
