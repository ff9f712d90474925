/** The words of one mail, before they have a look. Everything is plain text: whoever draws it escapes it. */
export interface Letter {
  readonly language: 'vi' | 'en';
  readonly subject: string;
  readonly greeting: string;
  /** What the items have in common; may be empty. */
  readonly intro: readonly string[];
  readonly items: readonly LetterItem[];
  /** Who writes, on whose behalf, and where to choose what is written about. */
  readonly footer: readonly LetterLine[];
}

/** One thing the reader is told. */
export interface LetterItem {
  readonly sentence: string;
  /** Facts below the sentence, one line each. */
  readonly facts: readonly string[];
  readonly action: LetterAction | null;
}

/** Where to act; the address is absolute. */
export interface LetterAction {
  readonly label: string;
  readonly url: string;
}

/** A line of words that may lead somewhere. */
export interface LetterLine {
  readonly text: string;
  readonly url?: string;
}
