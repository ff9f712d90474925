import type { GraphQLResolveInfo } from 'graphql';
import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { notFound } from '@kit/errors';
import { Access, connection, type Connection, loader, PageArgs, selection } from '@kit/graphql';
import { Initiative } from '@domain/initiative';
import { DecisionsRepository } from '../data/decisions.repository.js';
import { DecideItemInput, IssueDecisionInput, ProposeDecisionInput } from '../model/decision.inputs.js';
import { RecognitionDecision, RecognitionItem } from '../model/decision.types.js';
import { DecideItem } from '../usecases/decide-item.js';
import { IssueDecision } from '../usecases/issue-decision.js';
import { ProposeDecision } from '../usecases/propose-decision.js';

const DecisionConnection = connection(RecognitionDecision);

@Resolver()
export class DecisionResolver {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly propose: ProposeDecision,
    private readonly decide: DecideItem,
    private readonly issue: IssueDecision,
  ) {}

  @Query(() => DecisionConnection, { description: 'The decisions the viewer may know of, the latest first.' })
  @Access('decision.read')
  recognitionDecisions(@Args() page: PageArgs, @Info() info: GraphQLResolveInfo): Promise<Connection<RecognitionDecision>> {
    return this.decisions.page(currentViewer(), page, selection(info).nodes.has('items'));
  }

  @Query(() => RecognitionDecision, { description: 'NOT_FOUND alike for unknown decisions and those the viewer may not know of.' })
  @Access('decision.read')
  async recognitionDecision(@Args('id', { type: () => ID }) id: string): Promise<RecognitionDecision> {
    const decision = await this.decisions.find(currentViewer(), id);
    if (decision === null) throw notFound({}, ['id']);
    return decision;
  }

  @Mutation(() => RecognitionDecision, {
    description: 'Lays the results of a locked session before the head. NOT_FOUND, DECISION_SESSION_NOT_LOCKED, DECISION_NOTHING_TO_DECIDE, DECISION_EXISTS.',
  })
  @Access('decision.propose')
  proposeDecision(@Args('input') input: ProposeDecisionInput): Promise<RecognitionDecision> {
    return this.propose.execute(input);
  }

  @Mutation(() => RecognitionDecision, {
    description:
      'Decides one item; may be repeated until the decision is issued. DECISION_DEVIATION_NEEDS_REASON, DECISION_REFUSAL_NEEDS_REASON, DECISION_NOT_APPLIED, DECISION_HEAD_IS_AUTHOR, REVISION_CONFLICT, DECISION_ISSUED.',
  })
  @Access('decision.decide')
  decideItem(@Args('input') input: DecideItemInput): Promise<RecognitionDecision> {
    return this.decide.execute(input);
  }

  @Mutation(() => RecognitionDecision, {
    description: 'Numbers and dates the decision and publishes the register. DECISION_INCOMPLETE, DECISION_HEAD_IS_AUTHOR, DECISION_ISSUED, REVISION_CONFLICT.',
  })
  @Access('decision.issue')
  issueDecision(@Args('input') input: IssueDecisionInput): Promise<RecognitionDecision> {
    return this.issue.execute(input);
  }
}

/** What this feature knows of an initiative. */
@Resolver(() => Initiative)
export class InitiativeRecognitionResolver {
  constructor(private readonly decisions: DecisionsRepository) {}

  @ResolveField(() => RecognitionItem, {
    nullable: true,
    description: 'The decision on it; before it is issued only for the head and the secretary.',
  })
  recognition(@Parent() initiative: Initiative): Promise<RecognitionItem | null> {
    const viewer = currentViewer();
    return loader('recognition.of-initiative', (ids: readonly string[]) => this.decisions.itemsOf(viewer, ids)).load(initiative.id);
  }
}
