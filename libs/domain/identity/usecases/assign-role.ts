import { Injectable } from '@nestjs/common';
import { localDate } from '@kit/clock';
import { currentViewer, isSystemViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { EventBus } from '@kit/events';
import { RoleAssignmentsRepository } from '../data/role-assignments.repository.js';
import { RoleAssigned } from '../events/identity.events.js';
import { notForOneself, roleNotAssignable, roleScopeUnfit } from '../identity.errors.js';
import type { RoleAssignment } from '../model/identity.types.js';
import { isAssignable, isRoleOfUnit, type Role } from '../model/roles.js';
import { accountPolicy } from '../policy/identity.policy.js';

export interface NewRoleAssignment {
  readonly personId: string;
  readonly role: Role;
  readonly unitId?: string | null;
  /** The first day; default: today in Vietnam. */
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly basis?: string | null;
}

/** Gives a person of the viewer's tenant a role. Open sessions have it from the next request on. */
@Injectable()
export class AssignRole {
  constructor(
    private readonly database: Database,
    private readonly assignments: RoleAssignmentsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws ROLE_NOT_ASSIGNABLE, ROLE_SCOPE_UNFIT, ROLE_PERIOD_UNFIT, ROLE_ALREADY_HELD, NOT_FOR_ONESELF, NOT_FOUND (person, unit) */
  async execute(input: NewRoleAssignment): Promise<RoleAssignment> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    accountPolicy.require('role.assign', viewer, { tenantId });
    if (input.personId === viewer.personId) throw notForOneself({}, ['input', 'personId']);
    if (!isAssignable(input.role, isSystemViewer(viewer))) throw roleNotAssignable({}, ['input', 'role']);
    if (isRoleOfUnit(input.role) !== (input.unitId != null)) throw roleScopeUnfit({}, ['input', 'unitId']);
    return this.database.transaction(async () => {
      const id = newId();
      await this.assignments.add({
        id,
        tenantId,
        personId: input.personId,
        role: input.role,
        scopeUnitId: input.unitId ?? null,
        validFrom: input.validFrom ?? localDate(await this.database.now()),
        validTo: input.validTo ?? null,
        basis: input.basis ?? null,
      });
      await this.events.publish(new RoleAssigned(tenantId, input.personId, id, input.role));
      return this.assignments.get(tenantId, id);
    });
  }
}
