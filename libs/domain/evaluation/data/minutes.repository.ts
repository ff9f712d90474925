import { Injectable } from '@nestjs/common';
import { Database, newId, sql, type SqlStatement } from '@kit/database';
import type { MinutesContent, MinutesKind, Signers, SigningCapacity } from '../domain/minutes.js';

export interface LastMinutes {
  readonly id: string;
  readonly sessionId: string;
  readonly kind: MinutesKind;
  readonly sha256: string;
  readonly isLast: boolean;
}

/** Minutes, their signatures, and the facts they are drafted from. */
@Injectable()
export class MinutesRepository {
  constructor(private readonly database: Database) {}

  /** What minutes say of a session now, all in one statement. */
  async contentOf(sessionId: string, conclusion: string): Promise<MinutesContent> {
    const row = await this.database.row<{ content: MinutesContent }>(sql`
      select json_build_object('council', c.name, 'session', s.title, 'place', s.place, 'sittings', ${SITTINGS}, 'members', ${MEMBERS},
        'items', ${ITEMS}, 'conclusion', ${conclusion}::text) as content
      from evaluation_session s join council c on c.id = s.council_id where s.id = ${sessionId}`);
    if (row === null) throw new Error('minutes of a session that is not there');
    return row.content;
  }

  async add(minutes: { tenantId: string; sessionId: string; kind: MinutesKind; content: MinutesContent; sha256: string; draftedByPersonId: string }): Promise<string> {
    const id = newId();
    await this.database.execute(sql`
      insert into minutes (id, tenant_id, session_id, kind, number, content, sha256, drafted_by_person_id)
      select ${id}, ${minutes.tenantId}, ${minutes.sessionId}, ${minutes.kind}, 1 + count(*), ${JSON.stringify(minutes.content)}::jsonb, ${minutes.sha256},
        ${minutes.draftedByPersonId}
      from minutes m where m.session_id = ${minutes.sessionId} and m.kind = ${minutes.kind}`);
    return id;
  }

  find(tenantId: string, id: string): Promise<LastMinutes | null> {
    return this.database.row<LastMinutes>(sql`
      select m.id, m.session_id as "sessionId", m.kind, m.sha256, not exists (select from minutes later
        where later.session_id = m.session_id and later.kind = m.kind and later.number > m.number) as "isLast"
      from minutes m where m.id = ${id} and m.tenant_id = ${tenantId}`);
  }

  async signersOf(sessionId: string): Promise<Signers> {
    const row = await this.database.row<Signers>(sql`
      select (select t.presiding_person_id from sitting t where t.session_id = ${sessionId} order by t.number desc limit 1) as "presidingPersonId",
        (select m.person_id from session_member m where m.session_id = ${sessionId} and m.role = 'SECRETARY') as "secretaryPersonId",
        (select coalesce(json_agg(c.person_id order by c.position), '[]') from counting_board_member c where c.session_id = ${sessionId}) as "countingBoardIds"`);
    if (row === null) throw new Error('a select without a row');
    return row;
  }

  /** Answers whether the signature was new. */
  async sign(minutes: LastMinutes, personId: string, capacity: SigningCapacity): Promise<boolean> {
    return (await this.database.execute(sql`
      insert into minutes_signature (minutes_id, person_id, capacity, sha256) values (${minutes.id}, ${personId}, ${capacity}, ${minutes.sha256})
      on conflict do nothing`)) > 0;
  }

  /** Capacities in which the last minutes of a kind have been signed, one for each signature. */
  async signaturesOf(sessionId: string, kind: MinutesKind): Promise<SigningCapacity[]> {
    const rows = await this.database.rows<{ capacity: SigningCapacity }>(sql`
      select g.capacity from minutes_signature g where g.minutes_id = (
        select m.id from minutes m where m.session_id = ${sessionId} and m.kind = ${kind} order by m.number desc limit 1)`);
    return rows.map(({ capacity }) => capacity);
  }
}

const SITTINGS: SqlStatement = sql`(select coalesce(json_agg(json_build_object('number', t.number, 'presidingName', p.full_name,
    'authorisation', t.authorisation, 'appointed', t.appointed, 'present', t.present, 'required', t.required, 'openedAt', t.opened_at,
    'endedAt', t.ended_at, 'ending', t.ending, 'endingReason', t.ending_reason) order by t.number), '[]')
  from sitting t join person p on p.id = t.presiding_person_id where t.session_id = s.id)`;

const MEMBERS: SqlStatement = sql`(select coalesce(json_agg(json_build_object('personId', m.person_id, 'fullName', p.full_name, 'role', m.role,
    'isVoting', m.is_voting,
    'stays', (select coalesce(json_agg(json_build_object('mode', a.mode, 'inAt', a.in_at, 'outAt', a.out_at) order by a.in_at), '[]')
      from attendance a where a.session_id = s.id and a.person_id = m.person_id and a.void_reason is null),
    'absence', (select json_build_object('isExcused', x.is_excused, 'reason', x.reason, 'writtenOpinion', x.written_opinion)
      from absence x where x.session_id = s.id and x.person_id = m.person_id)) order by m.position), '[]')
  from session_member m join person p on p.id = m.person_id where m.session_id = s.id)`;

const ITEMS: SqlStatement = sql`(select coalesce(json_agg(json_build_object('itemId', a.id, 'code', v.snapshot ->> 'code', 'title', v.snapshot ->> 'title',
    'notes', coalesce(n.notes, ''), 'outcome', r.outcome, 'sheetCount', r.sheet_count, 'totalSum', r.total_sum, 'reasons', r.reasons, 'vote', r.vote)
    order by a.position), '[]')
  from agenda_item a join item_result r on r.item_id = a.id
  join initiative_version v on v.initiative_id = a.initiative_id and v.number = a.version_number
  left join item_proceedings n on n.item_id = a.id where a.session_id = s.id)`;
