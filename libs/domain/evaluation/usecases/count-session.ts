import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { BallotsRepository } from '../data/ballots.repository.js';
import { MeetingRepository } from '../data/meeting.repository.js';
import { ResultsRepository } from '../data/results.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { SheetsRepository } from '../data/sheets.repository.js';
import { addsUp } from '../domain/ballot.js';
import { countRoom, quorumOfRoom } from '../domain/meeting.js';
import { resultOf } from '../domain/result-record.js';
import { SessionCounted } from '../events/meeting.events.js';
import { ballotCountsUnequal, countingBoardMissing, quorumNotMet, sittingNotOpen } from '../meeting.errors.js';
import { DraftMinutes } from './draft-minutes.js';
import { SessionDesk, type SessionAct } from './session-desk.js';

/**
 * Works out what the council found on every item, once, in the meeting and with its quorum (INV-16): sheets and ballots go
 * through one pure function. What could not be voted on is put off. Secret ballots get the minutes of the counting board.
 */
@Injectable()
export class CountSession {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly meeting: MeetingRepository,
    private readonly ballots: BallotsRepository,
    private readonly sheets: SheetsRepository,
    private readonly results: ResultsRepository,
    private readonly minutes: DraftMinutes,
    private readonly events: EventBus,
  ) {}

  /** @throws SITTING_NOT_OPEN, BALLOT_OPEN, QUORUM_NOT_MET, COUNTING_BOARD_MISSING, BALLOT_COUNTS_UNEQUAL, SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute(input: SessionAct): Promise<void> {
    return this.database.transaction(async () => {
      const held = await this.desk.hold(input, 'session.run', 'count');
      const { viewer, row, items, sitting, to } = held;
      if (sitting === null) throw sittingNotOpen();
      const { rules } = await this.sessions.rulesOf(row.id);
      const room = await this.meeting.room(row.id, null);
      const { appointed, present } = countRoom(room);
      const { met, required, missing } = quorumOfRoom(rules.quorum, room, sitting.presidingPersonId);
      if (!met) throw quorumNotMet({ present, required, missing });

      const ballots = await this.ballots.closedOf(row.id);
      if ([...ballots.values()].some((ballot) => !addsUp(ballot))) throw ballotCountsUnequal();
      const hasSecret = [...ballots.values()].some((ballot) => ballot.method === 'SECRET');
      if (hasSecret && (await this.meeting.countingBoard(row.id)).length === 0) throw countingBoardMissing();

      const sheets = await this.sheets.countedSheets(row.id);
      const recused = await this.results.recusedVoters(row.id);
      await this.results.add(viewer.tenantId, items.map(({ id }) => ({
        itemId: id,
        ...resultOf(rules, sheets.get(id) ?? [], { appointed, recused: recused.get(id) ?? 0, ballot: ballots.get(id) ?? null, isFinal: true }),
      })));
      await this.sessions.update(row, to, { countedAt: await this.database.now() });
      if (hasSecret) await this.minutes.ofCounting(held);
      await this.events.publish(new SessionCounted(viewer.tenantId, row.id));
    });
  }
}
