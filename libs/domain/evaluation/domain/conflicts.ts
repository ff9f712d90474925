/** Why a member may not see or score an initiative (INV-11). */
export const CONFLICT_KINDS = ['AUTHOR', 'ADOPTER', 'KIN', 'SAME_UNIT', 'SUPERVISOR', 'OTHER'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export interface ConflictOfInterest {
  readonly kind: ConflictKind;
  /** Whether the chair may let the member score all the same, with a reason; never for an author. */
  readonly mayBeAllowed: boolean;
}

/** The conflict that the program itself can see, or null: a member who is an author or a first adopter of the initiative. */
export function conflictOf(
  member: { readonly personId: string },
  initiative: { readonly authorPersonIds: readonly string[]; readonly adopterPersonIds: readonly string[] },
): ConflictOfInterest | null {
  if (initiative.authorPersonIds.includes(member.personId)) return { kind: 'AUTHOR', mayBeAllowed: false };
  return initiative.adopterPersonIds.includes(member.personId) ? { kind: 'ADOPTER', mayBeAllowed: true } : null;
}
