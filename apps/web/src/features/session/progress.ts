import type { ProgressMark } from '../../gql/schema.js';

/** How far one member is, as a secretary needs it to remind them. */
export interface MemberProgress<I> {
  personId: string;
  fullName: string;
  submitted: number;
  /** Items the member can score: all but those on which they are recused. */
  expected: number;
  /** Items without a submitted sheet. */
  missing: I[];
}

interface MemberFacts { isVoting: boolean; person: { id: string; fullName: string } }
interface MarkFacts { itemId: string; personId: string; mark: ProgressMark }

/** The marks of the matrix, rows in the order of the items, columns in the order of the voting members. */
export function matrixOf<I extends { id: string }>(items: readonly I[], members: readonly MemberFacts[], progress: readonly MarkFacts[]) {
  const marks = new Map(progress.map(({ itemId, personId, mark }) => [`${itemId}/${personId}`, mark]));
  const columns = members.filter(({ isVoting }) => isVoting).map(({ person }) => person);
  const rows = items.map((item) => ({ item, marks: columns.map(({ id }) => marks.get(`${item.id}/${id}`) ?? 'NOT_STARTED') }));
  return { columns, rows };
}

/** Whether a mark means that a sheet is still to come. */
export function isMissing(mark: ProgressMark): boolean {
  return mark === 'NOT_STARTED' || mark === 'DRAFT';
}

/** The same marks by member. */
export function byMember<I extends { id: string }>(items: readonly I[], members: readonly MemberFacts[], progress: readonly MarkFacts[]): MemberProgress<I>[] {
  const { columns, rows } = matrixOf(items, members, progress);
  return columns.map(({ id, fullName }, column) => {
    const own = rows.map(({ item, marks }) => ({ item, mark: marks[column] ?? 'NOT_STARTED' }));
    const submitted = own.filter(({ mark }) => mark === 'SUBMITTED').length;
    const missing = own.filter(({ mark }) => isMissing(mark)).map(({ item }) => item);
    return { personId: id, fullName, submitted, expected: submitted + missing.length, missing };
  });
}
