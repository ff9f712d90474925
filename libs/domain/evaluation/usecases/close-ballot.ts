import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { BallotsRepository } from '../data/ballots.repository.js';
import { BallotAnnulled, BallotClosed } from '../events/meeting.events.js';
import { ballotClosed } from '../meeting.errors.js';
import { BallotDesk } from './ballot-desk.js';

/** Ends a vote: the box is shuffled and counted, and only now anybody learns a number (domain 3.4.3). */
@Injectable()
export class CloseBallot {
  constructor(
    private readonly database: Database,
    private readonly desk: BallotDesk,
    private readonly ballots: BallotsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws BALLOT_CLOSED, NOT_FOUND, FORBIDDEN */
  execute(itemId: string): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer } = await this.desk.hold(itemId, 'item.runBallot');
      const ballot = await this.ballots.last(itemId);
      if (ballot?.state !== 'OPEN') throw ballotClosed();
      await this.ballots.close(ballot.id);
      await this.events.publish(new BallotClosed(viewer.tenantId, itemId));
    });
  }

  /** Gives an open vote up; what was put in is destroyed unread, and the item can be voted on again. @throws BALLOT_CLOSED, NOT_FOUND, FORBIDDEN */
  annul(itemId: string, reason: string): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer } = await this.desk.hold(itemId, 'item.runBallot');
      const ballot = await this.ballots.last(itemId);
      if (ballot?.state !== 'OPEN') throw ballotClosed();
      await this.ballots.annul(ballot.id, reason);
      await this.events.publish(new BallotAnnulled(viewer.tenantId, itemId));
    });
  }
}
