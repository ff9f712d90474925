/** The same sentence for a Vietnamese and an English reader. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/** What is true of one part now. Never holds a password, a key or a name of a person. */
export interface Finding {
  /** The part, for example `database`. */
  readonly part: string;
  /** `ok`: nothing to do. `warning`: works, but not as it should for long. `error`: does not work, or lets somebody in. */
  readonly level: 'ok' | 'warning' | 'error';
  readonly text: Sentence;
  /** What to do about it; absent when there is nothing to do. */
  readonly fix?: Sentence;
}

/** A check of one part: looks, changes nothing that stays, and tells. What it throws becomes an error of its part. */
export interface Check {
  readonly part: string;
  run(): Promise<readonly Finding[]>;
}

export const ok = (part: string, vi: string, en: string): Finding => ({ part, level: 'ok', text: { vi, en } });

export const warning = (part: string, text: readonly [vi: string, en: string], fix: readonly [vi: string, en: string]): Finding =>
  ({ part, level: 'warning', text: sentence(text), fix: sentence(fix) });

export const error = (part: string, text: readonly [vi: string, en: string], fix: readonly [vi: string, en: string]): Finding =>
  ({ part, level: 'error', text: sentence(text), fix: sentence(fix) });

const sentence = ([vi, en]: readonly [string, string]): Sentence => ({ vi, en });

/** Why something failed. A code says enough; a message may quote an address with its password. */
export function reasonOf(fault: unknown): string {
  const { code, name, details } = Object(fault) as { readonly code?: unknown; readonly name?: unknown; readonly details?: { readonly store?: unknown } };
  return [code ?? name ?? 'unknown', details?.store].filter((word) => typeof word === 'string').join(' ');
}
