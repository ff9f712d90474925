/** A key for an act that must happen once. `crypto.randomUUID` exists on https only; a ward may run on plain http inside its network. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
