import { Injectable } from '@nestjs/common';
import { Database, sql, type SqlStatement } from '@kit/database';
import { SEALED_PARTS, type Seal, type SealedPart, type SessionRecord } from '../domain/seal.js';

/** Rows of a table that belong to the session `$session`, as JSON in a fixed order. */
function rowsOf(from: SqlStatement, columns: string, order: string): SqlStatement {
  return sql`(select coalesce(jsonb_agg(to_jsonb(found) order by ${sql.raw(order.split(', ').map((one) => `found.${one}`).join(', '))}), '[]')
    from (select ${sql.raw(columns)} from ${from}) found)`;
}

/** The record of a session as it is sealed: what was judged, by whom, under which rules, and what came of it. Times are UTC. */
@Injectable()
export class SealsRepository {
  constructor(private readonly database: Database) {}

  async recordOf(sessionId: string): Promise<SessionRecord> {
    // How an instant is written depends on the connection; a record must not.
    await this.database.execute(sql`set local timezone = 'UTC'`);
    const parts = partsOf(sessionId);
    const row = await this.database.row<SessionRecord>(sql`
      select ${sql.join(SEALED_PARTS.map((part) => sql`${parts[part]} as ${sql.identifier(part)}`))}`);
    if (row === null) throw new Error('a select without a row');
    return row;
  }

  async add(tenantId: string, sessionId: string, seal: Seal): Promise<void> {
    await this.database.execute(sql`
      insert into session_seal (session_id, tenant_id, sha256, parts) values (${sessionId}, ${tenantId}, ${seal.sha256}, ${JSON.stringify(seal.parts)}::jsonb)`);
  }

  find(sessionId: string): Promise<Seal | null> {
    return this.database.row<Seal>(sql`select l.sha256, l.parts from session_seal l where l.session_id = ${sessionId}`);
  }
}

function partsOf(id: string): Readonly<Record<SealedPart, SqlStatement>> {
  const ofItems = sql`(select a.id from agenda_item a where a.session_id = ${id})`;
  return {
    session: rowsOf(sql`evaluation_session where id = ${id}`,
      'id, tenant_id, council_id, campaign_id, title, held_on, place, fixed_at, scoring_opened_at, scoring_closed_at, counted_at, supplements_session_id, supplement_reason', 'id'),
    rules: rowsOf(sql`evaluation_session where id = ${id}`, 'regulation_id, rules, rules_sha256', 'regulation_id'),
    members: rowsOf(sql`session_member where session_id = ${id}`, 'person_id, role, is_voting, position', 'position'),
    agenda: rowsOf(sql`agenda_item a join initiative_version v on v.initiative_id = a.initiative_id and v.number = a.version_number where a.session_id = ${id}`,
      'a.id, a.initiative_id, a.version_number, a.position, v.sha256', 'position'),
    conflicts: rowsOf(sql`conflict where item_id in ${ofItems}`, 'id, item_id, person_id, kind, source, decision, reason, decided_by_person_id, at', 'id'),
    sheets: rowsOf(sql`score_sheet h where item_id in ${ofItems}`,
      `h.id, h.item_id, h.person_id, h.state, h.lines, h.general_comment, h.proposal, h.total, h.submitted_at, h.void_reason,
       (select jsonb_agg(jsonb_build_object('content', u.content, 'total', u.total, 'sha256', u.sha256) order by u.number)
        from score_sheet_submission u where u.sheet_id = h.id) as submissions`, 'id'),
    attendance: sql`jsonb_build_object('sittings', ${rowsOf(sql`sitting where session_id = ${id}`,
      'id, number, presiding_person_id, authorisation, appointed, present, required, opened_at, opened_by_person_id, ended_at, ending, ending_reason', 'number')},
      'stays', ${rowsOf(sql`attendance where session_id = ${id}`,
      'id, person_id, mode, in_at, out_at, recorded_by_person_id, void_reason', 'id')}, 'absences', ${rowsOf(sql`absence where session_id = ${id}`,
      'person_id, is_excused, reason, written_opinion, recorded_by_person_id', 'person_id')})`,
    // The box itself is recounted: rows of it that were changed behind the counts would show.
    ballots: rowsOf(sql`ballot_item b left join lateral recount_ballot(b.id) n on true where b.session_id = ${id}`,
      `b.id, b.item_id, b.sitting_id, b.round, b.method, b.state, b.appointed, b.recused, b.present, b.required, b.issued, b.returned, b.valid, b.invalid, b.agree,
       b.disagree, b.annul_reason, b.opened_at, b.closed_at, n.agree as box_agree, n.disagree as box_disagree, n.blank as box_blank,
       (select jsonb_agg(jsonb_build_object('person', i.person_id, 'returned', i.is_returned, 'choice', i.open_choice) order by i.person_id)
        from ballot_issue i where i.ballot_item_id = b.id) as issues`, 'id'),
    results: rowsOf(sql`item_result where item_id in ${ofItems}`,
      'id, item_id, sheet_count, total_sum, breakdown, outcome, is_city_candidate, grade_code, reasons, warnings, vote', 'item_id'),
    proceedings: rowsOf(sql`item_proceedings where item_id in ${ofItems}`, 'item_id, notes', 'item_id'),
    minutes: sql`jsonb_build_object('board', ${rowsOf(sql`counting_board_member where session_id = ${id}`, 'person_id, position', 'position')},
      'documents', ${rowsOf(sql`minutes m where m.session_id = ${id}`,
      `m.id, m.kind, m.number, m.content, m.sha256, m.drafted_by_person_id, m.drafted_at,
       (select jsonb_agg(jsonb_build_object('person', g.person_id, 'capacity', g.capacity, 'sha256', g.sha256, 'at', g.signed_at) order by g.capacity, g.person_id) from minutes_signature g where g.minutes_id = m.id) as signatures`, 'id')})`,
  };
}
