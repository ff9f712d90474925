import { vnNorm } from '@kit/text';

/**
 * Patterns for `search_norm like all (…)`: every word must occur, in any order, marks and case aside.
 * What people type is data: `%`, `_` and `\` stand for themselves.
 */
export function searchPatterns(search: string | null | undefined): string[] {
  const words = vnNorm(search ?? '').split(' ').filter((word) => word !== '');
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
