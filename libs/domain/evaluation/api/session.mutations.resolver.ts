import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, selection } from '@kit/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { SessionReader } from '../data/session.reader.js';
import { Council } from '../model/council.types.js';
import { EvaluationSession } from '../model/session.types.js';
import { CancelSession } from '../usecases/cancel-session.js';
import { CloseScoring } from '../usecases/close-scoring.js';
import { ConveneSession } from '../usecases/convene-session.js';
import { CreateCouncil } from '../usecases/create-council.js';
import { CreateSession } from '../usecases/create-session.js';
import { LockSession } from '../usecases/lock-session.js';
import { OpenScoring } from '../usecases/open-scoring.js';
import { RescheduleSession } from '../usecases/reschedule-session.js';
import { SetAgenda } from '../usecases/set-agenda.js';
import { CreateCouncilInput } from './council.inputs.js';
import { CreateSessionInput, RescheduleSessionInput, SessionActInput, SetAgendaInput } from './session.inputs.js';

/** What secretary and chair do with councils and sessions. */
@Resolver()
export class SessionMutations {
  constructor(
    private readonly reader: SessionReader,
    private readonly createCouncilAct: CreateCouncil,
    private readonly createSessionAct: CreateSession,
    private readonly reschedule: RescheduleSession,
    private readonly setAgendaAct: SetAgenda,
    private readonly convene: ConveneSession,
    private readonly open: OpenScoring,
    private readonly close: CloseScoring,
    private readonly lock: LockSession,
    private readonly cancel: CancelSession,
  ) {}

  @Mutation(() => Council, { description: 'Enters a council that a decision has established. Faults COUNCIL_…; NOT_FOUND.' })
  @Access('council.create')
  createCouncil(@Args('input') input: CreateCouncilInput): Promise<Council> {
    return this.createCouncilAct.execute(input);
  }

  @Mutation(() => EvaluationSession, { description: 'Plans a session. SESSION_CAMPAIGN_UNFIT, SESSION_DUE_DATE_PASSED, NOT_FOUND.' })
  @Access('session.create')
  async createSession(@Args('input') input: CreateSessionInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    return this.#view(await this.createSessionAct.execute(input), info);
  }

  @Mutation(() => EvaluationSession, {
    description: 'Changes day, place and last day for sheets; whoever was invited is told. SESSION_DUE_DATE_PASSED, SESSION_WRONG_STATE once scoring has opened, REVISION_CONFLICT.',
  })
  @Access('session.prepare')
  async rescheduleSession(@Args('input') input: RescheduleSessionInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.reschedule.execute({ ...input, heldOn: input.heldOn ?? null, place: input.place ?? null, scoringDueOn: input.scoringDueOn ?? null });
    return this.#view(input.sessionId, info);
  }

  @Mutation(() => EvaluationSession, {
    description: 'Sets what the session judges, each in its accepted version, and finds conflicts of authors and first adopters. Faults AGENDA_…; SESSION_WRONG_STATE once scoring has opened, REVISION_CONFLICT.',
  })
  @Access('session.prepare')
  async setAgenda(@Args('input') input: SetAgendaInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.setAgendaAct.execute(input);
    return this.#view(input.sessionId, info);
  }

  @Mutation(() => EvaluationSession, { description: 'Invites the members, who read the dossiers from now on. AGENDA_EMPTY, SESSION_WRONG_STATE, REVISION_CONFLICT.' })
  @Access('session.prepare')
  async conveneSession(@Args('input') input: SessionActInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.convene.execute(input);
    return this.#view(input.sessionId, info);
  }

  @Mutation(() => EvaluationSession, {
    description: 'Fixes the rules of the campaign and the members in force, and lets members score (INV-15). COUNCIL_NOT_IN_FORCE, AGENDA_INITIATIVE_NOT_READY and AGENDA_INITIATIVE_TAKEN as faults, ASSIGNMENT_NOT_READY as faults where members are assigned, INITIATIVE_DUPLICATE_UNDER_EVALUATION, SESSION_WRONG_STATE, REVISION_CONFLICT.',
  })
  @Access('session.prepare')
  async openScoring(@Args('input') input: SessionActInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.open.execute(input);
    return this.#view(input.sessionId, info);
  }

  @Mutation(() => EvaluationSession, { description: 'Ends scoring and works out all results; drafts do not count. Chair or secretary. SESSION_WRONG_STATE, REVISION_CONFLICT.' })
  @Access('session.closeScoring')
  async closeScoring(@Args('input') input: SessionActInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.close.execute(input);
    return this.#view(input.sessionId, info);
  }

  @Mutation(() => EvaluationSession, { description: 'Closes the record for ever (INV-24). The chair. SESSION_WRONG_STATE, REVISION_CONFLICT.' })
  @Access('session.lock')
  async lockSession(@Args('input') input: SessionActInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.lock.execute(input);
    return this.#view(input.sessionId, info);
  }

  @Mutation(() => EvaluationSession, { description: 'Gives the session up before results exist; its initiatives wait for another. SESSION_WRONG_STATE, REVISION_CONFLICT.' })
  @Access('session.prepare')
  async cancelSession(@Args('input') input: SessionActInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.cancel.execute(input);
    return this.#view(input.sessionId, info);
  }

  #view(id: string, info: GraphQLResolveInfo): Promise<EvaluationSession> {
    return this.reader.get(currentViewer(), id, selection(info));
  }
}
