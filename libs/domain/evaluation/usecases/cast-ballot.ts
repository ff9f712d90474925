import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { isId } from '@kit/ids';
import { BallotsRepository } from '../data/ballots.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { SheetsRepository } from '../data/sheets.repository.js';
import type { BallotChoice } from '../domain/ballot.js';
import { ballotClosed, ballotNotIssued } from '../meeting.errors.js';
import { itemPolicy } from '../policy/item.policy.js';
import { SessionSignals } from '../session-signals.js';

export interface CastBallotInput {
  readonly itemId: string;
  readonly choice: BallotChoice;
}

/**
 * A member votes. Nothing else is written in this transaction: an event, an audit line or a remembered request beside the
 * ballot would name the member in the same breath as the choice (INV-19); the signal to the room is not stored and says only where to look. A request sent twice is refused the second time.
 */
@Injectable()
export class CastBallot {
  constructor(
    private readonly database: Database,
    private readonly sheets: SheetsRepository,
    private readonly ballots: BallotsRepository,
    private readonly sessions: SessionsRepository,
    private readonly signals: SessionSignals,
  ) {}

  /** @throws BALLOT_CLOSED, BALLOT_NOT_ISSUED, BALLOT_ALREADY_CAST, NOT_IN_MEETING, NOT_FOUND (also for whoever is recused) */
  execute({ itemId, choice }: CastBallotInput): Promise<void> {
    const viewer = currentViewer();
    return this.database.transaction(async () => {
      const facts = isId(itemId) ? await this.sheets.findFacts(viewer.tenantId, itemId) : null;
      if (facts === null || !itemPolicy.can('item.read', viewer, facts)) throw notFound();
      if (!itemPolicy.can('item.vote', viewer, facts)) {
        throw facts.seats.some((seat) => seat.personId === viewer.personId && seat.isVoting) ? ballotClosed() : ballotNotIssued();
      }
      const ballot = await this.ballots.last(itemId);
      if (ballot?.state !== 'OPEN') throw ballotClosed();
      await this.ballots.cast(ballot.id, viewer.personId, choice);
      const sessionId = await this.sessions.ofItem(viewer.tenantId, itemId);
      if (sessionId !== null) await this.signals.item(sessionId, itemId);
    });
  }
}
