import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { notFound } from '@kit/errors';
import { AssignmentRepository } from '../data/assignment.repository.js';
import { factsOf, proposalView } from '../data/assignment.view.js';
import { assignmentNotUsed } from '../assignment.errors.js';
import { sessionWrongState } from '../evaluation.errors.js';
import type { AssignmentProposal } from '../model/assignment.types.js';
import { sessionPolicy } from '../policy/session.policy.js';

/** Works out who could score what and shows the difference; a dry run. While members score, it proposes replacements. */
@Injectable()
export class ProposeAssignment {
  constructor(private readonly assignments: AssignmentRepository) {}

  /** @throws NOT_FOUND, FORBIDDEN, ASSIGNMENT_NOT_USED, SESSION_WRONG_STATE */
  async execute(sessionId: string): Promise<AssignmentProposal> {
    const viewer = currentViewer();
    const session = await this.assignments.session(viewer, sessionId);
    if (session === null) throw notFound();
    sessionPolicy.require('session.assign', viewer, session);
    const { facts, state } = session;
    if (facts.perItem === null) throw assignmentNotUsed();
    if (!['DRAFT', 'CONVENED', 'SCORING'].includes(state)) throw sessionWrongState({ state });
    return proposalView(session, factsOf({ facts: { ...facts, perItem: facts.perItem } }, state));
  }
}
