import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, selection } from '@kit/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { SessionReader } from '../data/session.reader.js';
import { ReplacementCandidate } from '../model/conflict.types.js';
import { Council } from '../model/council.types.js';
import { EvaluationSession } from '../model/session.types.js';
import { ChoosePresider } from '../usecases/choose-presider.js';
import { DecideConflicts } from '../usecases/decide-conflicts.js';
import { ProposeReplacements } from '../usecases/propose-replacements.js';
import { RecordObjection } from '../usecases/record-objection.js';
import { ReplaceCouncilMember } from '../usecases/replace-council-member.js';
import { ChoosePresiderInput, DecideConflictsInput, RecordObjectionInput, ReplaceCouncilMemberInput } from './conflict.inputs.js';

/** What is done about interests of members, and who comes in their place. */
@Resolver()
export class ConflictResolver {
  constructor(
    private readonly reader: SessionReader,
    private readonly decide: DecideConflicts,
    private readonly object: RecordObjection,
    private readonly choose: ChoosePresider,
    private readonly propose: ProposeReplacements,
    private readonly replace: ReplaceCouncilMember,
  ) {}

  @Mutation(() => EvaluationSession, {
    description: 'Decides about conflicts: the chair about those of members, the head about those of the chair; nobody about their own. A recused member’s sheet becomes void. CONFLICT_NOT_YOURS, CONFLICT_CANNOT_BE_ALLOWED, CONFLICT_REASON_REQUIRED, SCORING_CLOSED, NOT_FOUND.',
  })
  @Access('item.decideConflicts')
  async decideConflicts(@Args('input') input: DecideConflictsInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.decide.execute(input);
    return this.reader.get(currentViewer(), input.sessionId, selection(info));
  }

  @Mutation(() => Boolean, {
    description: 'Writes an objection down; the answer is the same whether the person judges the initiative or not. For officers who are no authors of it. OBJECTION_TO_ONESELF, NOT_FOUND, FORBIDDEN.',
  })
  @Access('objection.record')
  async recordObjection(@Args('input') input: RecordObjectionInput): Promise<boolean> {
    await this.object.execute(input);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Names who presides over an item whose chair is recused and for which the council has no deputy. The head. PRESIDER_NOT_NEEDED, PRESIDER_UNFIT, SESSION_LOCKED, NOT_FOUND.' })
  @Access('item.choosePresider')
  async choosePresider(@Args('input') input: ChoosePresiderInput): Promise<boolean> {
    await this.choose.execute(input);
    return true;
  }

  @Query(() => [ReplacementCandidate], {
    description: 'People once on a council of the ward who are not on this one and are barred from no item of the agenda; those with the fewest open interests first, then by given name; at most 20. For chair and secretary. NOT_FOUND.',
  })
  @Access('session.readWarnings')
  replacementCandidates(@Args('sessionId', { type: () => ID }) sessionId: string): Promise<ReplacementCandidate[]> {
    return this.propose.execute(sessionId);
  }

  @Mutation(() => Council, {
    description: 'Replaces a member of a council from a day on. Sessions whose scoring has opened keep their members (INV-15). COUNCIL_REPLACEMENT_TOO_EARLY, COUNCIL_MEMBER_HAS_LEFT, COUNCIL_MEMBER_TWICE, NOT_FOUND.',
  })
  @Access('council.replaceMember')
  replaceCouncilMember(@Args('input') input: ReplaceCouncilMemberInput): Promise<Council> {
    return this.replace.execute(input);
  }
}
