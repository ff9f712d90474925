/** Why a member may not see or score an initiative (INV-11). */
export type ConflictKind = 'AUTHOR' | 'ADOPTER' | 'KIN' | 'SAME_UNIT' | 'SUPERVISOR' | 'OTHER';

export interface ConflictOfInterest {
  readonly kind: ConflictKind;
  /** Whether the chair may let the member score all the same, with a reason; never for an author. */
  readonly mayBeAllowed: boolean;
}

/** The conflict that the program itself can see, or null. Today: a member who is an author of the initiative. */
export function conflictOf(
  member: { readonly personId: string },
  initiative: { readonly authorPersonIds: readonly string[] },
): ConflictOfInterest | null {
  return initiative.authorPersonIds.includes(member.personId) ? { kind: 'AUTHOR', mayBeAllowed: false } : null;
}
