/**
 * The value below which a share of all values lies.
 * @param {readonly number[]} values in any order
 * @param {number} share 0 to 1
 * @returns {number} `NaN` when there are no values: nothing was measured, and no limit is kept
 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
