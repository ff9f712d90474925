import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Initiative } from '@domain/initiative';
import { currentViewer } from '@kit/context';
import { loader } from '@kit/graphql';
import type { AgendaItemView } from '../data/evaluation.views.js';
import { ResultsRepository } from '../data/results.repository.js';
import { AgendaItem } from '../model/agenda-item.types.js';
import { ItemResult } from '../model/result.types.js';
import { EvaluationSession } from '../model/session.types.js';

/** An item was read together with its session; sessions hold items, so the type cannot name it itself. */
@Resolver(() => AgendaItem)
export class AgendaItemFields {
  @ResolveField(() => EvaluationSession)
  session(@Parent() item: AgendaItemView): EvaluationSession | undefined {
    return item.session;
  }
}

/** What the council found, beside the initiative it is about. */
@Resolver(() => Initiative)
export class InitiativeResultFields {
  constructor(private readonly results: ResultsRepository) {}

  @ResolveField(() => ItemResult, {
    nullable: true,
    description: 'The council’s result, once its session is locked; for the authors, and for everybody who does not prepare the decision, once that is issued.',
  })
  result(@Parent() initiative: Initiative): Promise<ItemResult | null> {
    const viewer = currentViewer();
    return loader<string, ItemResult>('evaluation.resultOfInitiative', (ids) => this.results.ofInitiatives(viewer, ids)).load(initiative.id);
  }
}
