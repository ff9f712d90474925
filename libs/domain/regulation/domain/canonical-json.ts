/**
 * The one way to write a value as JSON: keys in code-unit order, no white space, absent (`undefined`) fields left out.
 * Two equal values give the same text wherever they were stored, so its hash is a fingerprint (after RFC 8785).
 * @throws {TypeError} for what JSON cannot carry exactly: NaN, infinities, bigint, functions, undefined in a list.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => canonicalJson(item)).join(',')}]`;
  if (isPlainObject(value)) {
    const fields = Object.keys(value).filter((key) => value[key] !== undefined).toSorted();
    return `{${fields.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
  }
  throw new TypeError('The value has no exact JSON form.');
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
