import { Args, ID, Info, Mutation, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, selection } from '@kit/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { SessionReader } from '../data/session.reader.js';
import { EvaluationSession } from '../model/session.types.js';
import { CallRoll } from '../usecases/call-roll.js';
import { CountSession } from '../usecases/count-session.js';
import { DraftMinutes } from '../usecases/draft-minutes.js';
import { EndSitting } from '../usecases/end-sitting.js';
import { KeepProceedings } from '../usecases/keep-proceedings.js';
import { NameCountingBoard } from '../usecases/name-counting-board.js';
import { OpenSitting } from '../usecases/open-sitting.js';
import { SignMinutes } from '../usecases/sign-minutes.js';
import { CallRollInput, DraftMinutesInput, EndSittingInput, NameCountingBoardInput, OpenSittingInput, SignMinutesInput } from './meeting.inputs.js';
import { SessionActInput } from './session.inputs.js';

/** The meeting of a session, from the roll-call to the signed minutes. */
@Resolver()
export class MeetingMutations {
  constructor(
    private readonly reader: SessionReader,
    private readonly roll: CallRoll,
    private readonly opening: OpenSitting,
    private readonly ending: EndSitting,
    private readonly board: NameCountingBoard,
    private readonly proceedings: KeepProceedings,
    private readonly counting: CountSession,
    private readonly minutes: DraftMinutes,
    private readonly signing: SignMinutes,
  ) {}

  @Mutation(() => EvaluationSession, {
    description: 'Notes who comes, goes or is missing. ALREADY_IN_MEETING, NOT_IN_MEETING, SESSION_WRONG_STATE, NOT_FOUND.',
  })
  @Access('session.attend')
  async callRoll(@Args('input') input: CallRollInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.roll.execute({ ...input, reason: input.reason ?? '', writtenOpinion: input.writtenOpinion ?? '' });
    return this.#view(input.sessionId, info);
  }

  @Mutation(() => EvaluationSession, {
    description: 'Opens the meeting with quorum (INV-16); rules and members are fixed from here on at the latest (INV-15). QUORUM_NOT_MET, PRESIDING_NOT_AUTHORISED, SITTING_OPEN, COUNCIL_NOT_IN_FORCE, SESSION_WRONG_STATE, REVISION_CONFLICT.',
  })
  @Access('session.run')
  async openSitting(@Args('input') input: OpenSittingInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.opening.execute({ ...input, presidingPersonId: input.presidingPersonId ?? null, authorisation: input.authorisation ?? null });
    return this.#view(input.sessionId, info);
  }

  @Mutation(() => EvaluationSession, { description: 'Closes or adjourns the meeting. BALLOT_OPEN, SITTING_NOT_OPEN, SESSION_WRONG_STATE, REVISION_CONFLICT.' })
  @Access('session.run')
  async endSitting(@Args('input') input: EndSittingInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.ending.execute({ ...input, adjournedBecause: input.adjournedBecause ?? null });
    return this.#view(input.sessionId, info);
  }

  @Mutation(() => EvaluationSession, { description: 'Notes the counting board. COUNTING_BOARD_SIZE, SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND.' })
  @Access('session.run')
  async nameCountingBoard(@Args('input') input: NameCountingBoardInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.board.execute(input);
    return this.#view(input.sessionId, info);
  }

  @Mutation(() => EvaluationSession, { description: 'Shows everybody the item the council treats now. SITTING_NOT_OPEN, NOT_FOUND.' })
  @Access('item.runBallot')
  async showItem(@Args('itemId', { type: () => ID }) itemId: string, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    return this.#view(await this.proceedings.show(itemId), info);
  }

  @Mutation(() => EvaluationSession, {
    description: 'Works out every result from sheets and ballots, once; what could not be voted on is put off. QUORUM_NOT_MET, SITTING_NOT_OPEN, BALLOT_OPEN, COUNTING_BOARD_MISSING, SESSION_WRONG_STATE, REVISION_CONFLICT.',
  })
  @Access('session.run')
  async countSession(@Args('input') input: SessionActInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.counting.execute(input);
    return this.#view(input.sessionId, info);
  }

  @Mutation(() => EvaluationSession, {
    description: 'Drafts the minutes when the meeting is over; drafted again they are signed again. SITTING_OPEN, COUNTING_NOT_SIGNED, SESSION_WRONG_STATE, REVISION_CONFLICT.',
  })
  @Access('session.prepare')
  async draftMinutes(@Args('input') input: DraftMinutesInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    await this.minutes.execute(input);
    return this.#view(input.sessionId, info);
  }

  @Mutation(() => EvaluationSession, { description: 'Signs minutes in every capacity the viewer has. MINUTES_CHANGED, NOT_A_SIGNER, NOT_FOUND.' })
  @Access('session.sign')
  async signMinutes(@Args('input') input: SignMinutesInput, @Info() info: GraphQLResolveInfo): Promise<EvaluationSession> {
    return this.#view(await this.signing.execute(input), info);
  }

  #view(id: string, info: GraphQLResolveInfo): Promise<EvaluationSession> {
    return this.reader.get(currentViewer(), id, selection(info));
  }
}
