import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import { notFound } from '@kit/errors';
import type { RoleAssignment } from '../model/identity.types.js';
import { RoleAssignmentEntity } from '../model/role-assignment.entity.js';
import type { Role } from '../model/roles.js';
import { roleAssignmentJson } from './shapes.js';
import './constraints.js';

@Injectable()
export class RoleAssignmentsRepository {
  constructor(private readonly database: Database) {}

  async add(assignment: RoleAssignmentEntity): Promise<void> {
    await this.database.manager.insert(RoleAssignmentEntity, assignment);
  }

  /** @throws NOT_FOUND */
  async get(tenantId: string, id: string): Promise<RoleAssignment> {
    const row = await this.database.row<{ assignment: RoleAssignment }>(sql`
      select ${roleAssignmentJson('r')} as assignment from role_assignment r where r.tenant_id = ${tenantId} and r.id = ${id}`);
    if (row === null) throw notFound();
    return row.assignment;
  }

  /** Locks an assignment that has not been ended. @throws NOT_FOUND */
  async lock(tenantId: string, id: string): Promise<{ readonly personId: string; readonly role: Role }> {
    const row = await this.database.row<{ personId: string; role: Role }>(sql`
      select person_id as "personId", role from role_assignment
      where tenant_id = ${tenantId} and id = ${id} and ended_at is null for update`);
    if (row === null) throw notFound();
    return row;
  }

  /** Whether a person looks after the installation, now or from some day on. */
  async isOperator(personId: string): Promise<boolean> {
    const found = await this.database.row(sql`
      select 1 from role_assignment where person_id = ${personId} and role = 'SYSTEM_OPERATOR' and ended_at is null and coalesce(valid_to, 'infinity') >= vn_today()`);
    return found !== null;
  }

  async end(id: string): Promise<void> {
    await this.database.execute(sql`update role_assignment set ended_at = clock_timestamp() where id = ${id}`);
  }
}
