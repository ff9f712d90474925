import { formatPoints, parseHundredths } from '../../lib/format.js';
import type { EditDossier } from './queries.js';

/** A share as a whole is 10000 hundredths of a percent. */
export const WHOLE_BP = 10_000;

export interface AuthorRow {
  personId: string;
  fullName: string;
  /** Position and unit. */
  about: string;
  /** Percent as typed, such as `33,34`. */
  share: string;
}

export type Authors = { authors: AuthorRow[] };

export function readAuthors(dossier: EditDossier): Authors {
  return {
    authors: dossier.authors.map(({ person, shareBp }) => ({
      personId: person.id,
      fullName: person.fullName,
      about: [person.position, person.unit?.shortName].filter(Boolean).join(' · '),
      share: formatPoints(shareBp),
    })),
  };
}

/** Hundredths of a percent; null for what is no share from 0,01 to 100. */
export function readShare(share: string): number | null {
  const bp = parseHundredths(share);
  return bp !== null && bp >= 1 && bp <= WHOLE_BP ? bp : null;
}

export function sumOfShares(authors: readonly AuthorRow[]): number {
  return authors.reduce((sum, { share }) => sum + (parseHundredths(share) ?? 0), 0);
}

/**
 * Whether the list is worth sending. A list on the way from one division to another is kept on this device: each change of a
 * share on the server takes back every consent and asks the co-authors anew.
 */
export function isWhole(authors: readonly AuthorRow[]): boolean {
  return authors.length > 0 && authors.every(({ share }) => readShare(share) !== null) && sumOfShares(authors) === WHOLE_BP;
}

/** Equal shares; the first authors take what does not divide, as the server divides them. */
export function divideEqually(authors: readonly AuthorRow[]): AuthorRow[] {
  const each = Math.floor(WHOLE_BP / authors.length);
  const rest = WHOLE_BP - each * authors.length;
  return authors.map((author, index) => ({ ...author, share: formatPoints(index < rest ? each + 1 : each) }));
}

/** The share that is left for one more author, as text; empty when nothing is. */
export function leftOver(authors: readonly AuthorRow[]): string {
  const left = WHOLE_BP - sumOfShares(authors);
  return left > 0 ? formatPoints(left) : '';
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}
