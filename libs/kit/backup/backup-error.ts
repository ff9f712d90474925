import { isNativeError } from 'node:util/types';

/** A backup cannot be made, read or restored; the message is one sentence for the operator, without secrets. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** The connection broke during the commit of a restore: whether it happened has to be looked up. */
export class OutcomeUnknownError extends BackupError {}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'this user may not do that',
  EPERM: 'this user may not do that',
  EIO: 'the disk is broken',
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection was lost',
  CONTENT_MISSING: 'it is not there',
  Z_BUF_ERROR: 'it is cut off',
  Z_DATA_ERROR: 'its bytes were changed',
  ABORT_ERR: 'it was interrupted',
  '55P03': 'another process holds a table and does not let go',
  '57P01': 'the database server ended the connection',
  '53100': 'the disk of the database is full',
};

/** What went wrong, in a few words for a sentence. Looks through the errors that only wrap another one. */
export function reasonOf(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  // The store says "unavailable" and keeps what the disk said as its cause.
  if (error.cause !== undefined && REASONS[code] === undefined && !(error instanceof BackupError)) return reasonOf(error.cause);
  return REASONS[code] ?? error.message;
}
