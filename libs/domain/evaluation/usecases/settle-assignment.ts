import { Injectable } from '@nestjs/common';
import type { EvaluationRules } from '@domain/regulation';
import { faultOf, ValidationFailed } from '@kit/errors';
import { assignmentNotReady } from '../assignment.errors.js';
import { AssignmentRepository } from '../data/assignment.repository.js';
import { type AssignmentFacts, proposeAssignment } from '../domain/assignment.js';
import { type AssignmentDiff, unsettledItems } from '../domain/assignment-plan.js';
import type { HeldSession } from './session-desk.js';

/**
 * Brings the assignment in order when scoring opens, in the transaction that opens it. Every item the opening person sees
 * must have its members; what they do not see they can neither be told of nor mend, so those items are completed as a
 * proposal would. A regulation by which everybody scores everything leaves no assignment.
 */
@Injectable()
export class SettleAssignment {
  constructor(private readonly assignments: AssignmentRepository) {}

  /** @throws VALIDATION_FAILED with ASSIGNMENT_NOT_READY for each item */
  async execute({ viewer, row, items }: HeldSession, { scoring }: EvaluationRules): Promise<void> {
    const stored = await this.assignments.whole(row.id);
    if (scoring.sheetsPerItem === null) return this.#change({ viewer, row }, { added: [], removed: stored.current });
    const facts: AssignmentFacts = { ...stored, perItem: scoring.sheetsPerItem, isFixed: false };
    const hidden = new Set(items.filter(({ isHidden }) => isHidden).map(({ id }) => id));
    const unsettled = unsettledItems(facts);
    ValidationFailed.throwIfAny(unsettled.filter(({ itemId }) => !hidden.has(itemId))
      .map(({ itemId, assigned, needed }) => faultOf(assignmentNotReady({ assigned, needed }, ['items', itemId]))));
    if (unsettled.length === 0) return;
    const open = new Set(unsettled.map(({ itemId }) => itemId));
    const rows = proposeAssignment(facts).rows.filter(({ itemId }) => open.has(itemId));
    await this.#change({ viewer, row }, { added: rows.filter(({ change }) => change === 'ADDED'), removed: rows.filter(({ change }) => change === 'REMOVED') });
  }

  async #change({ viewer, row }: Pick<HeldSession, 'viewer' | 'row'>, diff: AssignmentDiff): Promise<void> {
    if (diff.added.length + diff.removed.length === 0) return;
    await this.assignments.change({ tenantId: viewer.tenantId, sessionId: row.id, byPersonId: viewer.personId, kind: 'OPENING', undoesId: null, ...diff });
  }
}
