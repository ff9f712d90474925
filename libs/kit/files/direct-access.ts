import type { PartsUpload } from './file-store.js';

/** A form to which a browser posts the bytes, with all fields before the one called `file`. */
export interface DirectForm {
  readonly url: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Addresses that a store opens to browsers for minutes or seconds, so that bytes never pass through our processes.
 * Signing asks nothing of the store, so it also answers while the store is away. Times are in seconds.
 */
export interface DirectAccess {
  /** Origins under which browsers reach the store, for the content security policy. */
  readonly origin: string;

  /** A form that takes one object under this very key, of this very type and size. */
  form(key: string, facts: { readonly type: string; readonly size: number; readonly seconds: number }): Promise<DirectForm>;

  /** An address that takes one part, of this very length, by PUT. */
  part(upload: PartsUpload, number: number, seconds: number): Promise<string>;

  /** An address that answers an object as an attachment. @param disposition the header `Content-Disposition` */
  download(key: string, facts: { readonly type: string; readonly disposition: string; readonly seconds: number }): Promise<string>;
}
