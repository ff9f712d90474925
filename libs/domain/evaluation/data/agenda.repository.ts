import { Injectable } from '@nestjs/common';
import { Database, newId, sql, type SqlStatement } from '@kit/database';

/** An initiative that somebody wants on an agenda. */
export interface AgendaCandidate {
  readonly id: string;
  readonly acceptedVersion: number | null;
  /** Accepted, or put off by an earlier session; of the session's campaign. */
  readonly isReady: boolean;
  readonly isOnOtherAgenda: boolean;
}

export interface PlacedItem {
  readonly initiativeId: string;
  readonly versionNumber: number;
}

export interface ItemOfAgenda {
  readonly id: string;
  readonly initiativeId: string;
  readonly versionNumber: number;
  /** Whether the asking person may have nothing to do with it. */
  readonly isHidden: boolean;
}

const OPEN = ['DRAFT', 'CONVENED', 'SCORING', 'SCORED', 'BALLOTING', 'COUNTED', 'MINUTES_DRAFT'] as const;

/** Over a row of `initiative` called `i`: it is on the agenda of a session that is not finished. */
export const onOpenAgenda: SqlStatement = sql`exists (select from agenda_item open_item
  join evaluation_session open_session on open_session.id = open_item.session_id
  where open_item.initiative_id = i.id and open_session.state = any (${OPEN}::text[]))`;

/** Over a row of `initiative` called `i`: the last session that judged it found too few sheets, and no decision followed. */
export const wasDeferred: SqlStatement = sql`coalesce(i.state = 'UNDER_EVALUATION' and 'DEFERRED' = (
  select judged.outcome from agenda_item last_item join evaluation_session last_session on last_session.id = last_item.session_id
  join item_result judged on judged.item_id = last_item.id
  where last_item.initiative_id = i.id and last_session.state = 'LOCKED' order by last_session.locked_at desc limit 1), false)`;

@Injectable()
export class AgendaRepository {
  constructor(private readonly database: Database) {}

  /** Facts about initiatives for an agenda; the rows stay locked, so that two agendas cannot take the same one. */
  async candidates(tenantId: string, session: { id: string; campaignId: string }, ids: readonly string[]): Promise<Map<string, AgendaCandidate>> {
    await this.database.rows(sql`
      select i.id from initiative i where i.tenant_id = ${tenantId} and i.id = any (${ids}::uuid[]) order by i.id for no key update`);
    const rows = await this.database.rows<AgendaCandidate>(sql`
      select i.id, i.accepted_version as "acceptedVersion",
        i.campaign_id = ${session.campaignId} and i.accepted_version is not null and (i.state = 'ACCEPTED'
          or (i.state = 'WAITING_APPLICATION' and i.first_application_ends_on <= vn_today()) or ${wasDeferred}) as "isReady",
        exists (select from agenda_item other join evaluation_session s on s.id = other.session_id
          where other.initiative_id = i.id and s.id <> ${session.id} and s.state = any (${OPEN}::text[])) as "isOnOtherAgenda"
      from initiative i where i.tenant_id = ${tenantId} and i.id = any (${ids}::uuid[]) and i.submitted_at is not null`);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** By position. */
  items(sessionId: string, personId: string): Promise<ItemOfAgenda[]> {
    return this.database.rows<ItemOfAgenda>(sql`
      select a.id, a.initiative_id as "initiativeId", a.version_number as "versionNumber",
        exists (select from item_recusal barred where barred.item_id = a.id and barred.person_id = ${personId}) as "isHidden"
      from agenda_item a where a.session_id = ${sessionId} order by a.position`);
  }

  /** Puts these initiatives on the agenda in this order, and takes off all others with their conflicts. */
  async replace(tenantId: string, sessionId: string, items: readonly PlacedItem[]): Promise<void> {
    const kept = items.map((item) => item.initiativeId);
    await this.database.execute(sql`
      delete from conflict x using agenda_item a
      where a.id = x.item_id and a.session_id = ${sessionId} and not (a.initiative_id = any (${kept}::uuid[]))`);
    await this.database.execute(sql`
      delete from agenda_item a where a.session_id = ${sessionId} and not (a.initiative_id = any (${kept}::uuid[]))`);
    await this.database.execute(sql`
      insert into agenda_item (id, tenant_id, session_id, initiative_id, version_number, position)
      select n.id, ${tenantId}, ${sessionId}, n.initiative_id, n.version_number, n.position
      from unnest(${items.map(() => newId())}::uuid[], ${kept}::uuid[], ${items.map((item) => item.versionNumber)}::int[])
        with ordinality as n (id, initiative_id, version_number, position)
      on conflict (session_id, initiative_id) do update set position = excluded.position, version_number = excluded.version_number`);
  }

  /** Those that came under evaluation by an open session, and not by an earlier one that put them off. */
  async firstJudgedHere(initiativeIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(sql`
      select i.id from initiative i where i.id = any (${initiativeIds}::uuid[]) and i.state = 'UNDER_EVALUATION' and not ${wasDeferred}`);
    return rows.map(({ id }) => id);
  }
}
