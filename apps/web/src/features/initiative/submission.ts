/**
 * The key of one act of submitting. It stays the same while the same revision is submitted, even after the page was
 * reloaded and in every tab, so that a second click or a retry after a lost connection never hands in twice.
 */
export function submissionKey(dossierId: string, revision: number): string {
  const name = `khoi/submit/${dossierId}/${revision}`;
  try {
    const kept = localStorage.getItem(name);
    if (kept) return kept;
    const key = randomKey();
    localStorage.setItem(name, key);
    return key;
  } catch {
    return (fallback[name] ??= randomKey());
  }
}

const fallback: Record<string, string> = {};

/** `crypto.randomUUID` exists on https and localhost only. */
function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
