import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import type { SessionState } from '../domain/session.workflow.js';
import type { CouncilRole } from '../model/closed-lists.js';
import type { RoomMember } from '../domain/meeting.js';

/** A sitting that has not ended. */
export interface OpenSitting {
  readonly id: string;
  readonly number: number;
  readonly presidingPersonId: string;
}

export interface NewSitting {
  readonly tenantId: string;
  readonly sessionId: string;
  readonly presidingPersonId: string;
  readonly authorisation: string | null;
  readonly appointed: number;
  readonly present: number;
  readonly required: number;
  readonly openedByPersonId: string;
}

/** Sittings, the roll-call, and who is in the room. */
@Injectable()
export class MeetingRepository {
  constructor(private readonly database: Database) {}

  /** The session, kept from taking a step until the transaction ends; roll-calls of several people do not wait for each other. */
  async share(tenantId: string, sessionId: string): Promise<{ readonly state: SessionState } | null> {
    return this.database.row<{ state: SessionState }>(sql`
      select s.state from evaluation_session s where s.id = ${sessionId} and s.tenant_id = ${tenantId} for share`);
  }

  openSitting(sessionId: string): Promise<OpenSitting | null> {
    return this.database.row<OpenSitting>(sql`
      select t.id, t.number, t.presiding_person_id as "presidingPersonId" from sitting t where t.session_id = ${sessionId} and t.ended_at is null`);
  }

  /** Everybody who sits in the session, and who of them is in the room now. @param itemId whose recusals count */
  room(sessionId: string, itemId: string | null): Promise<RoomMember[]> {
    return this.database.rows<RoomMember & { role: CouncilRole }>(sql`
      select seat.person_id as "personId", seat.role, seat.is_voting as "isVoting", here.id is not null as "isPresent",
        exists (select from item_recusal barred where barred.item_id = ${itemId}::uuid and barred.person_id = seat.person_id) as "isRecused"
      from session_seat seat
      left join attendance here on here.session_id = seat.session_id and here.person_id = seat.person_id and here.out_at is null
      where seat.session_id = ${sessionId} order by seat.position`);
  }

  async addSitting(sitting: NewSitting): Promise<void> {
    await this.database.execute(sql`
      insert into sitting (tenant_id, session_id, number, presiding_person_id, authorisation, appointed, present, required, opened_by_person_id)
      select ${sitting.tenantId}, ${sitting.sessionId}, 1 + count(*), ${sitting.presidingPersonId}, ${sitting.authorisation}, ${sitting.appointed},
        ${sitting.present}, ${sitting.required}, ${sitting.openedByPersonId}
      from sitting t where t.session_id = ${sitting.sessionId}`);
  }

  /** Ends a sitting, and the stay of everybody in the room with it. */
  async endSitting(sessionId: string, sittingId: string, ending: 'ADJOURNED' | 'CLOSED', reason: string | null): Promise<void> {
    await this.database.execute(sql`
      update attendance set out_at = greatest(clock_timestamp(), in_at) where session_id = ${sessionId} and out_at is null`);
    await this.database.execute(sql`
      update sitting set ended_at = clock_timestamp(), ending = ${ending}, ending_reason = ${reason}, current_item_id = null where id = ${sittingId}`);
  }

  async showItem(sittingId: string, itemId: string | null): Promise<void> {
    await this.database.execute(sql`update sitting set current_item_id = ${itemId} where id = ${sittingId} and ended_at is null`);
  }

  /** Answers whether the member was not in the room already. */
  async comeIn(stay: { tenantId: string; sessionId: string; personId: string; mode: string; recordedByPersonId: string }): Promise<boolean> {
    await this.database.execute(sql`delete from absence where session_id = ${stay.sessionId} and person_id = ${stay.personId}`);
    return (await this.database.execute(sql`
      insert into attendance (tenant_id, session_id, person_id, mode, recorded_by_person_id)
      values (${stay.tenantId}, ${stay.sessionId}, ${stay.personId}, ${stay.mode}, ${stay.recordedByPersonId})
      on conflict (session_id, person_id) where out_at is null do nothing`)) > 0;
  }

  /** Answers whether the member was in the room. @param voidReason why the stay never was */
  async goOut(sessionId: string, personId: string, voidReason: string | null): Promise<boolean> {
    return (await this.database.execute(sql`
      update attendance set out_at = greatest(clock_timestamp(), in_at), void_reason = ${voidReason}
      where session_id = ${sessionId} and person_id = ${personId} and out_at is null`)) > 0;
  }

  async noteAbsence(absence: {
    tenantId: string; sessionId: string; personId: string; isExcused: boolean; reason: string; writtenOpinion: string; recordedByPersonId: string;
  }): Promise<void> {
    await this.database.execute(sql`
      insert into absence (tenant_id, session_id, person_id, is_excused, reason, written_opinion, recorded_by_person_id)
      values (${absence.tenantId}, ${absence.sessionId}, ${absence.personId}, ${absence.isExcused}, ${absence.reason}, ${absence.writtenOpinion},
        ${absence.recordedByPersonId})
      on conflict (session_id, person_id) do update set is_excused = excluded.is_excused, reason = excluded.reason,
        written_opinion = excluded.written_opinion, recorded_by_person_id = excluded.recorded_by_person_id`);
  }

  async countingBoard(sessionId: string): Promise<string[]> {
    const rows = await this.database.rows<{ personId: string }>(sql`
      select c.person_id as "personId" from counting_board_member c where c.session_id = ${sessionId} order by c.position`);
    return rows.map(({ personId }) => personId);
  }

  async setCountingBoard(tenantId: string, sessionId: string, personIds: readonly string[]): Promise<void> {
    await this.database.execute(sql`delete from counting_board_member where session_id = ${sessionId}`);
    await this.database.execute(sql`
      insert into counting_board_member (tenant_id, session_id, person_id, position)
      select ${tenantId}, ${sessionId}, n.person_id, n.position from unnest(${personIds}::uuid[]) with ordinality as n (person_id, position)`);
  }

  /** How often the notes on an item were saved; 0 when they are not begun. */
  async proceedingsRevision(itemId: string): Promise<number> {
    const row = await this.database.row<{ revision: number }>(sql`select n.revision from item_proceedings n where n.item_id = ${itemId}`);
    return row?.revision ?? 0;
  }

  async saveProceedings(tenantId: string, itemId: string, notes: string): Promise<void> {
    await this.database.execute(sql`
      insert into item_proceedings (item_id, tenant_id, notes) values (${itemId}, ${tenantId}, ${notes})
      on conflict (item_id) do update set notes = excluded.notes, revision = item_proceedings.revision + 1`);
  }
}
