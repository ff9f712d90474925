/** Case, marks, đ and Unicode form removed: the same folding as the server's `vn_norm`. */
export function vnNorm(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** A range `[start, end)` of UTF-16 positions in the original text. */
export type Range = readonly [start: number, end: number];

/**
 * Where the words of `query` occur in `text`, ignoring case, marks and đ. Positions are those of the original text, so
 * that highlighting never alters what is shown.
 */
export function matchRanges(text: string, query: string): Range[] {
  const words = vnNorm(query).split(/\s+/).filter((word) => word.length > 0);
  if (words.length === 0) return [];
  let folded = '';
  const origin: number[] = [];
  let position = 0;
  for (const character of text) {
    for (const unit of vnNorm(character)) {
      folded += unit;
      origin.push(position);
    }
    position += character.length;
  }
  origin.push(text.length);
  const found: Range[] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      found.push([origin[at] ?? 0, endOf(text, origin[at + word.length] ?? text.length)]);
    }
  }
  return mergeRanges(found);
}

/** Combining marks after a match (decomposed text) belong to its last letter. */
function endOf(text: string, end: number): number {
  let at = end;
  while (at < text.length && /\p{M}/u.test(text[at] ?? '')) at += 1;
  return at;
}

function mergeRanges(ranges: Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const merged: Range[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    else merged.push(range);
  }
  return merged;
}

/** Text pasted from a word processor: NFC, plain spaces and line ends, no invisible characters. */
export function cleanPastedText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\v/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u0000-\u0008\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
