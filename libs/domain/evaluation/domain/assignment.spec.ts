import { describe, expect, it } from '@jest/globals';
import { type Assigned, type AssignmentFacts, type AssignmentProposal, proposeAssignment, standingAssignment } from './assignment.js';

const ids = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
/** `'i1:a,b i2:c'` */
const rows = (text: string): Assigned[] => text.split(' ').filter(Boolean).flatMap((part) => {
  const [itemId = '', people = ''] = part.split(':');
  return people.split(',').filter(Boolean).map((personId) => ({ itemId, personId }));
});
const facts = (given: Partial<AssignmentFacts>): AssignmentFacts =>
  ({ itemIds: [], memberIds: [], barred: [], perItem: 3, current: [], isFixed: false, ...given });

/** What would stand, as `i1:a,b i2:c`. */
const standing = (proposal: AssignmentProposal, itemIds: readonly string[]): string => itemIds.map((itemId) =>
  `${itemId}:${proposal.rows.filter((row) => row.itemId === itemId && row.change !== 'REMOVED').map(({ personId }) => personId).join()}`).join(' ');
const changes = (proposal: AssignmentProposal): string[] =>
  proposal.rows.filter(({ change }) => change !== 'KEPT').map(({ itemId, personId, change }) => `${change} ${itemId} ${personId}`);
const after = (proposal: AssignmentProposal): number[] => proposal.loads.map((load) => load.after);

/** Numbers that look random and are the same in every run (Park and Miller). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

/** Facts by chance: conflicts and an assignment that may break every rule. */
function byChance(below: (bound: number) => number, items: number, members: number, perItem: number): AssignmentFacts {
  const [itemIds, memberIds] = [ids('i', items), ids('m', members)];
  const pairs = (share: number): Assigned[] =>
    itemIds.flatMap((itemId) => memberIds.flatMap((personId) => (below(100) < share ? [{ itemId, personId }] : [])));
  return facts({ itemIds, memberIds, perItem, barred: pairs(20), current: pairs(below(80)) });
}

const has = (list: readonly Assigned[], itemId: string, personId: string): boolean =>
  list.some((row) => row.itemId === itemId && row.personId === personId);
const squares = (loads: readonly number[]): number => loads.reduce((sum, load) => sum + load * load, 0);

/** The least sum of squared loads, and then the least number of changes, over every assignment there is. */
function byBruteForce({ itemIds, memberIds, barred, perItem, current }: AssignmentFacts): [squares: number, changes: number] {
  let best: [number, number] = [Infinity, Infinity];
  const choose = (item: number, loads: readonly number[], changed: number): void => {
    const itemId = itemIds[item];
    if (itemId === undefined) {
      const found: [number, number] = [squares(loads), changed];
      if (found[0] < best[0] || (found[0] === best[0] && found[1] < best[1])) best = found;
      return;
    }
    const eligible = memberIds.filter((personId) => !has(barred, itemId, personId));
    const target = Math.min(perItem, eligible.length);
    for (let set = 0; set < 1 << memberIds.length; set += 1) {
      const panel = memberIds.filter((_, member) => set & (1 << member));
      if (panel.length !== target || panel.some((personId) => !eligible.includes(personId))) continue;
      const differing = memberIds.filter((personId) => panel.includes(personId) !== has(current, itemId, personId));
      choose(item + 1, memberIds.map((personId, member) => (loads[member] ?? 0) + (panel.includes(personId) ? 1 : 0)), changed + differing.length);
    }
  };
  choose(0, memberIds.map(() => 0), 0);
  return best;
}

