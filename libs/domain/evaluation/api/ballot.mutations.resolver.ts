import { Args, ID, Info, Mutation, Resolver } from '@nestjs/graphql';
import { currentViewer } from '@kit/context';
import { Access, selection } from '@kit/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { SessionReader } from '../data/session.reader.js';
import { AgendaItem } from '../model/agenda-item.types.js';
import { CastBallot } from '../usecases/cast-ballot.js';
import { CloseBallot } from '../usecases/close-ballot.js';
import { KeepProceedings } from '../usecases/keep-proceedings.js';
import { OpenBallot } from '../usecases/open-ballot.js';
import { AnnulBallotInput, CastBallotInput, SaveProceedingsInput } from './meeting.inputs.js';

/** Votes on one item. */
@Resolver()
export class BallotMutations {
  constructor(
    private readonly reader: SessionReader,
    private readonly opening: OpenBallot,
    private readonly casting: CastBallot,
    private readonly closing: CloseBallot,
    private readonly proceedings: KeepProceedings,
  ) {}

  @Mutation(() => AgendaItem, {
    description: 'Hands out the ballots of an item to members who are in the room, have a vote and are not recused on it (INV-16, INV-19, INV-20). SITTING_NOT_OPEN, QUORUM_NOT_MET, BALLOT_TOO_FEW_VOTERS, BALLOT_EXISTS, BALLOT_NOT_IN_RULES, SESSION_WRONG_STATE, NOT_FOUND.',
  })
  @Access('item.runBallot')
  async openBallot(@Args('itemId', { type: () => ID }) itemId: string, @Info() info: GraphQLResolveInfo): Promise<AgendaItem> {
    await this.opening.execute(itemId);
    return this.#view(itemId, info);
  }

  @Mutation(() => Boolean, {
    description: 'Votes; what was put in does not change and is never shown. BALLOT_CLOSED, BALLOT_NOT_ISSUED, BALLOT_ALREADY_CAST, NOT_IN_MEETING, NOT_FOUND.',
  })
  @Access('item.vote')
  async castBallot(@Args('input') input: CastBallotInput): Promise<boolean> {
    await this.casting.execute(input);
    return true;
  }

  @Mutation(() => AgendaItem, { description: 'Ends the vote on an item and counts it. BALLOT_CLOSED, NOT_FOUND.' })
  @Access('item.runBallot')
  async closeBallot(@Args('itemId', { type: () => ID }) itemId: string, @Info() info: GraphQLResolveInfo): Promise<AgendaItem> {
    await this.closing.execute(itemId);
    return this.#view(itemId, info);
  }

  @Mutation(() => AgendaItem, { description: 'Gives an open vote up; what was put in is destroyed unread. BALLOT_CLOSED, NOT_FOUND.' })
  @Access('item.runBallot')
  async annulBallot(@Args('input') { itemId, reason }: AnnulBallotInput, @Info() info: GraphQLResolveInfo): Promise<AgendaItem> {
    await this.closing.annul(itemId, reason);
    return this.#view(itemId, info);
  }

  @Mutation(() => AgendaItem, { description: 'Saves what the secretary writes down about an item. REVISION_CONFLICT, SESSION_WRONG_STATE, NOT_FOUND.' })
  @Access('item.runBallot')
  async saveProceedings(@Args('input') input: SaveProceedingsInput, @Info() info: GraphQLResolveInfo): Promise<AgendaItem> {
    await this.proceedings.execute(input);
    return this.#view(input.itemId, info);
  }

  #view(id: string, info: GraphQLResolveInfo): Promise<AgendaItem> {
    return this.reader.item(currentViewer(), id, selection(info));
  }
}
