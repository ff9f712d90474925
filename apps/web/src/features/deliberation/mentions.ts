import { vnNorm } from '../../lib/text.js';

/** Somebody who can be mentioned. */
export interface Named {
  readonly id: string;
  readonly fullName: string;
}

/** The name being typed after an `@`, and where the `@` stands. */
export interface Mention {
  readonly at: number;
  readonly typed: string;
}

/** Words of a name at most; what is longer is a sentence. */
const MOST_WORDS = 5;
const MOST_OFFERED = 6;

/** What is being mentioned at the caret: the `@` begins a word, and only a name has been typed since. */
export function mentionAt(text: string, caret: number): Mention | null {
  const at = text.lastIndexOf('@', caret - 1);
  if (at < 0 || (at > 0 && !/\s|\(/.test(text[at - 1] ?? ''))) return null;
  const typed = text.slice(at + 1, caret);
  if (!/^[\p{L}\p{M} ]*$/u.test(typed) || typed.startsWith(' ') || typed.split(' ').length > MOST_WORDS) return null;
  return { at, typed };
}

/** Members whose name has a word that begins like each word typed, without regard to case and marks. */
export function offered(members: readonly Named[], typed: string): Named[] {
  const wanted = vnNorm(typed).split(' ').filter((word) => word !== '');
  const fits = ({ fullName }: Named): boolean => {
    const words = vnNorm(fullName).split(' ');
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  };
  return members.filter(fits).slice(0, MOST_OFFERED);
}

/** The text with the whole name in the place of what was typed, and where the caret goes. */
export function withMention(text: string, { at, typed }: Mention, { fullName }: Named): { text: string; caret: number } {
  const before = `${text.slice(0, at)}@${fullName} `;
  return { text: before + text.slice(at + 1 + typed.length).replace(/^ /, ''), caret: before.length };
}

/** Whom the text names, in the order of the list: whoever was picked and deleted again is not told. */
export function namedIn(text: string, members: readonly Named[]): Named[] {
  const normal = text.normalize('NFC');
  return members.filter(({ fullName }) => normal.includes(`@${fullName.normalize('NFC')}`));
}

/** The text in pieces, each with whether it names somebody. */
export function piecesOf(text: string, mentions: readonly Named[]): { text: string; isMention: boolean }[] {
  const names = [...mentions].map(({ fullName }) => `@${fullName}`).sort((a, b) => b.length - a.length);
  const pieces: { text: string; isMention: boolean }[] = [];
  let rest = text;
  while (rest !== '') {
    const found = names.map((name) => ({ name, place: rest.indexOf(name) })).filter(({ place }) => place >= 0).sort((a, b) => a.place - b.place)[0];
    if (found === undefined) return [...pieces, { text: rest, isMention: false }];
    if (found.place > 0) pieces.push({ text: rest.slice(0, found.place), isMention: false });
    pieces.push({ text: found.name, isMention: true });
    rest = rest.slice(found.place + found.name.length);
  }
  return pieces;
}
