import { Injectable } from '@nestjs/common';
import { Database, sql } from '@kit/database';
import type { ConflictKind, InterestEffect } from '../domain/conflicts.js';
import type { SessionState } from '../domain/session.workflow.js';
import type { ItemFacts } from '../policy/item.conditions.js';
import { recusedJson, undecidedJson } from './item.shapes.js';
import { seatsJson } from './session.shapes.js';

/** An interest that the program found in an item. */
export interface FoundConflict {
  readonly itemId: string;
  readonly personId: string;
  readonly kind: ConflictKind;
  readonly effect: InterestEffect;
}

/** A conflict that somebody wants to decide about, with what decides whether they may. */
export interface HeldConflict {
  readonly id: string;
  readonly itemId: string;
  readonly personId: string;
  readonly isAbsolute: boolean;
  readonly facts: ItemFacts;
}

export interface DecisionAboutConflicts {
  readonly ids: readonly string[];
  readonly decision: 'RECUSED' | 'ALLOWED';
  readonly reason: string | null;
  readonly decidedById: string;
}

/** A session that takes no step until the transaction ends. */
export interface HeldState {
  readonly id: string;
  readonly state: SessionState;
}

/** The rows of `conflict`, `objection` and `item_presider`. */
@Injectable()
export class ConflictsRepository {
  constructor(private readonly database: Database) {}

  /** Keeps a session from taking a step. Whoever scores shares it likewise, whoever closes waits. */
  async share(tenantId: string, sessionId: string): Promise<HeldState | null> {
    return this.database.row<HeldState>(sql`
      select s.id, s.state from evaluation_session s where s.tenant_id = ${tenantId} and s.id = ${sessionId} for share`);
  }

  /** Keeps members from writing sheets; always in the same order, so that two who hold several do not wait for each other. */
  async holdMembers(sessionId: string, personIds: readonly string[]): Promise<void> {
    await this.database.rows(sql`
      select m.id from session_member m where m.session_id = ${sessionId} and m.person_id = any (${personIds}::uuid[]) order by m.person_id for update`);
  }

  /**
   * Records what the program finds. What it found before and nobody has acted on is found anew as long as scoring has not
   * opened; a decision somebody took stands, unless the interest turned out to bar for good.
   */
  async record(tenantId: string, { id, state }: HeldState, found: readonly FoundConflict[]): Promise<void> {
    const rows = sql`unnest(${found.map((one) => one.itemId)}::uuid[], ${found.map((one) => one.personId)}::uuid[], ${found.map((one) => one.kind)}::text[],
      ${found.map((one) => one.effect)}::text[]) as n (item_id, person_id, kind, effect)`;
    if (state !== 'SCORING') {
      await this.database.execute(sql`
        delete from conflict x using agenda_item a
        where a.id = x.item_id and a.session_id = ${id} and x.source = 'AUTO' and x.decided_by_person_id is null
          and not exists (select from ${rows} where n.item_id = x.item_id and n.person_id = x.person_id and n.kind = x.kind and x.decision = n.effect)`);
    }
    await this.database.execute(sql`
      insert into conflict (tenant_id, item_id, person_id, kind, source, decision, is_absolute)
      select ${tenantId}, n.item_id, n.person_id, n.kind, 'AUTO', n.effect, n.effect = 'RECUSED' from ${rows}
      on conflict on constraint conflict_once do update
        set decision = 'RECUSED', is_absolute = true, decided_by_person_id = null, decided_at = null, decision_reason = null
        where excluded.is_absolute and not conflict.is_absolute`);
  }

  /** Brings objections to members before the chair; one that comes after a decision asks anew. Answers whether any waits now. */
  async recordObjections(tenantId: string, sessionId: string): Promise<void> {
    await this.database.execute(sql`
      insert into conflict (tenant_id, item_id, person_id, kind, source, decision, reason, at)
      select distinct on (a.id, o.person_id) ${tenantId}, a.id, o.person_id, 'OTHER', 'OBJECTION', 'PENDING', o.reason, o.at
      from agenda_item a join evaluation_session s on s.id = a.session_id
      join objection o on o.initiative_id = a.initiative_id
      where a.session_id = ${sessionId} and (
        exists (select from session_member m where m.session_id = s.id and m.person_id = o.person_id)
        or (s.fixed_at is null and exists (select from council_member c
          where c.council_id = s.council_id and c.person_id = o.person_id and coalesce(c.valid_to >= vn_today(), true))))
      order by a.id, o.person_id, o.at desc
      on conflict on constraint conflict_once do update
        set decision = 'PENDING', reason = excluded.reason, at = excluded.at, decided_by_person_id = null, decided_at = null, decision_reason = null
        where conflict.decision = 'ALLOWED' and conflict.decided_at < excluded.at`);
  }

