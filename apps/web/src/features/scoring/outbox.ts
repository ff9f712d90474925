import type { SubmitScoreSheetInput } from '../../gql/schema.js';

/** A finished sheet that could not be handed in because the network was gone. */
export interface KeptSheet {
  input: SubmitScoreSheetInput;
  code: string;
  title: string;
  /** Code of the error, when the server has refused it since; then its owner has to look at it. */
  refusal?: string;
}

/** What became of one attempt to hand in a sheet. */
export type Attempt =
  | { outcome: 'SENT' }
  | { outcome: 'OFFLINE' }
  /** The sheet has another revision on the server; null when it is handed in there already. */
  | { outcome: 'OUTDATED'; revision: number | null }
  | { outcome: 'REFUSED'; code: string };

/**
 * Hands in what is kept, one after another, and returns what is still kept and what was sent. A sheet keeps its key over
 * all attempts, so an attempt whose answer was lost is not counted twice. It stops when the network is gone again.
 */
export async function sendKept(kept: readonly KeptSheet[], attempt: (input: SubmitScoreSheetInput) => Promise<Attempt>, makeKey: () => string): Promise<{ left: KeptSheet[]; sent: KeptSheet[] }> {
  const left: KeptSheet[] = [];
  const sent: KeptSheet[] = [];
  let isOffline = false;
  for (const sheet of kept) {
    if (isOffline || sheet.refusal) {
      left.push(sheet);
      continue;
    }
    let result = await attempt(sheet.input);
    let { input } = sheet;
    if (result.outcome === 'OUTDATED' && result.revision !== null) {
      // Only its owner writes a sheet: another revision is an own draft whose answer was lost, and these words are newer.
      input = { ...input, revision: result.revision, idempotencyKey: makeKey() };
      result = await attempt(input);
    }
    if (result.outcome === 'SENT' || (result.outcome === 'OUTDATED' && result.revision === null)) sent.push(sheet);
    else if (result.outcome === 'REFUSED' || result.outcome === 'OUTDATED') left.push({ ...sheet, refusal: result.outcome === 'REFUSED' ? result.code : 'REVISION_CONFLICT' });
    else {
      isOffline = true;
      left.push({ ...sheet, input });
    }
  }
  return { left, sent };
}

/**
 * What is kept after a round: `before` is what it began with, `left` what it could not hand in, `now` what the device holds.
 * The key tells whether a sheet is still the one that was tried: a newer one of the same dossier stays as it is, and what its
 * owner has taken back meanwhile does not return.
 */
export function afterRound(before: readonly KeptSheet[], left: readonly KeptSheet[], now: readonly KeptSheet[]): KeptSheet[] {
  const tried = new Map(before.map(({ input }) => [input.itemId, input.idempotencyKey]));
  const stillKept = new Map(left.map((sheet) => [sheet.input.itemId, sheet]));
  return now.flatMap((sheet) => {
    const { itemId, idempotencyKey } = sheet.input;
    if (tried.get(itemId) !== idempotencyKey) return [sheet];
    return stillKept.get(itemId) ?? [];
  });
}

/** A key for one act, also where the page has no secure context. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
