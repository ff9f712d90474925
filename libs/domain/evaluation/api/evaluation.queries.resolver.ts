import { Args, ArgsType, Field, ID, Info, Query, Resolver } from '@nestjs/graphql';
import { Initiative, InitiativeFacade } from '@domain/initiative';
import { currentViewer } from '@kit/context';
import { Access, connection, type Connection, PageArgs, selection, SIGNED_IN_ACCESS } from '@kit/graphql';
import { MaxLength } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { onOpenAgenda, wasDeferred } from '../data/agenda.repository.js';
import { CouncilsRepository } from '../data/councils.repository.js';
import { SessionReader } from '../data/session.reader.js';
import { AgendaItem } from '../model/agenda-item.types.js';
import { Council } from '../model/council.types.js';
import { EvaluationSession } from '../model/session.types.js';
import { ScoringQueue } from '../model/sheet.types.js';

export const EvaluationSessionConnection = connection(EvaluationSession);
const InitiativeConnection = connection(Initiative);

@ArgsType()
export class AgendaCandidatesArgs extends PageArgs {
  @Field(() => ID)
  sessionId: string;

  @Field(() => String, { nullable: true, description: 'Words of code, title or submitting unit, without regard to case and marks; at most 200 characters.' })
  @MaxLength(200)
  search?: string | null;
}

@Resolver()
export class EvaluationQueries {
  constructor(
    private readonly councilRows: CouncilsRepository,
    private readonly reader: SessionReader,
    private readonly initiatives: InitiativeFacade,
  ) {}

  @Query(() => [Council], { description: 'The councils of the ward, the latest term first; at most 200. Members see their own.' })
  @Access('council.read')
  councils(): Promise<Council[]> {
    return this.councilRows.list(currentViewer());
  }

  @Query(() => EvaluationSessionConnection, { description: 'Sessions the viewer prepares, decides on or sits in, newest first.' })
  @Access('session.read')
  evaluationSessions(@Args() page: PageArgs, @Info() info: GraphQLResolveInfo): Promise<Connection<EvaluationSession>> {
    return this.reader.page(currentViewer(), page, selection(info).nodes);
  }

  @Query(() => EvaluationSession, { description: 'NOT_FOUND alike for what does not exist and what the viewer may not see.' })
  @Access('session.read')
  evaluationSession(@Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    return this.reader.get(currentViewer(), id, selection(info));
  }

  @Query(() => InitiativeConnection, {
    description: 'Initiatives that can go on the agenda: accepted in the campaign of the session or deferred by an earlier one, on no open agenda; longest waiting first. For the secretary.',
  })
  @Access('session.prepare')
  async agendaCandidates(@Args() args: AgendaCandidatesArgs, @Info() info: GraphQLResolveInfo): Promise<Connection<Initiative>> {
    const { campaignId } = await this.reader.forAgenda(currentViewer(), args.sessionId);
    return this.initiatives.agendaCandidates({ campaignId, search: args.search ?? null, unless: onOpenAgenda, also: wasDeferred }, args, selection(info).nodes);
  }

  @Query(() => ScoringQueue, { description: 'What the viewer scores now.' })
  @Access(SIGNED_IN_ACCESS)
  scoringQueue(): Promise<ScoringQueue> {
    return this.reader.queue(currentViewer());
  }

  @Query(() => AgendaItem, { description: 'NOT_FOUND alike for what does not exist, what the viewer may not see, and what the viewer is recused from.' })
  @Access('item.read')
  agendaItem(@Args('id', { type: () => ID }) id: string, @Info() info: GraphQLResolveInfo): Promise<AgendaItem> {
    return this.reader.item(currentViewer(), id, selection(info));
  }
}
