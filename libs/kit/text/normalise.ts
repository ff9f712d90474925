import { unaccentCharacter } from './unaccent-table.js';

/** Text in Unicode NFC, the only form that is stored: `o` + U+0302 becomes `ô`. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/** White space as PostgreSQL's `\s` sees it; that of JavaScript lacks U+0085 and adds U+FEFF. */
const WHITE_SPACE = /\p{White_Space}+/gu;

/**
 * The form in which Vietnamese text is compared and searched: lower case, no marks, đ as d, one space between words.
 * `Hoà  Bình`, `hòa bình` and their NFD spellings all become `hoa binh`.
 *
 * Gives the same answer as the SQL function `vn_norm`, that is `lower(unaccent(normalize(x, NFC)))` with white space
 * collapsed and trimmed, for ASCII, every Latin letter up to U+024F and in U+1E00–U+1EFF, Latin-1 signs, general
 * punctuation and full-width forms. Text in other scripts keeps its marks here; the database decides there.
 */
export function vnNorm(text: string): string {
  let plain = '';
  for (const character of nfc(text)) plain += lower(unaccentCharacter(character));
  return plain.replace(WHITE_SPACE, ' ').replace(/^ | $/g, '');
}

/** Lower case letter by letter: a whole-string `toLowerCase` writes a final Greek sigma differently from PostgreSQL. */
function lower(characters: string): string {
  return characters.length === 1 ? characters.toLowerCase() : Array.from(characters, (one) => one.toLowerCase()).join('');
}

/**
 * The part of a web address that names something: `Sổ tay “Một cửa” số 2` → `so-tay-mot-cua-so-2`.
 * Only a–z, 0–9 and single hyphens; cut at a word boundary where one lies within `maxLength`. Empty when nothing is left.
 */
export function slugify(text: string, maxLength = 80): string {
  const slug = vnNorm(text).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  if (slug.length <= maxLength) return slug;
  const cut = slug.slice(0, maxLength);
  const boundary = slug.charAt(maxLength) === '-' ? maxLength : cut.lastIndexOf('-');
  return cut.slice(0, boundary > 0 ? boundary : maxLength).replace(/-+$/, '');
}
