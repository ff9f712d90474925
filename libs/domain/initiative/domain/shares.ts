import type { Fault } from '@kit/errors';

/** Shares are integers in hundredths of a percent: the whole is 10000. */
export const WHOLE_BP = 10_000;

/** An author as far as the rules on shares go. */
export interface AuthorShare {
  readonly personId: string;
  readonly shareBp: number;
}

export type ShareFaultCode =
  | 'INITIATIVE_AUTHORS_EMPTY'
  /** The person is already an author; `details.firstIndex` says which line. */
  | 'INITIATIVE_AUTHOR_TWICE'
  /** Not an integer from 1 to 10000. */
  | 'INITIATIVE_SHARE_OUT_OF_RANGE'
  /** Below the minimum of the regulation; `details.minimumShareBp`. */
  | 'INITIATIVE_SHARE_BELOW_MINIMUM'
  /** The shares do not add up to 100 %; `details.sumBp`, and `details.missingBp` (negative when too much). */
  | 'INITIATIVE_SHARES_NOT_100';

/** One fault of the list of authors; `path` leads to the field, e.g. `['authors', 1, 'shareBp']`. */
export interface ShareFault extends Fault {
  readonly code: ShareFaultCode;
}

/**
 * Everything that is wrong with a list of authors at submission (INV-01, INV-02, INV-04): at least one, each once, each
 * with a share from 0,01 % and, where the regulation sets one, from its minimum, and 100 % together. A single author
 * has the whole.
 */
export function shareFaults(authors: readonly AuthorShare[], rules: { readonly minimumShareBp?: number } = {}): ShareFault[] {
  if (authors.length === 0) return [{ code: 'INITIATIVE_AUTHORS_EMPTY', path: ['authors'], details: {} }];
  const faults: ShareFault[] = [];
  authors.forEach((author, index) => {
    const firstIndex = authors.findIndex((other) => other.personId === author.personId);
    if (firstIndex < index) faults.push({ code: 'INITIATIVE_AUTHOR_TWICE', path: ['authors', index, 'personId'], details: { firstIndex } });
    const path = ['authors', index, 'shareBp'];
    if (!isShare(author.shareBp)) {
      faults.push({ code: 'INITIATIVE_SHARE_OUT_OF_RANGE', path, details: { min: 1, max: WHOLE_BP } });
    } else if (rules.minimumShareBp !== undefined && author.shareBp < rules.minimumShareBp) {
      faults.push({ code: 'INITIATIVE_SHARE_BELOW_MINIMUM', path, details: { minimumShareBp: rules.minimumShareBp } });
    }
  });
  if (authors.every((author) => Number.isSafeInteger(author.shareBp))) {
    const sumBp = authors.reduce((sum, author) => sum + author.shareBp, 0);
    if (sumBp !== WHOLE_BP) faults.push({ code: 'INITIATIVE_SHARES_NOT_100', path: ['authors'], details: { sumBp, missingBp: WHOLE_BP - sumBp } });
  }
  return faults;
}

/**
 * Equal shares that add up to exactly 100 %; the first authors take what does not divide: 3 → 3334, 3333, 3333.
 * @throws {RangeError} unless 1 ≤ n ≤ 10000.
 */
export function equalShares(n: number): number[] {
  if (!Number.isInteger(n) || n < 1 || n > WHOLE_BP) throw new RangeError('The number of authors is an integer from 1 to 10000.');
  const each = Math.floor(WHOLE_BP / n);
  const rest = WHOLE_BP - each * n;
  return Array.from({ length: n }, (_, index) => (index < rest ? each + 1 : each));
}

/**
 * Whether a change of the list of authors clears every confirmation (INV-03): a share changed, or a person came or left.
 * A new order of the same people with the same shares does not.
 */
export function clearsConfirmations(before: readonly AuthorShare[], after: readonly AuthorShare[]): boolean {
  if (before.length !== after.length) return true;
  const shares = new Map(before.map((author) => [author.personId, author.shareBp]));
  return after.some((author) => shares.get(author.personId) !== author.shareBp);
}

function isShare(shareBp: number): boolean {
  return Number.isInteger(shareBp) && shareBp >= 1 && shareBp <= WHOLE_BP;
}
