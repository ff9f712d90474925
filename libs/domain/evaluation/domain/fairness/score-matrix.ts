/** What one member gave one item, in hundredths of a point. */
export interface GivenScore {
  readonly itemId: string;
  readonly memberId: string;
  readonly points: number;
}

/**
 * Why a figure cannot be computed. A figure that cannot be computed has such a code and no number.
 * `TOO_FEW_MEMBERS`: fewer than two members scored. `TOO_FEW_ITEMS`: fewer than two items were scored.
 * `TOO_FEW_SHEETS`: no item was scored by two members. `NO_VARIANCE`: the scores do not differ in what the figure compares.
 * `NOT_COMPLETE`: some member did not score some item. `NOT_CONNECTED`: members fall into groups with no item in common.
 */
export const FAIRNESS_GAPS = ['TOO_FEW_MEMBERS', 'TOO_FEW_ITEMS', 'TOO_FEW_SHEETS', 'NO_VARIANCE', 'NOT_COMPLETE', 'NOT_CONNECTED'] as const;
export type FairnessGap = (typeof FAIRNESS_GAPS)[number];

/** Who scored what: members by items, with holes. */
export interface ScoreMatrix {
  readonly scores: readonly GivenScore[];
  readonly byItem: ReadonlyMap<string, readonly GivenScore[]>;
  readonly byMember: ReadonlyMap<string, readonly GivenScore[]>;
  /** Whether every member who scored anything scored every item that anybody scored. */
  readonly isComplete: boolean;
  /** Groups of members that no chain of items scored in common joins; between groups nothing can be compared. */
  readonly groups: number;
}

/**
 * The order of the scores never matters.
 * @throws {RangeError} when a member scored an item twice, or points are not whole hundredths
 */
export function scoreMatrix(given: readonly GivenScore[]): ScoreMatrix {
  const scores = given.toSorted((a, b) => compare(a.itemId, b.itemId) || compare(a.memberId, b.memberId));
  for (const [index, score] of scores.entries()) {
    const next = scores[index + 1];
    if (!Number.isSafeInteger(score.points)) throw new RangeError('Points are whole hundredths.');
    if (score.itemId === next?.itemId && score.memberId === next.memberId) throw new RangeError('A member scores an item once.');
  }
  const byItem = grouped(scores, (score) => score.itemId);
  const byMember = grouped(scores, (score) => score.memberId);
  return { scores, byItem, byMember, isComplete: scores.length === byItem.size * byMember.size, groups: groupsOf(byItem, byMember) };
}

/** What keeps members from being compared at all, whatever the figure. */
export function matrixGap({ byItem, byMember }: ScoreMatrix): FairnessGap | null {
  if (byMember.size < 2) return 'TOO_FEW_MEMBERS';
  if (byItem.size < 2) return 'TOO_FEW_ITEMS';
  return [...byItem.values()].every((scores) => scores.length < 2) ? 'TOO_FEW_SHEETS' : null;
}

function groupsOf(byItem: ScoreMatrix['byItem'], byMember: ScoreMatrix['byMember']): number {
  const unseen = new Set(byMember.keys());
  let groups = 0;
  for (const first of byMember.keys()) {
    if (!unseen.delete(first)) continue;
    groups += 1;
    const waiting = [first];
    for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
      for (const { itemId } of byMember.get(member) ?? []) {
        for (const { memberId } of byItem.get(itemId) ?? []) if (unseen.delete(memberId)) waiting.push(memberId);
      }
    }
  }
  return groups;
}

function grouped(scores: readonly GivenScore[], keyOf: (score: GivenScore) => string): ReadonlyMap<string, readonly GivenScore[]> {
  const groups = new Map<string, GivenScore[]>();
  for (const score of scores) {
    const group = groups.get(keyOf(score));
    if (group === undefined) groups.set(keyOf(score), [score]);
    else group.push(score);
  }
  return groups;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
