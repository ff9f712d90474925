import { matchRanges } from '../../lib/text.js';
import styles from './card.module.css';

/**
 * The text as it is, with the words of the search marked where words begin with them: "hồ" for `ho`, but not the end
 * of "cho". Only where no word begins so, every occurrence is marked.
 */
export function Marked({ text, query }: { text: string; query: string }) {
  const all = matchRanges(text, query);
  const starts = all.filter(([start]) => start === 0 || !/[\p{L}\p{M}\d]/u.test(text[start - 1] ?? ''));
  const parts = [];
  let at = 0;
  for (const [start, end] of starts.length > 0 ? starts : all) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(<mark key={start} className={styles.mark}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
