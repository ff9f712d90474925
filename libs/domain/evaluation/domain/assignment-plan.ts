import type { Assigned, AssignmentFacts } from './assignment-grid.js';

/** What is wanted for one item: who scores it, complete. Items that are not named stay as they are. */
export interface WantedRow {
  readonly itemId: string;
  readonly personIds: readonly string[];
}

export interface AssignmentDiff {
  readonly added: readonly Assigned[];
  readonly removed: readonly Assigned[];
}

export type AssignmentFaultCode = 'UNKNOWN_ITEM' | 'UNKNOWN_MEMBER' | 'TWICE' | 'RECUSED' | 'TOO_MANY';

/** One fault of what is wanted; `path` leads to the field, such as `['rows', 0, 'personIds', 2]`. */
export interface AssignmentFault {
  readonly code: AssignmentFaultCode;
  readonly path: readonly (string | number)[];
}

/** Everything that is wrong with what is wanted, in its order. People who do not score the session are unknown. */
export function assignmentFaults(wanted: readonly WantedRow[], facts: AssignmentFacts): AssignmentFault[] {
  const barred = new Set(facts.barred.map(keyOf));
  return wanted.flatMap(({ itemId, personIds }, index): AssignmentFault[] => {
    const path = ['rows', index] as const;
    if (!facts.itemIds.includes(itemId)) return [{ code: 'UNKNOWN_ITEM', path: [...path, 'itemId'] }];
    if (wanted.findIndex((row) => row.itemId === itemId) < index) return [{ code: 'TWICE', path: [...path, 'itemId'] }];
    const faults = personIds.flatMap((personId, place): AssignmentFault[] => {
      const at = [...path, 'personIds', place];
      if (!facts.memberIds.includes(personId)) return [{ code: 'UNKNOWN_MEMBER', path: at }];
      if (personIds.indexOf(personId) < place) return [{ code: 'TWICE', path: at }];
      return barred.has(keyOf({ itemId, personId })) ? [{ code: 'RECUSED', path: at }] : [];
    });
    return personIds.length > facts.perItem ? [...faults, { code: 'TOO_MANY', path: [...path, 'personIds'] }] : faults;
  });
}

/**
 * What has to change for the items that are named. Rows without effect leave, unless the assignment is fixed: then they
 * stay as the record of who was assigned once.
 */
export function diffOf(wanted: readonly WantedRow[], facts: AssignmentFacts): AssignmentDiff {
  const named = new Set(wanted.map(({ itemId }) => itemId));
  const rows = wanted.flatMap(({ itemId, personIds }) => personIds.map((personId) => ({ itemId, personId })));
  const standing = new Set(facts.current.map(keyOf));
  const kept = new Set(rows.map(keyOf));
  const effective = isEffective(facts);
  return {
    added: rows.filter((row) => !standing.has(keyOf(row))),
    removed: facts.current.filter((row) => named.has(row.itemId) && !kept.has(keyOf(row)) && (!facts.isFixed || effective(row))),
  };
}

/**
 * What takes an applied change back: only rows of items and members that are still there, and that nothing else has
 * changed since.
 */
export function undoOf(applied: AssignmentDiff, facts: AssignmentFacts): AssignmentDiff {
  const standing = new Set(facts.current.map(keyOf));
  const effective = isEffective(facts);
  return {
    added: applied.removed.filter((row) => !standing.has(keyOf(row)) && effective(row)),
    removed: applied.added.filter((row) => standing.has(keyOf(row)) && facts.itemIds.includes(row.itemId)),
  };
}

/** Items that do not have the members the regulation asks for: too few although more could score, or too many. */
export function unsettledItems(facts: AssignmentFacts): { readonly itemId: string; readonly assigned: number; readonly needed: number }[] {
  const effective = isEffective(facts);
  const barred = new Set(facts.barred.map(keyOf));
  return facts.itemIds.flatMap((itemId) => {
    const assigned = facts.current.filter((row) => row.itemId === itemId && effective(row)).length;
    const needed = Math.min(facts.perItem, facts.memberIds.filter((personId) => !barred.has(keyOf({ itemId, personId }))).length);
    return assigned === needed ? [] : [{ itemId, assigned, needed }];
  });
}

/** Whether a member may score an item by what is known now. */
function isEffective({ itemIds, memberIds, barred }: AssignmentFacts): (row: Assigned) => boolean {
  const refused = new Set(barred.map(keyOf));
  return (row) => itemIds.includes(row.itemId) && memberIds.includes(row.personId) && !refused.has(keyOf(row));
}

function keyOf({ itemId, personId }: Assigned): string {
  return `${itemId} ${personId}`;
}
