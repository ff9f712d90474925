import { nfc } from './normalise.js';

/**
 * The key by which Vietnamese people are listed: given name (the last word) first, then family and middle names.
 * `Nguyễn Thị Ánh` → `Ánh Nguyễn Thị`. Compare keys with a Vietnamese collation (`vi-x-icu`, `Intl.Collator('vi')`).
 */
export function sortNameOf(fullName: string): string {
  const words = wordsOf(fullName);
  const given = words.pop();
  return given === undefined ? '' : [given, ...words].join(' ');
}

/** Two letters that stand for a person in a list: family and given name. `Đỗ Văn Ân` → `ĐÂ`; one word → one letter. */
export function initialsOf(fullName: string): string {
  const words = wordsOf(fullName);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => (Array.from(word ?? '')[0] ?? '').toLocaleUpperCase('vi')).join('');
}

function wordsOf(fullName: string): string[] {
  return nfc(fullName).split(/\s+/u).filter((word) => word !== '');
}
