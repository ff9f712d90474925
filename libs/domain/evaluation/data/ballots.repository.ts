import { Injectable } from '@nestjs/common';
import { Database, newId, sql } from '@kit/database';
import type { BallotChoice, BallotCounts, BallotMethod, BallotState } from '../domain/ballot.js';
import type { RoomCounts } from '../domain/meeting.js';

/**
 * Ballots and who holds one. What a member put in is beyond this class and the role it works under: it goes through the slot
 * `cast_ballot`, and comes out as counts when `close_ballot` has shuffled the box (INV-19).
 */
@Injectable()
export class BallotsRepository {
  constructor(private readonly database: Database) {}

  /** The last ballot of an item. */
  last(itemId: string): Promise<{ readonly id: string; readonly state: BallotState; readonly round: number } | null> {
    return this.database.row(sql`
      select b.id, b.state, b.round from ballot_item b where b.item_id = ${itemId} order by b.round desc limit 1`);
  }

  async open(ballot: {
    tenantId: string; sessionId: string; sittingId: string; itemId: string; round: number; method: BallotMethod; counts: RoomCounts; required: number;
    voterIds: readonly string[];
  }): Promise<void> {
    const id = newId();
    const { appointed, recused, present } = ballot.counts;
    await this.database.execute(sql`
      insert into ballot_item (id, tenant_id, session_id, sitting_id, item_id, round, method, appointed, recused, present, required, issued)
      values (${id}, ${ballot.tenantId}, ${ballot.sessionId}, ${ballot.sittingId}, ${ballot.itemId}, ${ballot.round}, ${ballot.method}, ${appointed},
        ${recused}, ${present}, ${ballot.required}, ${ballot.voterIds.length})`);
    await this.database.execute(sql`
      insert into ballot_issue (ballot_item_id, person_id) select ${id}, n.person_id from unnest(${ballot.voterIds}::uuid[]) as n (person_id)`);
  }

  /** @throws BALLOT_CLOSED, BALLOT_NOT_ISSUED, NOT_IN_MEETING, BALLOT_ALREADY_CAST */
  async cast(ballotId: string, personId: string, choice: BallotChoice): Promise<void> {
    await this.database.row(sql`select cast_ballot(${ballotId}, ${personId}, ${choice})`);
  }

  /** Waits for members who are voting at this moment. @throws BALLOT_CLOSED */
  async close(ballotId: string): Promise<void> {
    await this.database.row(sql`select close_ballot(${ballotId})`);
  }

  /** @throws BALLOT_CLOSED */
  async annul(ballotId: string, reason: string): Promise<void> {
    await this.database.row(sql`select annul_ballot(${ballotId}, ${reason})`);
  }

  /** The closed ballots of a session, by item. */
  async closedOf(sessionId: string): Promise<ReadonlyMap<string, BallotCounts>> {
    const rows = await this.database.rows<BallotCounts & { itemId: string }>(sql`
      select b.item_id as "itemId", b.method, b.appointed, b.recused, b.present, b.required, b.issued, b.returned, b.valid, b.invalid, b.agree, b.disagree
      from ballot_item b where b.session_id = ${sessionId} and b.state = 'CLOSED'`);
    return new Map(rows.map(({ itemId, ...counts }) => [itemId, counts]));
  }

  async countOpen(sessionId: string): Promise<number> {
    const row = await this.database.row<{ n: number }>(sql`
      select count(*)::int as n from ballot_item b where b.session_id = ${sessionId} and b.state = 'OPEN'`);
    return row?.n ?? 0;
  }
}
