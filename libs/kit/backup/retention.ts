import { filesOf } from './verify-backup.js';
import type { BackupRepository } from './repository.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What a round of tidying removed. */
export interface Tidied {
  /** Names of the backups. */
  readonly backups: readonly string[];
  /** Number of objects no backup needs any more. */
  readonly objects: number;
}

/**
 * Keeps the newest `keep` whole backups, and the newest that was verified, however old; removes the others, what interrupted
 * runs left behind more than a day ago, and then the objects nobody names any more.
 * @throws BackupError when a backup that stays cannot be read: its objects are unknown then, and none is removed
 */
export async function tidyBackups(repository: BackupRepository, keep: number): Promise<Tidied> {
  const sets = await repository.sets();
  const whole = sets.filter((set) => set.isWhole);
  const kept = new Set(whole.slice(-Math.max(1, keep)).map((set) => set.name));
  const verified = whole.findLast((set) => set.verifiedAt !== null);
  if (verified !== undefined) kept.add(verified.name);

  const isDead = (modifiedAt: Date): boolean => Date.now() - modifiedAt.getTime() > DAY_MS;
  const gone = sets.filter((set) => (set.isWhole ? !kept.has(set.name) : isDead(set.modifiedAt)));
  for (const { name } of gone) await repository.removeSet(name);

  const needed = new Set<string>();
  for (const name of kept) for await (const { object } of filesOf(repository, await repository.open(name))) needed.add(object);
  let objects = 0;
  for await (const { object, modifiedAt } of repository.objects()) {
    // A young object may belong to a backup that is just being written.
    if (needed.has(object) || !isDead(modifiedAt)) continue;
    await repository.removeObject(object);
    objects += 1;
  }
  return { backups: gone.map((set) => set.name), objects };
}
