import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { type DomainError, faultOf, notFound, ValidationFailed } from '@kit/errors';
import { EventBus } from '@kit/events';
import { assignmentFixed, assignmentNotUsed, assignmentRecused, assignmentTooMany, assignmentTwice } from '../assignment.errors.js';
import { AssignmentRepository } from '../data/assignment.repository.js';
import { factsOf } from '../data/assignment.view.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import type { AssignmentFacts } from '../domain/assignment.js';
import { type AssignmentFault, assignmentFaults, diffOf, type WantedRow } from '../domain/assignment-plan.js';
import { AssignmentChanged } from '../events/evaluation.events.js';
import { SessionDesk, type SessionAct } from './session-desk.js';

export interface NewAssignment extends SessionAct {
  /** Items that are not named stay as they are. */
  readonly rows: readonly WantedRow[];
}

/**
 * Assigns members to items. A person recused on an item neither assigns anybody to it nor learns who is: for them it is not
 * there. Once members score, what stands stays, and members are only added where recusals have left too few.
 */
@Injectable()
export class ApplyAssignment {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly assignments: AssignmentRepository,
    private readonly events: EventBus,
  ) {}

  /**
   * What is assigned already is not changed, and a change of nothing is none.
   * @throws VALIDATION_FAILED with every ASSIGNMENT_… fault and NOT_FOUND at its place, ASSIGNMENT_FIXED, ASSIGNMENT_NOT_USED,
   * SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN
   */
  execute(input: NewAssignment): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, row, to } = await this.desk.hold(input, 'session.assign', 'editAgenda', 'amendAgenda', 'addScorers');
      const stored = await this.assignments.stored(viewer, row.id);
      if (stored === null) throw assignmentNotUsed();
      const facts = factsOf(stored, row.state);
      ValidationFailed.throwIfAny(assignmentFaults(input.rows, facts).map((fault) => faultOf(errorOf(fault, facts))));
      const { added, removed } = diffOf(input.rows, facts);
      if (facts.isFixed && removed.length > 0) throw assignmentFixed({}, ['input', 'rows']);
      if (added.length + removed.length === 0) return;
      await this.assignments.change({
        tenantId: viewer.tenantId, sessionId: row.id, byPersonId: viewer.personId, kind: 'APPLY', undoesId: null, added, removed,
      });
      await this.sessions.update(row, to);
      await this.events.publish(new AssignmentChanged(viewer.tenantId, row.id));
    });
  }
}

function errorOf({ code, path }: AssignmentFault, { perItem }: AssignmentFacts): DomainError {
  const at = ['input', ...path];
  switch (code) {
    case 'UNKNOWN_ITEM':
    case 'UNKNOWN_MEMBER':
      return notFound({}, at);
    case 'TWICE':
      return assignmentTwice({}, at);
    case 'RECUSED':
      return assignmentRecused({}, at);
    case 'TOO_MANY':
      return assignmentTooMany({ most: perItem }, at);
  }
}
