/** Orders of the results, by their word in the address. */
export const ORDERS = ['hang', 'chenh-lech'] as const;
export type Order = (typeof ORDERS)[number];

interface SheetFacts { total?: number | null }
interface RowFacts { result?: { rank?: number | null; average: number } | null; sheets?: readonly SheetFacts[] | null }

/** Totals of the sheets, lowest first, in hundredths. */
export function totalsOf({ sheets }: Pick<RowFacts, 'sheets'>): number[] {
  return (sheets ?? []).flatMap(({ total }) => (typeof total === 'number' ? [total] : [])).sort((a, b) => a - b);
}

/** How far the highest and the lowest sheet are apart, in hundredths; null for fewer than two sheets. */
export function spreadOf(row: Pick<RowFacts, 'sheets'>): number | null {
  const totals = totalsOf(row);
  const [low, high] = [totals[0], totals.at(-1)];
  return totals.length < 2 || low === undefined || high === undefined ? null : high - low;
}

/** Where the pictures of all sheets begin: the lowest sheet, rounded down to a tenth of the scale, and never the end itself. */
export function plotFrom(rows: readonly Pick<RowFacts, 'sheets'>[], scale: number): number {
  const lowest = Math.min(scale, ...rows.flatMap((row) => totalsOf(row).slice(0, 1)));
  const tenth = scale / 10;
  return Math.min(Math.floor(lowest / tenth) * tenth, scale - tenth);
}

/** By place, those without a place at the end; or by how much the members disagree, most first. */
export function inOrder<R extends RowFacts>(rows: readonly R[], order: Order): R[] {
  if (order === 'chenh-lech') return [...rows].sort((a, b) => (spreadOf(b) ?? -1) - (spreadOf(a) ?? -1));
  return [...rows].sort((a, b) => (a.result?.rank ?? Infinity) - (b.result?.rank ?? Infinity) || (b.result?.average ?? 0) - (a.result?.average ?? 0));
}
