/** What is wrong with a file whatever it was announced as; the first thing found. */
export const FAULTS = ['BOMB', 'MACROS', 'ENCRYPTED', 'ACTIVE_CONTENT', 'EMBEDDED_FILES', 'DAMAGED'] as const;

/**
 * - `BOMB`: unpacks or decodes to far more than it weighs.
 * - `MACROS`: carries a program of an office suite.
 * - `ENCRYPTED`: opens with a password only.
 * - `ACTIVE_CONTENT`: does something when opened: scripts, launched programs, commands to other programs, remote templates.
 * - `EMBEDDED_FILES`: carries files that nobody looks at.
 * - `DAMAGED`: breaks off or contradicts itself.
 */
export type InspectionFault = (typeof FAULTS)[number];

/** What a look at the bytes of a file found. */
export interface Inspection {
  /** Media type that the bytes show; `text/plain` for readable UTF-8 without a signature; `null` for anything unknown. */
  readonly type: string | null;
  readonly fault: InspectionFault | null;
}

/** An inspection, and the words in the file as far as they were found: NFC, at most `TEXT_LENGTH` characters; `''` for none. */
export interface InspectedFile extends Inspection {
  readonly text: string;
}

/** Why a look was broken off: it took too long, wanted too much memory, or brought its process down. */
export type GivenUp = 'TIME' | 'MEMORY' | 'CRASH';

export type InspectionOutcome =
  | { readonly kind: 'INSPECTED'; readonly file: InspectedFile }
  | { readonly kind: 'GIVEN_UP'; readonly why: GivenUp };

/** Of the words of a file, the first so many characters are kept: about eighty pages. */
export const TEXT_LENGTH = 200_000;

/** One line from the child to its parent. */
export type ChildMessage =
  | { readonly say: 'READY' }
  | { readonly say: 'CHECKED'; readonly inspection: Inspection }
  /** `residentBytes`: memory the child holds now. */
  | { readonly say: 'DONE'; readonly text: string; readonly residentBytes: number }
  | { readonly say: 'OUT_OF_MEMORY' };

/** One line from the parent to its child: look at the file of this path. */
export interface ChildRequest {
  readonly path: string;
}
