import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { BallotsRepository } from '../data/ballots.repository.js';
import { MeetingRepository } from '../data/meeting.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import type { BallotMethod } from '../domain/ballot.js';
import { ballotObstacle, countRoom, quorumOfRoom } from '../domain/meeting.js';
import { SECRET_BALLOT_MINIMUM } from '../domain/voting.js';
import { sessionWrongState } from '../evaluation.errors.js';
import { BallotOpened } from '../events/meeting.events.js';
import { ballotExists, ballotNotInRules, ballotTooFewVoters, quorumNotMet, sittingNotOpen } from '../meeting.errors.js';
import { BallotDesk } from './ballot-desk.js';

/**
 * Hands out the ballots of one item: to members with a vote who are in the room and not recused on it, when the room has a
 * quorum at this moment (INV-16, INV-19, INV-20). Whether it is secret the regulation says, and never a voter.
 */
@Injectable()
export class OpenBallot {
  constructor(
    private readonly database: Database,
    private readonly desk: BallotDesk,
    private readonly sessions: SessionsRepository,
    private readonly meeting: MeetingRepository,
    private readonly ballots: BallotsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws SITTING_NOT_OPEN, QUORUM_NOT_MET, BALLOT_TOO_FEW_VOTERS, BALLOT_EXISTS, BALLOT_NOT_IN_RULES, SESSION_WRONG_STATE, NOT_FOUND, FORBIDDEN */
  execute(itemId: string): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, row } = await this.desk.hold(itemId, 'item.runBallot');
      if (row.state !== 'SCORED' && row.state !== 'BALLOTING') throw sessionWrongState({ state: row.state });
      const { rules } = await this.sessions.rulesOf(row.id);
      const sitting = await this.meeting.openSitting(row.id);
      if (sitting === null) throw sittingNotOpen();
      const room = await this.meeting.room(row.id, itemId);
      const counts = countRoom(room);
      const { required, missing } = quorumOfRoom(rules.quorum, room, sitting.presidingPersonId);
      switch (ballotObstacle(rules, room, sitting.presidingPersonId)) {
        case 'BALLOT_NOT_IN_RULES': throw ballotNotInRules();
        case 'QUORUM_NOT_MET': throw quorumNotMet({ present: counts.present, required, missing });
        case 'BALLOT_TOO_FEW_VOTERS': throw ballotTooFewVoters({ eligible: counts.eligible, least: rules.vote.method === 'SECRET' ? SECRET_BALLOT_MINIMUM : 1 });
        case null: break;
      }
      const last = await this.ballots.last(itemId);
      if (last !== null && last.state !== 'ANNULLED') throw ballotExists();
      await this.ballots.open({
        tenantId: viewer.tenantId, sessionId: row.id, sittingId: sitting.id, itemId, round: (last?.round ?? 0) + 1, method: rules.vote.method as BallotMethod,
        counts, required, voterIds: room.filter((member) => member.isVoting && member.isPresent && !member.isRecused).map((member) => member.personId),
      });
      await this.meeting.showItem(sitting.id, itemId);
      await this.sessions.update(row, 'BALLOTING');
      await this.events.publish(new BallotOpened(viewer.tenantId, itemId));
    });
  }
}
