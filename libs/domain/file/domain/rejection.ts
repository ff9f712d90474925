import { allowedType } from './file-types.js';

/** What was said of a file before its bytes came. */
export interface Announced {
  readonly declaredType: string;
  /** In hexadecimal; `null` when the sender did not say. */
  readonly declaredSha256: string | null;
}

/** What a look at the bytes found. */
export interface Found {
  /** Media type by the bytes; `null` for nothing known. */
  readonly type: string | null;
  /** What makes the file one we do not take, whatever its type. */
  readonly fault: 'BOMB' | 'MACROS' | 'ENCRYPTED' | 'ACTIVE_CONTENT' | 'EMBEDDED_FILES' | 'DAMAGED' | null;
}

/** Why a file of the announced size is refused; the first reason that tells the sender what to do. */
export type CheckedRejection = 'HASH_DIFFERS' | 'TYPE_NOT_ALLOWED' | 'TYPE_DIFFERS' | 'CHECK_FAILED' | NonNullable<Found['fault']>;

/**
 * @param sha256 of the bytes that came
 * @param found `null` when the look had to be broken off
 */
export function rejectionOf({ declaredType, declaredSha256 }: Announced, sha256: string, found: Found | null): CheckedRejection | null {
  const type = allowedType(declaredType);
  if (declaredSha256 !== null && declaredSha256 !== sha256) return 'HASH_DIFFERS';
  if (type === null) return 'TYPE_NOT_ALLOWED';
  if (found === null) return 'CHECK_FAILED';
  // What is locked shows no type, and what is damaged shows a wrong one: the fault says more.
  if (found.fault !== null && found.type !== null && (type.found.includes(found.type) || OPAQUE.includes(found.type))) return found.fault;
  if (found.type === null || !type.found.includes(found.type)) return 'TYPE_DIFFERS';
  return found.fault;
}

/** Containers that could not be looked into. */
const OPAQUE: readonly string[] = ['application/zip', 'application/x-cfb'];
