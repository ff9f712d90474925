import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, newId, sql } from '@kit/database';
import { isId } from '@kit/ids';
import type { Assigned } from '../domain/assignment.js';
import type { AssignmentDiff } from '../domain/assignment-plan.js';
import type { AssignmentPlanKind } from '../model/closed-lists.js';
import type { SessionFacts } from '../policy/session.conditions.js';
import { assignmentFactsJson, assignmentJson, itemsInHandOf } from './assignment.shapes.js';
import type { StoredAssignment, StoredFacts } from './assignment.view.js';
import { seatsJson } from './session.shapes.js';

/** A session with its assignment, for somebody who asks for a proposal. */
export interface AssignableSession extends SessionFacts {
  readonly id: string;
  readonly revision: number;
  readonly facts: StoredFacts;
}

/** A change of the assignment with who made it. */
export interface NewPlan extends AssignmentDiff {
  readonly tenantId: string;
  readonly sessionId: string;
  readonly byPersonId: string;
  readonly kind: AssignmentPlanKind;
  readonly undoesId: string | null;
}

@Injectable()
export class AssignmentRepository {
  constructor(private readonly database: Database) {}

  /** What a proposal starts from, in one statement; `null` for an unknown session. The caller asks the policy. */
  async session(viewer: Viewer, id: string): Promise<AssignableSession | null> {
    if (!isId(id)) return null;
    return this.database.row<AssignableSession>(sql`
      select s.id, s.tenant_id as "tenantId", s.state, s.revision, ${seatsJson('s')} as seats,
        ${assignmentFactsJson('s', itemsInHandOf(viewer))} as facts
      from evaluation_session s where s.id = ${id} and s.tenant_id = ${viewer.tenantId}`);
  }

  /** The assignment of a held session as far as it is in the hands of the viewer; `null` where every member scores every item. */
  async stored(viewer: Viewer, sessionId: string): Promise<StoredAssignment | null> {
    const row = await this.database.row<{ assignment: StoredAssignment | null }>(sql`
      select ${assignmentJson('s', viewer)} as assignment from evaluation_session s where s.id = ${sessionId}`);
    return row?.assignment ?? null;
  }

  /** The whole assignment of a held session, for acts that show nobody what they find. */
  async whole(sessionId: string): Promise<StoredFacts> {
    const row = await this.database.row<{ facts: StoredFacts }>(sql`
      select ${assignmentFactsJson('s', () => sql`true`)} as facts from evaluation_session s where s.id = ${sessionId}`);
    if (row === null) throw new Error('the session vanished while it was held');
    return row.facts;
  }

  /** Writes a change and makes it. */
  async change(plan: NewPlan): Promise<void> {
    const id = newId();
    await this.database.execute(sql`
      insert into assignment_plan (id, tenant_id, session_id, kind, undoes_id, added, removed, by_person_id)
      values (${id}, ${plan.tenantId}, ${plan.sessionId}, ${plan.kind}, ${plan.undoesId}, ${jsonOf(plan.added)}::jsonb,
        ${jsonOf(plan.removed)}::jsonb, ${plan.byPersonId})`);
    if (plan.removed.length > 0) {
      await this.database.execute(sql`
        delete from assignment x using jsonb_to_recordset(${jsonOf(plan.removed)}::jsonb) as gone ("itemId" uuid, "personId" uuid)
        where x.item_id = gone."itemId" and x.person_id = gone."personId"`);
    }
    if (plan.added.length > 0) {
      await this.database.execute(sql`
        insert into assignment (tenant_id, item_id, person_id, plan_id)
        select ${plan.tenantId}, came."itemId", came."personId", ${id}
        from jsonb_to_recordset(${jsonOf(plan.added)}::jsonb) as came ("itemId" uuid, "personId" uuid)`);
    }
  }
}

function jsonOf(rows: readonly Assigned[]): string {
  return JSON.stringify(rows.map(({ itemId, personId }) => ({ itemId, personId })));
}
