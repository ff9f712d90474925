import { Injectable } from '@nestjs/common';
import { type EvaluationRules, type FixedRules, storedRules } from '@domain/regulation';
import { Database, sql } from '@kit/database';
import { isId } from '@kit/ids';
import type { SessionState } from '../domain/session.workflow.js';
import { EvaluationSessionEntity } from '../model/session.entity.js';
import type { SessionFacts } from '../policy/session.conditions.js';
import { seatsJson } from './session.shapes.js';
import './constraints.js';

/** What changes of a session besides its state. */
export type SessionPatch = Partial<Pick<EvaluationSessionEntity,
  'heldOn' | 'place' | 'scoringDueOn' | 'scoringOpenedAt' | 'scoringClosedAt' | 'countedAt' | 'lockedAt' | 'lockedByPersonId'>>;

/** The term and make-up of a session's council today. */
export interface CouncilToday {
  readonly termFrom: string;
  readonly termTo: string;
  readonly isInTerm: boolean;
  readonly chairs: number;
  readonly secretaries: number;
  readonly voting: number;
}

/** The write side: the row, its rules and its members. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  async add(session: EvaluationSessionEntity): Promise<void> {
    await this.database.manager.insert(EvaluationSessionEntity, session);
  }

  /** The row, locked until the transaction ends. Whoever takes a step of a session holds it; whoever scores shares it. */
  async lock(tenantId: string, id: string): Promise<EvaluationSessionEntity | null> {
    if (!isId(id)) return null;
    return this.database.manager.findOne(EvaluationSessionEntity, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The session of an item; null alike for an unknown item and one of another ward. */
  async ofItem(tenantId: string, itemId: string): Promise<string | null> {
    const row = await this.database.row<{ sessionId: string }>(sql`
      select a.session_id as "sessionId" from agenda_item a where a.id = ${itemId} and a.tenant_id = ${tenantId}`);
    return row?.sessionId ?? null;
  }

  /** The row as it stands, without holding it. */
  find(tenantId: string, id: string): Promise<EvaluationSessionEntity | null> {
    return this.database.manager.findOne(EvaluationSessionEntity, { where: { tenantId, id } });
  }

  async factsOf(session: Pick<EvaluationSessionEntity, 'id' | 'tenantId' | 'state'>): Promise<SessionFacts> {
    const row = await this.database.row<{ seats: SessionFacts['seats'] }>(sql`
      select ${seatsJson('s')} as seats from evaluation_session s where s.id = ${session.id}`);
    return { tenantId: session.tenantId, state: session.state, seats: row?.seats ?? [] };
  }

  async update(session: EvaluationSessionEntity, state: SessionState, patch: SessionPatch = {}): Promise<void> {
    await this.database.manager.update(EvaluationSessionEntity, { id: session.id }, { ...patch, state, revision: session.revision + 1 });
  }

  async councilToday(councilId: string): Promise<CouncilToday> {
    const row = await this.database.row<CouncilToday>(sql`
      select c.term_from as "termFrom", c.term_to as "termTo", vn_today() between c.term_from and c.term_to as "isInTerm",
        count(*) filter (where m.role = 'CHAIR')::int as chairs, count(*) filter (where m.role = 'SECRETARY')::int as secretaries,
        count(*) filter (where m.is_voting)::int as voting
      from council c left join council_member m on m.council_id = c.id and m.valid_from <= vn_today() and (m.valid_to is null or m.valid_to >= vn_today())
      where c.id = ${councilId} group by c.id`);
    if (row === null) throw new Error('a session without a council');
    return row;
  }

  /** Fixes rules and members (INV-15). The members come first: they follow the state of the session. */
  async fix(session: EvaluationSessionEntity, fixed: FixedRules): Promise<void> {
    await this.database.execute(sql`
      insert into session_member (tenant_id, session_id, person_id, role, is_voting, position)
      select seat.tenant_id, seat.session_id, seat.person_id, seat.role, seat.is_voting, seat.position
      from session_seat seat where seat.session_id = ${session.id}`);
    await this.database.execute(sql`
      update evaluation_session set regulation_id = ${fixed.regulationId}, rules = ${JSON.stringify(fixed.rules)}::jsonb,
        rules_sha256 = ${fixed.rulesSha256}, fixed_at = clock_timestamp()
      where id = ${session.id}`);
  }

  /** @throws when nothing was fixed yet: a constraint gives every session that scores or sits its rules */
  async rulesOf(sessionId: string): Promise<{ rules: EvaluationRules; rulesSha256: string }> {
    const row = await this.database.row<{ rules: EvaluationRules; rulesSha256: string }>(sql`
      select s.rules, s.rules_sha256 as "rulesSha256" from evaluation_session s where s.id = ${sessionId} and s.rules is not null`);
    if (row === null) throw new Error('the session has no rules');
    return { ...row, rules: storedRules(row.rules) };
  }
}
