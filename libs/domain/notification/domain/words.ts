import type { ClockKind } from './clocks.js';

/** Every kind of notice. Each has words in both languages; a test holds this list against the table of notices. */
export const NOTICE_KINDS = [
  'ROLE_ASSIGNED', 'ROLE_ENDED', 'PASSWORD_RESET', 'PASSWORD_CHANGED', 'AUTHORSHIP_ASKED', 'AUTHORSHIP_CONFIRMED', 'AUTHORSHIP_DECLINED',
  'INITIATIVE_SUBMITTED', 'DOSSIER_TO_CHECK', 'DOSSIER_TO_CHECK_AGAIN', 'SUPPLEMENT_REQUESTED', 'INITIATIVE_ACCEPTED',
  'INITIATIVE_REJECTED_FORMALLY', 'INITIATIVE_WITHDRAWN', 'APPLICATION_CONFIRMED', 'SESSION_CONVENED', 'SESSION_RESCHEDULED', 'SESSION_CANCELLED',
  'SCORING_OPENED', 'SCORING_CLOSED', 'SESSION_LOCKED', 'DISCUSSION_MENTION', 'DECISION_PROPOSED', 'INITIATIVE_RECOGNISED', 'INITIATIVE_REFUSED', 'DECISION_ISSUED', 'DEADLINES_NEAR',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a mail can tell of: a notice, or one deadline out of a reminder. */
export type WordedKind = NoticeKind | `DEADLINE_${ClockKind}`;

/**
 * The words of one kind. `{name}` stands for a word to fill in, `{name:format}` for one to be written as a `date`, a
 * `share`, a `role` or `grounds`.
 */
export interface KindWords {
  readonly subject: string;
  readonly sentence: string;
  /** A line stands in the mail when everything to fill in is there. */
  readonly facts: readonly string[];
  /** What the link says. */
  readonly action: string;
}

export interface Words {
  readonly kinds: Readonly<Record<WordedKind, KindWords>>;
  readonly greeting: string;
  readonly digestSubject: string;
  readonly digestIntro: string;
  readonly remindersSubject: string;
  readonly remindersIntro: string;
  readonly automatic: string;
  readonly settings: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly grounds: Readonly<Record<string, string>>;
  /** What stands for a fact that the reader of a preview may not know. */
  readonly withheld: string;
}
