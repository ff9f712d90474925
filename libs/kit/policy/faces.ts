import type { Viewer } from '@kit/context';
import type { SqlStatement } from '@kit/database';
import type { Policy } from './policy.js';

/** What `expectFacesAgree` compares: one action over a set of rows, for several viewers. */
export interface FacesExample<F> {
  readonly policy: Policy<F>;
  readonly action: string;
  readonly viewers: readonly (Viewer | null)[];
  /** The facts of every row in the database, by row id. */
  readonly facts: ReadonlyMap<string, F>;
  /** Runs `SELECT id FROM table AS alias WHERE <condition>` and answers the ids. */
  readonly select: (condition: SqlStatement, alias: string) => Promise<readonly string[]>;
}

/**
 * For tests: runs an action's SQL face over real rows and compares it with the face in memory.
 * Both a permission and a refusal must occur, otherwise the comparison would prove nothing.
 *
 * @throws Error naming every row on which the two faces differ.
 */
export async function expectFacesAgree<F>(example: FacesExample<F>): Promise<void> {
  const differences: string[] = [];
  const seen = new Set<boolean>();
  for (const viewer of example.viewers) {
    const selected = new Set(await example.select(example.policy.where(example.action, viewer, 'subject'), 'subject'));
    for (const [id, facts] of example.facts) {
      const inMemory = example.policy.can(example.action, viewer, facts);
      seen.add(inMemory);
      if (inMemory !== selected.has(id)) {
        differences.push(`${viewer?.fullName ?? 'a visitor'} on ${id}: memory ${inMemory}, SQL ${selected.has(id)}`);
      }
    }
  }
  if (seen.size < 2) differences.push('the examples never show both a permission and a refusal');
  if (differences.length > 0) {
    throw new Error(`The faces of "${example.action}" disagree:\n${differences.join('\n')}`);
  }
}
