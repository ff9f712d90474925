/** Every role a viewer can hold. The last two follow from council membership and are never assigned. */
export const Role = {
  UNIT_HEAD: 'UNIT_HEAD', INTAKE_OFFICER: 'INTAKE_OFFICER', COUNCIL_SECRETARY: 'COUNCIL_SECRETARY', AUTHORITY_HEAD: 'AUTHORITY_HEAD',
  CLERK: 'CLERK', OBSERVER: 'OBSERVER', AUDITOR: 'AUDITOR', CITY_OFFICER: 'CITY_OFFICER', PLAN_COORDINATOR: 'PLAN_COORDINATOR',
  SCHOOL_COORDINATOR: 'SCHOOL_COORDINATOR', SECURITY_OFFICER: 'SECURITY_OFFICER', TENANT_ADMIN: 'TENANT_ADMIN',
  SYSTEM_OPERATOR: 'SYSTEM_OPERATOR',
  COUNCIL_MEMBER: 'COUNCIL_MEMBER', COUNCIL_CHAIR: 'COUNCIL_CHAIR',
} as const;
export type Role = keyof typeof Role;

const OF_A_UNIT: ReadonlySet<Role> = new Set(['UNIT_HEAD', 'SCHOOL_COORDINATOR']);
const OF_A_COUNCIL: ReadonlySet<Role> = new Set(['COUNCIL_MEMBER', 'COUNCIL_CHAIR']);

/** Whether the role is held for one unit; all others are held for the whole ward. */
export function isRoleOfUnit(role: Role): boolean {
  return OF_A_UNIT.has(role);
}

/**
 * Whether the role can be given: those of councils follow from a decision, and an operator looks after the queues of all wards
 * of the installation, so that only the system (the console) names one and no administrator of a ward.
 */
export function isAssignable(role: Role, bySystem: boolean): boolean {
  return !OF_A_COUNCIL.has(role) && (bySystem || role !== 'SYSTEM_OPERATOR');
}
