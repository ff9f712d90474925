import { createHash } from 'node:crypto';

/**
 * A fingerprint of an input: equal for equal values whatever the order of keys, with absent and
 * `undefined` fields alike. 64 hex digits.
 */
export function fingerprint(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input, sorted) ?? 'null').digest('hex');
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
