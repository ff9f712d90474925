/** A form as plain data: one entry per question. Texts as they are typed, so that nothing half-written is lost. */
export type Draft = Record<string, unknown>;

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The questions whose answers differ. */
export function changedKeys<D extends Draft>(draft: D, base: D): (keyof D & string)[] {
  return Object.keys(draft).filter((key) => !same(draft[key], base[key]));
}

/** `mine` where only this person has changed an answer since `base`, `theirs` where only others have; `clashes` where both did. */
export function mergeDrafts<D extends Draft>(base: D, mine: D, theirs: D): { merged: D; clashes: (keyof D & string)[] } {
  const merged = { ...theirs };
  const clashes: (keyof D & string)[] = [];
  for (const key of changedKeys(mine, base)) {
    merged[key] = mine[key];
    if (!same(theirs[key], base[key]) && !same(theirs[key], mine[key])) clashes.push(key);
  }
  return { merged, clashes };
}
