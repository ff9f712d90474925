/** One member scores one item. */
export interface Assigned {
  readonly itemId: string;
  readonly personId: string;
}

/** What an assignment (phân công chấm điểm) is made of. */
export interface AssignmentFacts {
  /** In the order of the agenda. */
  readonly itemIds: readonly string[];
  /** Voting members in the order of the council. */
  readonly memberIds: readonly string[];
  /** Who may not score what (INV-11). */
  readonly barred: readonly Assigned[];
  /** How many members score each item: `scoring.sheetsPerItem` of the regulation. */
  readonly perItem: number;
  /** As it stands. Rows of people who may not score the item any more have no effect. */
  readonly current: readonly Assigned[];
  /** Members score already: what stands stays, and members are only added where some are missing. */
  readonly isFixed: boolean;
}

export const ASSIGNMENT_CHANGES = ['KEPT', 'ADDED', 'REMOVED'] as const;
export type AssignmentChange = (typeof ASSIGNMENT_CHANGES)[number];

/** Items × members while an assignment is worked out. Items and members are numbers here, in the order of the facts. */
export class AssignmentGrid {
  readonly itemCount: number;
  readonly memberCount: number;
  readonly #barred: Uint8Array;
  readonly #current: Uint8Array;
  readonly #assigned: Uint8Array;
  readonly #loads: number[];
  readonly #together: Int32Array;
  readonly #facts: AssignmentFacts;
  /** Rows that stand although they have no effect, in the order in which they were given. */
  readonly #lapsed: Assigned[] = [];

  constructor(facts: AssignmentFacts) {
    this.#facts = facts;
    this.itemCount = facts.itemIds.length;
    this.memberCount = facts.memberIds.length;
    const cells = this.itemCount * this.memberCount;
    this.#barred = new Uint8Array(cells);
    this.#current = new Uint8Array(cells);
    this.#assigned = new Uint8Array(cells);
    this.#loads = facts.memberIds.map(() => 0);
    this.#together = new Int32Array(this.memberCount * this.memberCount);
    const items = new Map(facts.itemIds.map((id, index) => [id, index]));
    const members = new Map(facts.memberIds.map((id, index) => [id, index]));
    for (const { itemId, personId } of facts.barred) {
      const [item, member] = [items.get(itemId), members.get(personId)];
      if (item !== undefined && member !== undefined) this.#barred[this.#cell(item, member)] = 1;
    }
    for (const row of facts.current) {
      const [item, member] = [items.get(row.itemId), members.get(row.personId)];
      if (item === undefined) continue;
      if (member === undefined || this.#barred[this.#cell(item, member)] === 1) this.#lapsed.push(row);
      else if (this.#assigned[this.#cell(item, member)] === 0) {
        this.#current[this.#cell(item, member)] = 1;
        this.add(item, member);
      }
    }
  }

  /** Members who may score the item. */
  eligible(item: number): number {
    return this.memberCount - this.#barred.subarray(item * this.memberCount, (item + 1) * this.memberCount).reduce((sum, is) => sum + is, 0);
  }

  membersOf(item: number): number[] {
    const members: number[] = [];
    for (let member = 0; member < this.memberCount; member += 1) if (this.isAssigned(item, member)) members.push(member);
    return members;
  }

  isAssigned(item: number, member: number): boolean {
    return this.#assigned[this.#cell(item, member)] === 1;
  }

  /** Whether the member could be added to the item. */
  mayTake(item: number, member: number): boolean {
    return this.#assigned[this.#cell(item, member)] === 0 && this.#barred[this.#cell(item, member)] === 0;
  }

  /** Whether the member could be taken off the item. */
  mayLeave(item: number, member: number): boolean {
    return this.isAssigned(item, member) && !(this.#facts.isFixed && this.wasThere(item, member));
  }

  /** Whether the assignment as it stands has this row. */
  wasThere(item: number, member: number): boolean {
    return this.#current[this.#cell(item, member)] === 1;
  }

  load(member: number): number {
    return this.#loads[member] ?? 0;
  }

  loads(): readonly number[] {
    return [...this.#loads];
  }

  /** How many items two members score both. */
  together(a: number, b: number): number {
    return this.#together[a * this.memberCount + b] ?? 0;
  }

  add(item: number, member: number): void {
    this.#meet(item, member, 1);
    this.#assigned[this.#cell(item, member)] = 1;
    this.#loads[member] = this.load(member) + 1;
  }

  remove(item: number, member: number): void {
    this.#assigned[this.#cell(item, member)] = 0;
    this.#loads[member] = this.load(member) - 1;
    this.#meet(item, member, -1);
  }

  rows(): Assigned[] {
    return this.changes().filter(({ change }) => change !== 'REMOVED').map(({ itemId, personId }) => ({ itemId, personId }));
  }

  /** What became of the rows. Those without effect leave too, unless everything that stands must stay. */
  changes(): (Assigned & { readonly change: AssignmentChange })[] {
    const { itemIds, memberIds, isFixed } = this.#facts;
    return itemIds.flatMap((itemId, item) => [
      ...memberIds.flatMap((personId, member) => {
        const [is, was] = [this.isAssigned(item, member), this.wasThere(item, member)];
        return is || was ? [{ itemId, personId, change: is ? (was ? 'KEPT' as const : 'ADDED' as const) : 'REMOVED' as const }] : [];
      }),
      ...(isFixed ? [] : this.#lapsed.filter((row) => row.itemId === itemId).map((row) => ({ ...row, change: 'REMOVED' as const }))),
    ]);
  }

  #meet(item: number, member: number, by: 1 | -1): void {
    for (const other of this.membersOf(item)) {
      if (other === member) continue;
      this.#together[member * this.memberCount + other] = this.together(member, other) + by;
      this.#together[other * this.memberCount + member] = this.together(other, member) + by;
    }
  }

  #cell(item: number, member: number): number {
    return item * this.memberCount + member;
  }
}
