import type { Viewer } from '@kit/context';
import { sql, type SqlStatement } from '@kit/database';

/**
 * One reason for being allowed, in two faces that must agree: on an object in memory and as SQL over its row.
 *
 * @typeParam F the facts of the object that the condition looks at.
 * @typeParam V who asks. Conditions granted to `ANYONE` take `Viewer | null`; all others get a signed-in viewer.
 */
export interface Condition<F, V = Viewer> {
  /** Reads after "may … when", for `docs/permissions.md`: "the viewer is one of the authors". */
  readonly sentence: string;
  readonly test: (facts: F, viewer: V) => boolean;
  /**
   * A boolean SQL expression over the row called `alias`.
   * A condition without this face may guard a single object, but no list: `Policy.where` throws.
   */
  readonly sql?: (alias: string, viewer: V) => SqlStatement;
}

/** All of the conditions hold. */
export function and<F, V = Viewer>(...parts: readonly Condition<F, V>[]): Condition<F, V> {
  return compose(parts, ' and ', ' AND ', (facts, viewer) => parts.every((part) => part.test(facts, viewer)));
}

/** At least one of the conditions holds. */
export function or<F, V = Viewer>(...parts: readonly Condition<F, V>[]): Condition<F, V> {
  return compose(parts, ' or ', ' OR ', (facts, viewer) => parts.some((part) => part.test(facts, viewer)));
}

/** The condition does not hold. An unknown (SQL `NULL`) counts as "does not hold", as `false` does in memory. */
export function not<F, V = Viewer>(part: Condition<F, V>): Condition<F, V> {
  const face = part.sql;
  return {
    sentence: `not (${part.sentence})`,
    test: (facts, viewer) => !part.test(facts, viewer),
    ...(face && { sql: (alias: string, viewer: V) => sql`((${face(alias, viewer)}) IS NOT TRUE)` }),
  };
}

function compose<F, V>(
  parts: readonly Condition<F, V>[],
  word: string,
  operator: string,
  test: (facts: F, viewer: V) => boolean,
): Condition<F, V> {
  if (parts.length === 0) throw new Error('A composed condition needs at least one part');
  const sentence = parts.length === 1 ? parts[0]!.sentence : parts.map((part) => `(${part.sentence})`).join(word);
  const faces = parts.flatMap((part) => (part.sql ? [part.sql] : []));
  if (faces.length < parts.length) return { sentence, test };
  return {
    sentence,
    test,
    sql: (alias, viewer) => sql`(${sql.join(faces.map((face) => sql`(${face(alias, viewer)})`), operator)})`,
  };
}
