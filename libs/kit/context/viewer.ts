import type { Id } from '@kit/ids';

/** A role a person holds, for the whole tenant (`unitId: null`) or for one unit. */
export interface RoleHolding {
  readonly role: string;
  readonly unitId: Id | null;
}

/** Who is asking: the signed-in account with everything the policies decide by. */
export interface Viewer {
  readonly accountId: Id;
  readonly personId: Id;
  readonly tenantId: Id;
  readonly sessionId: Id;
  /** The unit the person works in; `null` for people outside every unit. */
  readonly unitId: Id | null;
  readonly fullName: string;
  /** Roles in force now; expired ones are left out. */
  readonly roles: readonly RoleHolding[];
}

/** Account, person and session id of the system itself: the nil UUID, which no row carries. */
export const SYSTEM_ID: Id = '00000000-0000-0000-0000-000000000000';

/** The role only `systemViewer` holds; no account can be given it. */
export const SYSTEM_ROLE = 'SYSTEM';

/**
 * Whether the viewer holds a role. With `unitId`, a holding for that unit or for the whole
 * tenant counts; without it, any holding counts.
 */
export function hasRole(viewer: Viewer, role: string, unitId?: Id): boolean {
  return viewer.roles.some(
    (holding) => holding.role === role && (unitId === undefined || holding.unitId === null || holding.unitId === unitId),
  );
}

/** The viewer that jobs and the console act as, inside one tenant. */
export function systemViewer(tenantId: Id): Viewer {
  return {
    accountId: SYSTEM_ID,
    personId: SYSTEM_ID,
    tenantId,
    sessionId: SYSTEM_ID,
    unitId: null,
    fullName: 'Khơi',
    roles: [{ role: SYSTEM_ROLE, unitId: null }],
  };
}

/** Whether the acting party is the system and not a person. */
export function isSystemViewer(viewer: Viewer): boolean {
  return viewer.accountId === SYSTEM_ID;
}
