import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { RoleAssignmentsRepository } from '../data/role-assignments.repository.js';
import { RoleEnded } from '../events/identity.events.js';
import { notForOneself } from '../identity.errors.js';
import type { RoleAssignment } from '../model/identity.types.js';
import { accountPolicy } from '../policy/identity.policy.js';

/** Takes a role away at once, whatever its last day was to be. */
@Injectable()
export class EndRole {
  constructor(
    private readonly database: Database,
    private readonly assignments: RoleAssignmentsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws NOT_FOUND (also for one that was ended already), NOT_FOR_ONESELF */
  execute(id: string): Promise<RoleAssignment> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    accountPolicy.require('role.end', viewer, { tenantId });
    return this.database.transaction(async () => {
      const { personId, role } = await this.assignments.lock(tenantId, id);
      if (personId === viewer.personId) throw notForOneself();
      await this.assignments.end(id);
      await this.events.publish(new RoleEnded(tenantId, personId, id, role));
      return this.assignments.get(tenantId, id);
    });
  }
}
