import { Logger } from '@nestjs/common';
import { DomainError, unavailable } from '@kit/errors';
import { contentMissing } from '../file-errors.js';

/** Why the store cannot be used; goes out as `details.store` of UNAVAILABLE. */
export type StoreFault = 'KEYS' | 'ACCESS' | 'BUCKET' | 'FULL' | 'CLOCK' | 'SLOW' | 'AWAY' | 'OTHER';

/** What the operator reads, and does. */
const SENTENCES: Readonly<Record<StoreFault, string>> = {
  KEYS: 'The file store does not know our keys: check S3_ACCESS_KEY and S3_SECRET_KEY.',
  ACCESS: 'The file store refuses us: the key may lack a right, or the bucket is read-only.',
  BUCKET: 'The bucket does not exist: check S3_BUCKET, or run "console store prepare".',
  FULL: 'The file store is full or its quota is used up.',
  CLOCK: 'The clock of this machine differs too much from that of the file store.',
  SLOW: 'The file store does not answer in time.',
  AWAY: 'The file store cannot be reached: check S3_ENDPOINT and whether it runs.',
  OTHER: 'The file store answered with an error.',
};

const FAULTS: Readonly<Record<string, StoreFault>> = {
  InvalidAccessKeyId: 'KEYS', SignatureDoesNotMatch: 'KEYS', AuthorizationHeaderMalformed: 'KEYS',
  AccessDenied: 'ACCESS', MethodNotAllowed: 'ACCESS', AllAccessDisabled: 'ACCESS',
  NoSuchBucket: 'BUCKET',
  QuotaExceeded: 'FULL', XMinioStorageFull: 'FULL', XMinioAdminBucketQuotaExceeded: 'FULL', InsufficientStorage: 'FULL', ENOSPC: 'FULL',
  RequestTimeTooSkewed: 'CLOCK',
  RequestTimeout: 'SLOW', ETIMEDOUT: 'SLOW', SlowDown: 'SLOW',
  ECONNREFUSED: 'AWAY', ECONNRESET: 'AWAY', EPIPE: 'AWAY', ENOTFOUND: 'AWAY', EAI_AGAIN: 'AWAY', EHOSTUNREACH: 'AWAY', ENETUNREACH: 'AWAY',
};

const NO_OBJECT = new Set(['NoSuchKey', 'NoSuchVersion', 'NoSuchUpload', 'NotFound']);
const LOG_AGAIN_MS = 60_000;

/** The code that the store or the network gave an error. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

export const isNoObject = (error: unknown): boolean => NO_OBJECT.has(codeOf(error) ?? '');

/** How stores say that they do not have something. */
const LACKING = new Set([
  'NotImplemented', 'MethodNotAllowed', 'MalformedXML', 'InvalidRequest', 'InvalidArgument', 'InvalidBucketState', 'NotSupported',
  'ObjectLockConfigurationNotFoundError', 'NoSuchObjectLockConfiguration', 'NoSuchLifecycleConfiguration',
]);

/** Whether a translated failure means that this store, or this bucket, has no such thing. */
export const isLacking = (error: unknown): boolean => error instanceof Error && LACKING.has(codeOf(error.cause) ?? '');

/** What a failure of the store means to whoever asked; tells the operator once a minute. */
export class StoreErrors {
  readonly #log = new Logger('FileStore');
  readonly #told = new Map<StoreFault, number>();

  translate(error: unknown): DomainError {
    if (error instanceof DomainError) return error;
    if (isNoObject(error)) return contentMissing(undefined, undefined, error);
    const fault = FAULTS[codeOf(error) ?? ''] ?? 'OTHER';
    // What a store does not have is asked for on purpose.
    if (!LACKING.has(codeOf(error) ?? '')) this.#tell(fault, error);
    return unavailable({ store: fault }, undefined, error);
  }

  #tell(fault: StoreFault, error: unknown): void {
    if (Date.now() - (this.#told.get(fault) ?? 0) < LOG_AGAIN_MS) return;
    this.#told.set(fault, Date.now());
    this.#log.warn({ msg: SENTENCES[fault], code: codeOf(error), err: fault === 'OTHER' ? error : undefined });
  }
}
