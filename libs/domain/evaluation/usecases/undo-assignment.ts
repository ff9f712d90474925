import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { assignmentNothingToUndo, assignmentNotUsed } from '../assignment.errors.js';
import { AssignmentRepository } from '../data/assignment.repository.js';
import { undoable } from '../data/assignment.view.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { AssignmentChanged } from '../events/evaluation.events.js';
import { SessionDesk, type SessionAct } from './session-desk.js';

/**
 * Takes the latest applied change back that is not undone yet, until scoring opens; again and again down to nothing. Items
 * that left the agenda, members who left the council and people recused since are not brought back. Both changes are kept.
 */
@Injectable()
export class UndoAssignment {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly assignments: AssignmentRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws ASSIGNMENT_NOTHING_TO_UNDO, ASSIGNMENT_NOT_USED, SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute(input: SessionAct): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, row, to } = await this.desk.hold(input, 'session.assign', 'editAgenda', 'amendAgenda');
      const stored = await this.assignments.stored(viewer, row.id);
      if (stored === null) throw assignmentNotUsed();
      const last = undoable(stored, row.state);
      if (last === null) throw assignmentNothingToUndo();
      await this.assignments.change({
        tenantId: viewer.tenantId, sessionId: row.id, byPersonId: viewer.personId, kind: 'UNDO', undoesId: last.plan.id, ...last.diff,
      });
      await this.sessions.update(row, to);
      await this.events.publish(new AssignmentChanged(viewer.tenantId, row.id));
    });
  }
}
