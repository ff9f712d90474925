import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diffTexts, type DiffSegment } from './text-diff.js';

/** `[-removed-]` and `{+added+}` in the running text. */
function marked(before: string, after: string): string {
  const marks = { SAME: ['', ''], REMOVED: ['[-', '-]'], ADDED: ['{+', '+}'] } as const;
  return diffTexts(before, after).map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join('');
}

function side(segments: readonly DiffSegment[], kind: 'REMOVED' | 'ADDED'): string {
  return segments.filter((segment) => segment.kind === 'SAME' || segment.kind === kind).map((segment) => segment.text).join('');
}

describe('the difference between two versions', () => {
  it.each([
    ['', '', ''],
    ['Giảm 3 ngày.', 'Giảm 3 ngày.', 'Giảm 3 ngày.'],
    ['', 'Mới', '{+Mới+}'],
    ['Cũ', '', '[-Cũ-]'],
    ['Giảm 3 ngày.', 'Giảm 5 ngày.', 'Giảm [-3-]{+5+} ngày.'],
    ['Tiếp nhận hồ sơ', 'Tiếp nhận và trả hồ sơ', 'Tiếp nhận {+và trả +}hồ sơ'],
    ['Tiếp nhận và trả hồ sơ', 'Tiếp nhận hồ sơ', 'Tiếp nhận [-và trả -]hồ sơ'],
    ['xử lý bằng giấy tờ tại phường', 'xử lý trên phần mềm tại phường', 'xử lý [-bằng giấy tờ-]{+trên phần mềm+} tại phường'],
    ['Một đoạn.', 'Một đoạn.\n\nHai đoạn.', 'Một đoạn.{+\n\nHai đoạn.+}'],
    ['hoà', 'hòa', '[-hoà-]{+hòa+}'],
    ['a b c d', 'd c b a', '[-a b -]{+d +}c [-d-]{+b a+}'],
  ])('%j → %j reads %j', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it('keeps every character of both texts', () => {
    const word = fc.constantFrom('hồ', 'sơ', 'một', 'cửa', '3', ',', '.', ' ', ' ', '\n', '👍', '“');
    const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(''));
    fc.assert(fc.property(text, text, (before, after) => {
      const segments = diffTexts(before, after);
      expect(side(segments, 'REMOVED')).toBe(before);
      expect(side(segments, 'ADDED')).toBe(after);
    }), { numRuns: 500 });
  });

  it('never puts two stretches of one kind beside each other, nor an empty one', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
      const segments = diffTexts(before, after);
      expect(segments.every((segment) => segment.text !== '')).toBe(true);
      segments.slice(1).forEach((segment, index) => expect(segment.kind).not.toBe(segments[index]?.kind));
    }));
  });

  it('takes away as little as possible', () => {
    const signs = fc.array(fc.constantFrom('.', ',', '!'), { maxLength: 8 });
    fc.assert(fc.property(signs, signs, (before, after) => {
      const kept = diffTexts(before.join(''), after.join('')).filter((segment) => segment.kind === 'SAME').map((segment) => segment.text).join('');
      expect(kept).toHaveLength(longestCommon(before, after));
    }));
  });

  it('stays quick for 20,000 characters, even when everything was rewritten', () => {
    const words = (seed: number): string => Array.from({ length: 4000 }, (_, index) => `w${(index * seed) % 997}`).join(' ').slice(0, 20_000);
    const [before, after] = [words(7), words(11)];
    const edited = before.replaceAll('w5', 'v5');
    const started = performance.now();
    const rewritten = diffTexts(before, after);
    const partly = diffTexts(before, edited);
    expect(performance.now() - started).toBeLessThan(1000);
    for (const [segments, text] of [[rewritten, after], [partly, edited]] as const) {
      expect(side(segments, 'REMOVED')).toBe(before);
      expect(side(segments, 'ADDED')).toBe(text);
    }
    expect(partly.filter((segment) => segment.kind === 'SAME').length).toBeGreaterThan(50);
  });
});

/** Length of the longest common subsequence, by the book. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a;
  if (first === undefined || b.length === 0) return 0;
  const at = b.indexOf(first);
  const without = longestCommon(rest, b);
  return at < 0 ? without : Math.max(without, 1 + longestCommon(rest, b.slice(at + 1)));
}
