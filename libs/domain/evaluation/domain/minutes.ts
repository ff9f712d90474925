import type { VoteRecord } from './ballot.js';
import type { OutcomeKind } from './outcome.js';
import type { OutcomeReason } from './reasons.js';

export const MINUTES_KINDS = ['MEETING', 'COUNTING'] as const;
export type MinutesKind = (typeof MINUTES_KINDS)[number];

export const SIGNING_CAPACITIES = ['PRESIDING', 'SECRETARY', 'COUNTING_BOARD'] as const;
export type SigningCapacity = (typeof SIGNING_CAPACITIES)[number];

/** One item in minutes; who is recused on it does not read this part. */
export interface MinutedItem {
  readonly itemId: string;
  readonly code: string;
  readonly title: string;
  /** What the secretary wrote down. */
  readonly notes: string;
  readonly outcome: OutcomeKind;
  /** The exact average is `totalSum / sheetCount`, in hundredths. */
  readonly sheetCount: number;
  readonly totalSum: number;
  readonly reasons: readonly OutcomeReason[];
  readonly vote: VoteRecord | null;
}

export interface MinutedMember {
  readonly personId: string;
  readonly fullName: string;
  readonly role: string;
  readonly isVoting: boolean;
  /** By time; void ones are left out. */
  readonly stays: ReadonlyArray<{ readonly mode: string; readonly inAt: string; readonly outAt: string | null }>;
  readonly absence: { readonly isExcused: boolean; readonly reason: string; readonly writtenOpinion: string } | null;
}

export interface MinutedSitting {
  readonly number: number;
  readonly presidingName: string;
  readonly authorisation: string | null;
  readonly appointed: number;
  readonly present: number;
  readonly required: number;
  readonly openedAt: string;
  readonly endedAt: string | null;
  readonly ending: 'ADJOURNED' | 'CLOSED' | null;
  readonly endingReason: string | null;
}

/**
 * Biên bản: facts copied when it is drafted, so that it reads the same for ever. Minutes of the counting hold the items with
 * their votes; minutes of the meeting hold everything.
 */
export interface MinutesContent {
  readonly council: string;
  readonly session: string;
  readonly place: string | null;
  readonly sittings: readonly MinutedSitting[];
  readonly members: readonly MinutedMember[];
  readonly items: readonly MinutedItem[];
  /** The conclusion of whoever presides, in their words. */
  readonly conclusion: string;
}

/** Somebody who has an office in a session, as far as signing asks. */
export interface Signers {
  readonly presidingPersonId: string | null;
  readonly secretaryPersonId: string | null;
  readonly countingBoardIds: readonly string[];
}

/** In which capacities a person signs minutes of a kind. */
export function capacitiesOf(kind: MinutesKind, personId: string, signers: Signers): SigningCapacity[] {
  if (kind === 'COUNTING') return signers.countingBoardIds.includes(personId) ? ['COUNTING_BOARD'] : [];
  return [
    ...(signers.presidingPersonId === personId ? (['PRESIDING'] as const) : []),
    ...(signers.secretaryPersonId === personId ? (['SECRETARY'] as const) : []),
  ];
}
