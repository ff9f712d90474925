import { compareRationals } from './exact.js';
import type { MemberFairness } from './member-fairness.js';

/** With fewer members than this, everybody would know who is meant. */
export const FEWEST_ANONYMOUS = 3;

/** A row of the table of members as one viewer sees it. */
export interface ShownMember {
  /** From 1, the most severe first; "Thành viên 1 … n". */
  readonly number: number;
  /** Null for whoever may not know. */
  readonly memberId: string | null;
  readonly isMine: boolean;
  /** What could tell who it is (how many sheets, and their average) is null together with the name, save in the own row. */
  readonly figures: Pick<MemberFairness, 'leniency' | 'spread' | 'residual'> & { readonly sheetCount: number | null; readonly average: MemberFairness['average'] | null };
}

/**
 * Members from the most severe to the most generous. The order follows the figures alone, so that it tells nothing of
 * seats, names or when somebody was entered; equal rows differ in nothing but whose own row it is, which comes first.
 * @param viewer whose own row is marked, and whether they may know the others
 */
export function shownMembers(members: readonly MemberFairness[], viewer: { readonly personId: string; readonly seesNames: boolean }): ShownMember[] {
  const isMine = (member: MemberFairness): boolean => member.memberId === viewer.personId;
  const hides = !viewer.seesNames && members.length < FEWEST_ANONYMOUS;
  return members
    .toSorted((a, b) => bySeverity(a, b) || Number(isMine(b)) - Number(isMine(a)))
    .map((member, index): ShownMember => {
      const { leniency, spread, residual, sheetCount, average } = member;
      const isKnown = viewer.seesNames || isMine(member);
      return {
        number: index + 1,
        memberId: isKnown ? member.memberId : null,
        isMine: isMine(member),
        figures: { leniency, spread, residual, sheetCount: isKnown ? sheetCount : null, average: isKnown ? average : null },
      };
    })
    .filter((row) => !hides || row.isMine);
}

function bySeverity(a: MemberFairness, b: MemberFairness): number {
  return (a.leniency === null || b.leniency === null ? 0 : compareRationals(a.leniency, b.leniency))
    || compareRationals(a.average, b.average) || order(a.spread, b.spread) || order(a.residual, b.residual) || a.sheetCount - b.sheetCount;
}

function order(a: number | null, b: number | null): number {
  return (a ?? -1) - (b ?? -1);
}
