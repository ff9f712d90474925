/**
 * Characters that the `unaccent` dictionary of PostgreSQL replaces although Unicode does not decompose them
 * (Đ, Ø, ß, curly quotes, dashes …), for the blocks Latin-1, Latin Extended, general punctuation and currency signs.
 * Each row: what PostgreSQL writes, and every character it writes it for.
 */
const REPLACEMENTS: ReadonlyArray<readonly [replacement: string, characters: string]> = [
  ['a', 'ªẚ'], ['A', 'Ⱥ'], ['ae', 'æ'], ['AE', 'Æ'],
  ['b', 'ƀƃ'], ['B', 'ƁƂɃ'], ['c', 'ƈȼ'], ['C', 'ƇȻ'],
  ['d', 'đðƌȡ'], ['D', 'ĐÐƉƊƋ'], ['db', 'ȸ'], ['dz', 'ǆǳ'], ['Dz', 'ǅǲ'], ['DZ', 'ǄǱ'],
  ['e', 'ɇ'], ['E', 'ƐɆ'], ['f', 'ƒ'], ['F', 'Ƒ'], ['g', 'ǥ'], ['G', 'ƓǤ'],
  ['h', 'ħ'], ['H', 'Ħ'], ['hv', 'ƕ'], ['i', 'ı'], ['I', 'ƖƗ'], ['ij', 'ĳ'], ['IJ', 'Ĳ'],
  ['j', 'ȷɉ'], ['J', 'Ɉ'], ['k', 'ƙ'], ['K', 'Ƙ'],
  ['l', 'ŀłƚȴ'], ['L', 'ĿŁȽ'], ['lj', 'ǉ'], ['Lj', 'ǈ'], ['LJ', 'Ǉ'], ['ll', 'ỻ'], ['LL', 'Ỻ'],
  ['n', 'ŋƞȵ'], ['N', 'ŊƝ'], ['nj', 'ǌ'], ['Nj', 'ǋ'], ['NJ', 'Ǌ'], ['\'n', 'ŉ'],
  ['o', 'ºø'], ['O', 'Ø'], ['oe', 'œ'], ['OE', 'Œ'], ['oi', 'ƣ'], ['OI', 'Ƣ'],
  ['p', 'ƥ'], ['P', 'Ƥ'], ['q', 'ĸ'], ['qp', 'ȹ'], ['r', 'ɍ'], ['R', 'Ɍ'],
  ['s', 'ſȿẜẝ'], ['ss', 'ß'], ['SS', 'ẞ'], ['t', 'ŧƫƭȶ'], ['T', 'ŦƬƮȾ'], ['th', 'þ'], ['TH', 'Þ'],
  ['U', 'Ʉ'], ['v', 'ỽ'], ['V', 'ƲỼ'], ['y', 'ƴɏỿ'], ['Y', 'ƳɎỾ'], ['z', 'ƶȥɀ'], ['Z', 'ƵȤ'],
  ['-', '\u00AD‐‑‒–—―−'], ['\'', '‘’‛′'], ['"', '“”‟″'], [',', '‚'], [',,', '„'],
  ['<', '‹'], ['>', '›'], ['<<', '«'], ['>>', '»'], ['[', '⁅'], [']', '⁆'], ['||', '‖'],
  ['.', '․'], ['..', '‥'], ['...', '…'], ['!', '¡'], ['?', '¿'], ['!!', '‼'], ['??', '⁇'], ['?!', '⁈'], ['!?', '⁉'],
  ['*', '×⁎'], ['/', '÷⁄'], ['+/-', '±'], [' 1/4', '¼'], [' 1/2', '½'], [' 3/4', '¾'], ['μ', 'µ'],
  ['(C)', '©'], ['(R)', '®'], ['No', '№'],
  ['CE', '₠'], ['Cr', '₢'], ['Fr.', '₣'], ['L.', '₤'], ['Pts', '₧'], ['Rs', '₹'], ['TL', '₺'],
];

const TABLE: ReadonlyMap<string, string> = new Map(
  REPLACEMENTS.flatMap(([replacement, characters]) => Array.from(characters, (character) => [character, replacement] as const)),
);

const FULLWIDTH_TO_ASCII = 0xfee0;

/**
 * One NFC character without its marks, exactly as PostgreSQL's `unaccent` writes it in the blocks above.
 * A combining mark alone becomes nothing; a character of another script stays as it is.
 */
export function unaccentCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  if (code >= 0x0300 && code <= 0x0362) return '';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - FULLWIDTH_TO_ASCII);
  const replacement = TABLE.get(character);
  if (replacement !== undefined) return replacement;
  const base = character.normalize('NFD').charAt(0);
  return /^[A-Za-z]$/.test(base) ? base : character;
}
