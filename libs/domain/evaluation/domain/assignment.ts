import { balanceLoads } from './assignment-balance.js';
import { type Assigned, type AssignmentChange, type AssignmentFacts, AssignmentGrid } from './assignment-grid.js';

export { ASSIGNMENT_CHANGES, type Assigned, type AssignmentChange, type AssignmentFacts } from './assignment-grid.js';

/** How many items one member scores, before and after. */
export interface MemberLoad {
  readonly personId: string;
  readonly before: number;
  readonly after: number;
}

/** An item that fewer members score than the regulation asks for. */
export interface Shortage {
  readonly itemId: string;
  readonly assigned: number;
  readonly needed: number;
  /** How many members could score it. */
  readonly eligible: number;
}

/** What a proposal would change; nothing happens before somebody applies it. */
export interface AssignmentProposal {
  /** By agenda, then by council; removed rows among them. */
  readonly rows: ReadonlyArray<Assigned & { readonly change: AssignmentChange }>;
  /** By council. */
  readonly loads: readonly MemberLoad[];
  readonly shortages: readonly Shortage[];
}

/**
 * Proposes who scores what. Every item gets `perItem` members, or all who may where they are fewer. Among all such
 * assignments it is one with the most even loads (least sum of squares, so that they differ by at most one wherever
 * conflicts allow it), and among those one with the fewest changes. Equal facts give equal proposals.
 */
export function proposeAssignment(facts: AssignmentFacts): AssignmentProposal {
  const grid = new AssignmentGrid(facts);
  const before = grid.loads();
  if (!facts.isFixed) trim(grid, facts.perItem);
  fill(grid, facts.perItem);
  balanceLoads(grid);
  const after = grid.loads();
  return {
    rows: grid.changes(),
    loads: facts.memberIds.map((personId, member) => ({ personId, before: before[member] ?? 0, after: after[member] ?? 0 })),
    shortages: shortagesOf(grid, facts),
  };
}

/** An assignment as it stands, without rows that have no effect any more: by agenda, then by council. */
export function standingAssignment(facts: AssignmentFacts): {
  readonly rows: readonly Assigned[]; readonly loads: readonly number[]; readonly shortages: readonly Shortage[];
} {
  const grid = new AssignmentGrid(facts);
  return { rows: grid.rows(), loads: grid.loads(), shortages: shortagesOf(grid, facts) };
}

function shortagesOf(grid: AssignmentGrid, facts: AssignmentFacts): Shortage[] {
  return facts.itemIds.flatMap((itemId, item): Shortage[] => {
    const assigned = grid.membersOf(item).length;
    return assigned < facts.perItem ? [{ itemId, assigned, needed: facts.perItem, eligible: grid.eligible(item) }] : [];
  });
}

/** Takes members off items that have too many, the busiest first. */
function trim(grid: AssignmentGrid, perItem: number): void {
  for (let item = 0; item < grid.itemCount; item += 1) {
    while (grid.membersOf(item).length > perItem) {
      grid.remove(item, best(grid.membersOf(item), (member) => [-grid.load(member), -member]));
    }
  }
}

/**
 * Adds the missing members, the least busy first; between equals who has scored least often with those already there, so
 * that panels mix and the severity of members can be compared. Items with the least choice are filled first.
 */
function fill(grid: AssignmentGrid, perItem: number): void {
  const order = Array.from({ length: grid.itemCount }, (_, item) => item).sort((a, b) => grid.eligible(a) - grid.eligible(b) || a - b);
  for (const item of order) {
    const target = Math.min(perItem, grid.eligible(item));
    while (grid.membersOf(item).length < target) {
      const there = grid.membersOf(item);
      const candidates = Array.from({ length: grid.memberCount }, (_, member) => member).filter((member) => grid.mayTake(item, member));
      grid.add(item, best(candidates, (member) => [
        grid.wasThere(item, member) ? 0 : 1, grid.load(member), there.reduce((sum, other) => sum + grid.together(member, other), 0), member,
      ]));
    }
  }
}

/** The candidate whose key comes first. */
function best(candidates: readonly number[], keyOf: (candidate: number) => readonly number[]): number {
  const [first, ...others] = candidates;
  if (first === undefined) throw new RangeError('Nobody to choose from.');
  return others.reduce((chosen, candidate) => (comesBefore(keyOf(candidate), keyOf(chosen)) ? candidate : chosen), first);
}

function comesBefore(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
