import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, selection } from '@kit/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { SessionReader } from '../data/session.reader.js';
import { AssignmentProposal } from '../model/assignment.types.js';
import { EvaluationSession } from '../model/session.types.js';
import { ApplyAssignment } from '../usecases/apply-assignment.js';
import { ProposeAssignment } from '../usecases/propose-assignment.js';
import { UndoAssignment } from '../usecases/undo-assignment.js';
import { ApplyAssignmentInput } from './assignment.inputs.js';
import { SessionActInput } from './session.inputs.js';

/** Who scores what: proposed, applied, undone. */
@Resolver()
export class AssignmentResolver {
  constructor(
    private readonly reader: SessionReader,
    private readonly propose: ProposeAssignment,
    private readonly apply: ApplyAssignment,
    private readonly undo: UndoAssignment,
  ) {}

  @Query(() => AssignmentProposal, {
    description: 'Proposes who scores what and changes nothing; while members score, replacements for recused members only. Chair or secretary, without the items on which they are recused. ASSIGNMENT_NOT_USED, SESSION_WRONG_STATE once scoring has closed.',
  })
  @Access('session.assign')
  proposeAssignment(@Args('sessionId', { type: () => ID }) sessionId: string): Promise<AssignmentProposal> {
    return this.propose.execute(sessionId);
  }

  @Mutation(() => EvaluationSession, {
    description: 'Assigns members to items, as proposed or otherwise. Faults ASSIGNMENT_… and NOT_FOUND; ASSIGNMENT_FIXED for taking somebody off while members score, ASSIGNMENT_NOT_USED, SESSION_WRONG_STATE, REVISION_CONFLICT.',
  })
  @Access('session.assign')
  async applyAssignment(@Args('input') input: ApplyAssignmentInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.apply.execute(input);
    return this.reader.get(currentViewer(), input.sessionId, selection(info));
  }

  @Mutation(() => EvaluationSession, {
    description: 'Takes the latest applied change of the assignment back, until scoring opens. ASSIGNMENT_NOTHING_TO_UNDO, ASSIGNMENT_NOT_USED, SESSION_WRONG_STATE, REVISION_CONFLICT.',
  })
  @Access('session.assign')
  async undoAssignment(@Args('input') input: SessionActInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.undo.execute(input);
    return this.reader.get(currentViewer(), input.sessionId, selection(info));
  }
}
