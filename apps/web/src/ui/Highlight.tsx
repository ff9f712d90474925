import { matchRanges } from '../lib/text.js';

const MARK = { background: 'var(--mantine-color-amber-1)', color: 'inherit', fontWeight: 600, padding: '0 1px' };

/** The text as it is, with the words of the search marked even where they were typed without marks. */
export function Highlight({ text, query }: { text: string; query: string }) {
  const parts = [];
  let at = 0;
  for (const [start, end] of matchRanges(text, query)) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(<mark key={start} style={MARK}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