describe('a proposed assignment', () => {
  it('gives every item its members, everybody as many items, and mixes who scores together', () => {
    const itemIds = ids('i', 6);
    const proposal = proposeAssignment(facts({ itemIds, memberIds: ids('m', 6) }));
    expect(after(proposal)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(proposal.shortages).toEqual([]);
    expect(standing(proposal, itemIds)).toBe('i1:m1,m2,m3 i2:m4,m5,m6 i3:m1,m2,m4 i4:m3,m5,m6 i5:m1,m2,m5 i6:m3,m4,m6');
  });

  it('leaves out who may not score an item, and evens the loads out elsewhere', () => {
    const itemIds = ids('i', 4);
    const proposal = proposeAssignment(facts({ itemIds, memberIds: ids('m', 4), barred: rows('i1:m1 i2:m1') }));
    expect(standing(proposal, itemIds)).toBe('i1:m2,m3,m4 i2:m2,m3,m4 i3:m1,m2,m3 i4:m1,m2,m4');
    expect(after(proposal)).toEqual([2, 4, 3, 3]);
  });

  it('says which items have fewer members than the regulation asks for', () => {
    const given = facts({ itemIds: ['i1', 'i2'], memberIds: ids('m', 4), barred: rows('i2:m1,m2') });
    expect(proposeAssignment(given).shortages).toEqual([{ itemId: 'i2', assigned: 2, needed: 3, eligible: 2 }]);
  });

  it('is shown as it stands, without those who may not score any more', () => {
    const given = facts({ itemIds: ['i1', 'i2'], memberIds: ids('m', 4), barred: rows('i2:m1,m2'), current: rows('i1:m2,m1,gone i2:m1,m3,m4') });
    expect(standingAssignment(given)).toEqual({
      rows: rows('i1:m1,m2 i2:m3,m4'), loads: [1, 1, 1, 1],
      shortages: [{ itemId: 'i1', assigned: 2, needed: 3, eligible: 4 }, { itemId: 'i2', assigned: 2, needed: 3, eligible: 2 }],
    });
  });

  it('changes nothing of an assignment that is even already', () => {
    const given = facts({ itemIds: ids('i', 4), memberIds: ids('m', 4), current: rows('i1:m1,m2,m3 i2:m2,m3,m4 i3:m1,m3,m4 i4:m1,m2,m4') });
    expect(changes(proposeAssignment(given))).toEqual([]);
    expect(proposeAssignment(given).loads.every(({ before, after: now }) => before === 3 && now === 3)).toBe(true);
  });

  it('replaces a member who fell out, and nobody else', () => {
    const given = facts({
      itemIds: ids('i', 4), memberIds: ids('m', 5), barred: rows('i1:m1'), current: rows('i1:m1,m2,m3 i2:m2,m3,m4 i3:m1,m4,m5 i4:m1,m2,m5'),
    });
    const proposal = proposeAssignment(given);
    expect(changes(proposal)).toEqual(['ADDED i1 m5', 'REMOVED i1 m1']);
    // The row of the recused member was no load before.
    expect(proposal.loads.map(({ before, after: now }) => [before, now])).toEqual([[2, 2], [3, 3], [2, 2], [2, 2], [2, 3]]);
  });

  it('takes members off an item that has too many, and people who left the council off everything', () => {
    const given = facts({ itemIds: ['i1', 'i2'], memberIds: ids('m', 4), current: rows('i1:m1,m2,m3,m4 i2:m1,m2,gone') });
    expect(changes(proposeAssignment(given))).toEqual(['REMOVED i1 m2', 'ADDED i2 m3', 'REMOVED i2 gone']);
  });

  it('only adds while members score already, also where loads stay uneven', () => {
    const given = facts({
      itemIds: ids('i', 3), memberIds: ids('m', 5), isFixed: true, barred: rows('i3:m1'), current: rows('i1:m1,m2,m3 i2:m1,m2,m3 i3:m1,m2,m3'),
    });
    const proposal = proposeAssignment(given);
    expect(changes(proposal)).toEqual(['ADDED i3 m4']);
    expect(after(proposal)).toEqual([2, 3, 3, 1, 0]);
  });

  it('is empty without items, and short everywhere without members', () => {
    expect(proposeAssignment(facts({ memberIds: ['m1'] }))).toEqual({ rows: [], loads: [{ personId: 'm1', before: 0, after: 0 }], shortages: [] });
    expect(proposeAssignment(facts({ itemIds: ['i1'] })).shortages).toEqual([{ itemId: 'i1', assigned: 0, needed: 3, eligible: 0 }]);
  });

  it('is as even as any, with as few changes as any: compared with all assignments there are', () => {
    const below = numbers(20_261_120);
    for (let round = 0; round < 400; round += 1) {
      const given = byChance(below, 1 + below(4), 2 + below(4), 1 + below(3));
      const proposal = proposeAssignment(given);
      expect({ given, found: [squares(after(proposal)), changes(proposal).length] }).toEqual({ given, found: byBruteForce(given) });
    }
  });

  it('has even loads where no conflict stands in the way, respects conflicts, and is the same every time', () => {
    const below = numbers(7);
    for (let round = 0; round < 150; round += 1) {
      const given = byChance(below, 1 + below(40), 3 + below(10), 3 + below(3));
      const proposal = proposeAssignment(given);
      const rowsAfter = proposal.rows.filter(({ change }) => change !== 'REMOVED');
      expect(rowsAfter.filter(({ itemId, personId }) => has(given.barred, itemId, personId))).toEqual([]);
      for (const itemId of given.itemIds) {
        const eligible = given.memberIds.filter((personId) => !has(given.barred, itemId, personId)).length;
        expect(rowsAfter.filter((row) => row.itemId === itemId)).toHaveLength(Math.min(given.perItem, eligible));
      }
      expect(proposeAssignment(given)).toEqual(proposal);
      // Applied, it is proposed again.
      expect(changes(proposeAssignment({ ...given, current: rowsAfter }))).toEqual([]);
      const free = after(proposeAssignment({ ...given, barred: [] }));
      expect(Math.max(...free) - Math.min(...free)).toBeLessThanOrEqual(1);
    }
  });

  it('of 200 items and 15 members takes less than a tenth of a second, also against a lopsided one', () => {
    const below = numbers(1);
    const [itemIds, memberIds] = [ids('i', 200), ids('m', 15)];
    const barred = itemIds.flatMap((itemId) => memberIds.flatMap((personId) => (below(100) < 8 ? [{ itemId, personId }] : [])));
    const lopsided = itemIds.flatMap((itemId) => memberIds.slice(0, 5).map((personId) => ({ itemId, personId })));
    for (const current of [[], lopsided]) {
      const given = facts({ itemIds, memberIds, barred, perItem: 5, current });
      const times = Array.from({ length: 5 }, () => {
        const began = performance.now();
        const loads = after(proposeAssignment(given));
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        return performance.now() - began;
      });
      expect(Math.min(...times)).toBeLessThan(100);
    }
  });
});
