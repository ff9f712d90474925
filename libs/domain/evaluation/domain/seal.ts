import { canonicalJson } from '../../regulation/domain/canonical-json.js';

/** The record of a session in parts, each a plain value; in this order they are hashed and compared. */
export const SEALED_PARTS = [
  'session', 'rules', 'members', 'agenda', 'conflicts', 'sheets', 'attendance', 'ballots', 'results', 'proceedings', 'minutes',
] as const;
export type SealedPart = (typeof SEALED_PARTS)[number];
export type SessionRecord = Readonly<Record<SealedPart, unknown>>;

/** SHA-256 in hex of each part, and over all of them. */
export interface Seal {
  readonly sha256: string;
  readonly parts: Readonly<Record<SealedPart, string>>;
}

/** SHA-256 of a text, in hex. */
export type Sha256 = (text: string) => string;

/** The seal of a record (INV-24): equal records have equal seals, wherever and whenever they are read. */
export function sealOf(record: SessionRecord, sha256: Sha256): Seal {
  const parts = Object.fromEntries(SEALED_PARTS.map((part) => [part, sha256(canonicalJson(record[part]))])) as Record<SealedPart, string>;
  return { parts, sha256: sha256(canonicalJson(parts)) };
}

/** The first part in which a record differs from its seal; null when it is the one that was sealed. */
export function firstDifference(sealed: Seal, record: SessionRecord, sha256: Sha256): SealedPart | 'seal' | null {
  const now = sealOf(record, sha256);
  const part = SEALED_PARTS.find((one) => sealed.parts[one] !== now.parts[one]);
  return part ?? (sealed.sha256 === now.sha256 ? null : 'seal');
}
