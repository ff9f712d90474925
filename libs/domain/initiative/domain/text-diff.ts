/** A stretch of text that both versions share, or that one of them has. */
export interface DiffSegment {
  readonly kind: 'SAME' | 'ADDED' | 'REMOVED';
  readonly text: string;
}

/** Words that may differ before the texts count as rewritten: bounds time and memory to some milliseconds and megabytes. */
const MOST_EDITS = 1500;

const TOKEN = /\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/**
 * The difference between two versions of a text, word by word, in reading order. `SAME` and `REMOVED` together are the
 * old text, `SAME` and `ADDED` the new one, character for character. Texts with more than some 1,500 changed words come
 * back as one removed and one added block between what they share at both ends.
 */
export function diffTexts(before: string, after: string): DiffSegment[] {
  const old = tokensOf(before);
  const fresh = tokensOf(after);
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end += 1;

  const segments = new Segments();
  segments.add('SAME', old.slice(0, start));
  const oldMiddle = old.slice(start, old.length - end);
  const freshMiddle = fresh.slice(start, fresh.length - end);
  const script = shortestEdits(oldMiddle, freshMiddle);
  if (script === null) {
    segments.add('REMOVED', oldMiddle);
    segments.add('ADDED', freshMiddle);
  } else {
    for (const { kind, token } of script) segments.add(kind, [token]);
  }
  segments.add('SAME', old.slice(old.length - end));
  return segments.list();
}

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

interface Edit {
  readonly kind: DiffSegment['kind'];
  readonly token: string;
}

/** Myers' greedy algorithm: the fewest removed and added words; null when more than {@link MOST_EDITS} are needed. */
function shortestEdits(old: readonly string[], fresh: readonly string[]): Edit[] | null {
  const most = Math.min(old.length + fresh.length, MOST_EDITS);
  const offset = most + 1;
  const reach = new Int32Array(2 * offset + 1);
  const history: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    history.push(reach.slice(offset - edits - 1, offset + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = stepsDown(reach, offset + diagonal, diagonal, edits) ? at(reach, offset + diagonal + 1) : at(reach, offset + diagonal - 1) + 1;
      while (x < old.length && x - diagonal < fresh.length && old[x] === fresh[x - diagonal]) x += 1;
      reach[offset + diagonal] = x;
      if (x >= old.length && x - diagonal >= fresh.length) return walkBack(old, fresh, history);
    }
  }
  return null;
}

/** Reads the edits backwards out of the reach that was recorded before each step. */
function walkBack(old: readonly string[], fresh: readonly string[], history: readonly Int32Array[]): Edit[] {
  const script: Edit[] = [];
  let x = old.length;
  let y = fresh.length;
  for (let edits = history.length - 1; edits >= 0; edits -= 1) {
    const reach = history[edits] ?? new Int32Array();
    const centre = edits + 1;
    const diagonal = x - y;
    const isAdded = stepsDown(reach, centre + diagonal, diagonal, edits);
    const fromX = edits === 0 ? 0 : isAdded ? at(reach, centre + diagonal + 1) : at(reach, centre + diagonal - 1);
    const fromY = edits === 0 ? 0 : fromX - (isAdded ? diagonal + 1 : diagonal - 1);
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      script.push({ kind: 'SAME', token: old[x] ?? '' });
    }
    if (edits > 0) script.push(isAdded ? { kind: 'ADDED', token: fresh[fromY] ?? '' } : { kind: 'REMOVED', token: old[fromX] ?? '' });
    x = fromX;
    y = fromY;
  }
  return script.reverse();
}

function stepsDown(reach: Int32Array, index: number, diagonal: number, edits: number): boolean {
  return diagonal === -edits || (diagonal !== edits && at(reach, index - 1) < at(reach, index + 1));
}

function at(reach: Int32Array, index: number): number {
  return reach[index] ?? 0;
}

/**
 * Joins words to stretches. Between two changed words a shared space alone is not worth showing: it joins the change,
 * so that a replaced phrase reads as one removed and one added stretch.
 */
class Segments {
  private readonly done: DiffSegment[] = [];
  private removed = '';
  private added = '';
  private same = '';

  add(kind: DiffSegment['kind'], tokens: readonly string[]): void {
    const text = tokens.join('');
    if (text === '') return;
    if (kind === 'SAME') {
      this.same += text;
      return;
    }
    if (this.same !== '') this.settleSame();
    if (kind === 'REMOVED') this.removed += text;
    else this.added += text;
  }

  list(): DiffSegment[] {
    this.flush();
    if (this.same !== '') this.done.push({ kind: 'SAME', text: this.same });
    return this.done;
  }

  private settleSame(): void {
    const isOnlySpace = /^[^\S\n]+$/u.test(this.same);
    const isInsideChange = this.removed !== '' && this.added !== '';
    if (isOnlySpace && isInsideChange) {
      this.removed += this.same;
      this.added += this.same;
    } else {
      this.flush();
      this.done.push({ kind: 'SAME', text: this.same });
    }
    this.same = '';
  }

  private flush(): void {
    if (this.removed !== '') this.done.push({ kind: 'REMOVED', text: this.removed });
    if (this.added !== '') this.done.push({ kind: 'ADDED', text: this.added });
    this.removed = '';
    this.added = '';
  }
}
