import type { AssignmentGrid } from './assignment-grid.js';

/** What handing an item over costs in changes: back to who had it saves one, away from who had it costs one. */
const COSTS = [-1, 0, 1] as const;

/**
 * Makes loads as even as conflicts allow, and then changes as few as that allows, without changing how many members an
 * item has. An assignment is a flow from items to members with convex costs of loads; it is optimal exactly when no cycle
 * of hand-overs improves it (Ahuja, Magnanti, Orlin: Network Flows, chapters 9 and 14), so cycles are cancelled until
 * there is none. Nodes are the members and one node for loads themselves: entering it from b and leaving it to a means
 * that b has one item more and a one less.
 */
export function balanceLoads(grid: AssignmentGrid): void {
  const moves = new HandOvers(grid);
  for (let cycle = improvingCycle(grid, moves); cycle !== null; cycle = improvingCycle(grid, moves)) {
    const steps = cycle.filter(([from, to]) => from < grid.memberCount && to < grid.memberCount).map(([from, to]) => [moves.itemFor(from, to), from, to] as const);
    for (const [item] of steps) moves.forget(item);
    for (const [item, from, to] of steps) {
      grid.remove(item, from);
      grid.add(item, to);
    }
    for (const [item] of steps) moves.learn(item);
  }
}

/** How many items could go from one member to another, by cost. */
class HandOvers {
  readonly #counts: Int32Array;
  readonly #known: Uint8Array;

  constructor(private readonly grid: AssignmentGrid) {
    this.#counts = new Int32Array(grid.memberCount * grid.memberCount * COSTS.length);
    this.#known = new Uint8Array(grid.itemCount);
    for (let item = 0; item < grid.itemCount; item += 1) this.learn(item);
  }

  learn(item: number): void {
    if (this.#known[item] === 0) this.#count(item, 1);
    this.#known[item] = 1;
  }

  forget(item: number): void {
    if (this.#known[item] === 1) this.#count(item, -1);
    this.#known[item] = 0;
  }

  /** The least cost of handing over any item; `null` when there is none. */
  cost(from: number, to: number): number | null {
    const base = (from * this.grid.memberCount + to) * COSTS.length;
    return COSTS.find((_, index) => this.#counts[base + index] !== 0) ?? null;
  }

  /** The first item that can be handed over at the least cost. */
  itemFor(from: number, to: number): number {
    const least = this.cost(from, to);
    for (let item = 0; item < this.grid.itemCount; item += 1) {
      if (this.grid.mayLeave(item, from) && this.grid.mayTake(item, to) && this.#costOf(item, from, to) === least) return item;
    }
    throw new RangeError('No item can be handed over.');
  }

  #count(item: number, by: 1 | -1): void {
    const { memberCount } = this.grid;
    for (let from = 0; from < memberCount; from += 1) {
      if (!this.grid.mayLeave(item, from)) continue;
      for (let to = 0; to < memberCount; to += 1) {
        if (!this.grid.mayTake(item, to)) continue;
        const index = (from * memberCount + to) * COSTS.length + this.#costOf(item, from, to) + 1;
        this.#counts[index] = (this.#counts[index] ?? 0) + by;
      }
    }
  }

  #costOf(item: number, from: number, to: number): number {
    return (this.grid.wasThere(item, from) ? 1 : 0) - (this.grid.wasThere(item, to) ? 1 : 0);
  }
}

type Edge = readonly [from: number, to: number, weight: number];

/** A simple cycle whose weights sum up to less than nothing, as edges; `null` when there is none (Bellman and Ford). */
function improvingCycle(grid: AssignmentGrid, moves: HandOvers): Edge[] | null {
  const nodes = grid.memberCount + 1;
  const edges = edgesOf(grid, moves);
  const distance = Array.from({ length: nodes }, () => 0);
  const into: (Edge | undefined)[] = Array.from({ length: nodes }, () => undefined);
  let last: number | null = null;
  for (let round = 0; round < nodes; round += 1) {
    last = null;
    for (const edge of edges) {
      const [from, to, weight] = edge;
      const length = (distance[from] ?? 0) + weight;
      if (length >= (distance[to] ?? 0)) continue;
      distance[to] = length;
      into[to] = edge;
      last = to;
    }
    if (last === null) return null;
  }
  return last === null ? null : cycleBehind(last, into);
}

function edgesOf(grid: AssignmentGrid, moves: HandOvers): Edge[] {
  const loads = grid.memberCount;
  // One step towards even loads outweighs every change that a cycle could save.
  const even = 2 * (grid.memberCount + 1);
  const edges: Edge[] = [];
  for (let from = 0; from < grid.memberCount; from += 1) {
    for (let to = 0; to < grid.memberCount; to += 1) {
      const cost = moves.cost(from, to);
      if (cost !== null) edges.push([from, to, cost]);
    }
    edges.push([from, loads, even * (2 * grid.load(from) + 1)]);
    if (grid.load(from) > 0) edges.push([loads, from, -even * (2 * grid.load(from) - 1)]);
  }
  return edges;
}

function cycleBehind(start: number, into: readonly (Edge | undefined)[]): Edge[] {
  const back = (node: number): Edge => {
    const edge = into[node];
    if (edge === undefined) throw new RangeError('A node that became nearer was reached by an edge.');
    return edge;
  };
  let node = start;
  for (let step = 0; step < into.length; step += 1) node = back(node)[0];
  const cycle: Edge[] = [];
  const first = node;
  do {
    const edge = back(node);
    cycle.push(edge);
    node = edge[0];
  } while (node !== first);
  return cycle;
}
