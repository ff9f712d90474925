import { currentContext } from '@kit/context';
import DataLoader from 'dataloader';

/**
 * The loader of this request under `key`: many `load(id)` calls of one tick become one `batch(ids)`.
 *
 * ```ts
 * unit(@Parent() p: Person) { return loader('unit', this.units.byIds).load(p.unitId); }
 * ```
 *
 * @param key names the loader within the request; the same key must always mean the same batch function.
 * @param batch answers values in any order through a Map; a missing key loads as `null`.
 */
export function loader<K, V>(
  key: string,
  batch: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): DataLoader<K, V | null> {
  const { loaders } = currentContext();
  let made = loaders.get(key) as DataLoader<K, V | null> | undefined;
  if (!made) {
    made = new DataLoader<K, V | null>(async (keys) => {
      const found = await batch(keys);
      return keys.map((one) => found.get(one) ?? null);
    });
    loaders.set(key, made);
  }
  return made;
}

/** Indexes rows for a loader of one row per key. */
export function indexBy<K, V>(rows: readonly V[], keyOf: (row: V) => K): Map<K, V> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Groups rows for a loader of many rows per key; every asked key gets a list, if only an empty one. */
export function groupBy<K, V>(keys: readonly K[], rows: readonly V[], keyOf: (row: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return groups;
}