  /** A member's own declaration; it takes effect at once, whatever was decided about an earlier one. */
  async declare(conflict: { tenantId: string; itemId: string; personId: string; kind: ConflictKind; reason: string; isAbsolute: boolean }): Promise<void> {
    await this.database.execute(sql`
      insert into conflict (tenant_id, item_id, person_id, kind, source, decision, reason, is_absolute)
      values (${conflict.tenantId}, ${conflict.itemId}, ${conflict.personId}, ${conflict.kind}, 'SELF', 'RECUSED', ${conflict.reason}, ${conflict.isAbsolute})
      on conflict on constraint conflict_once do update
        set decision = 'RECUSED', reason = excluded.reason, decided_by_person_id = null, decided_at = null, decision_reason = null
        where conflict.decision <> 'RECUSED'`);
  }

  /** Those of the ids that are conflicts of the session, with what decides about them; locked, in the order of their ids. */
  async hold(sessionId: string, ids: readonly string[]): Promise<HeldConflict[]> {
    return this.database.rows<HeldConflict>(sql`
      select x.id, x.item_id as "itemId", x.person_id as "personId", x.is_absolute as "isAbsolute",
        json_build_object('tenantId', s.tenant_id, 'state', s.state, 'seats', ${seatsJson('s')}, 'recusedIds', ${recusedJson('a')},
          'undecidedIds', ${undecidedJson('a')}) as facts
      from conflict x join agenda_item a on a.id = x.item_id join evaluation_session s on s.id = a.session_id
      where s.id = ${sessionId} and x.id = any (${ids}::uuid[]) order by x.id for update of x`);
  }

  async decide({ ids, decision, reason, decidedById }: DecisionAboutConflicts): Promise<void> {
    await this.database.execute(sql`
      update conflict set decision = ${decision}, decision_reason = ${reason}, decided_by_person_id = ${decidedById}, decided_at = clock_timestamp()
      where id = any (${ids}::uuid[])`);
  }

  /** What nobody has decided about recuses; answers whom, by item. */
  async settle(sessionId: string): Promise<{ itemId: string; personId: string }[]> {
    return this.database.rows<{ itemId: string; personId: string }>(sql`
      update conflict x set decision = 'RECUSED' from agenda_item a
      where a.id = x.item_id and a.session_id = ${sessionId} and x.decision = 'PENDING'
      returning x.item_id as "itemId", x.person_id as "personId"`);
  }

  /** Voids what recused members have written. There is nothing to void before scoring opens. */
  async voidRecused(sessionId: string, reason: string): Promise<void> {
    await this.database.execute(sql`
      update score_sheet h set state = 'VOID', void_reason = ${reason}, revision = h.revision + 1 from agenda_item a
      where a.id = h.item_id and a.session_id = ${sessionId} and h.state <> 'VOID'
        and exists (select from item_recusal barred where barred.item_id = h.item_id and barred.person_id = h.person_id)`);
  }

  async addObjection(objection: { id: string; tenantId: string; initiativeId: string; personId: string; reason: string; recordedById: string }): Promise<void> {
    await this.database.execute(sql`
      insert into objection (id, tenant_id, initiative_id, person_id, reason, recorded_by_person_id)
      values (${objection.id}, ${objection.tenantId}, ${objection.initiativeId}, ${objection.personId}, ${objection.reason}, ${objection.recordedById})`);
  }

  /** Sessions not yet closed that treat an initiative of these, or one by these authors; in the order of their ids. */
  async openSessionsOn(tenantId: string, { initiativeIds = [], authorIds = [] }: { initiativeIds?: readonly string[]; authorIds?: readonly string[] }): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(sql`
      select distinct s.id from evaluation_session s join agenda_item a on a.session_id = s.id
      left join initiative_author w on w.initiative_id = a.initiative_id and w.person_id = any (${authorIds}::uuid[])
      where s.tenant_id = ${tenantId} and s.state in ('DRAFT', 'CONVENED', 'SCORING')
        and (w.person_id is not null or a.initiative_id = any (${initiativeIds}::uuid[])) order by s.id`);
    return rows.map(({ id }) => id);
  }

  /** Sessions of a council whose members are not fixed yet. */
  async unopenedSessionsOf(councilId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(sql`
      select s.id from evaluation_session s where s.council_id = ${councilId} and s.state in ('DRAFT', 'CONVENED') order by s.id`);
    return rows.map(({ id }) => id);
  }

  async choosePresider(choice: { tenantId: string; itemId: string; personId: string; chosenById: string }): Promise<void> {
    await this.database.execute(sql`
      insert into item_presider (item_id, tenant_id, person_id, chosen_by_person_id)
      values (${choice.itemId}, ${choice.tenantId}, ${choice.personId}, ${choice.chosenById})
      on conflict (item_id) do update set person_id = excluded.person_id, chosen_by_person_id = excluded.chosen_by_person_id, at = clock_timestamp()`);
  }
}
