/** Money as people say it: millions with one decimal, billions with two. Null below a million, where the whole sum is short. */
export function roundedMoney(vnd: number): { amount: number; in: 'million' | 'billion' } | null {
  if (vnd >= 1_000_000_000) return { amount: Math.round(vnd / 10_000_000) / 100, in: 'billion' };
  if (vnd >= 999_950_000) return { amount: 1, in: 'billion' };
  if (vnd >= 1_000_000) return { amount: Math.round(vnd / 100_000) / 10, in: 'million' };
  return null;
}
