/** States of a session in which members write; before the invitation nobody does, and what was counted stands. */
export const OPEN_STATES: readonly string[] = ['CONVENED', 'SCORING', 'SCORED', 'BALLOTING'];
/** States in which sheets can still come, so that reading others first would undo independent scoring (INV-18). */
export const BEFORE_CLOSING: readonly string[] = ['CONVENED', 'SCORING'];

/** How long the author of a post may put another text in place of the first. The last instant is already late. */
export const EDIT_MINUTES = 15;
/** Characters of one post. */
export const LONGEST_POST = 4_000;
/** Posts of one thread; a longer exchange is another question. */
export const MOST_POSTS = 100;
/** People named in one post. */
export const MOST_MENTIONS = 10;
/** Characters of a note to oneself; the bound of `long_text` in the database. */
export const LONGEST_NOTE = 20_000;

/** Whether the text of a post may still change. Instants of the database clock. */
export function mayStillEdit(postedAt: Date, now: Date): boolean {
  return now.getTime() < postedAt.getTime() + EDIT_MINUTES * 60_000;
}
