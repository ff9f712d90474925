import { Injectable } from '@nestjs/common';
import { currentContext, type Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import { notFound } from '@kit/errors';
import { type Connection, decodeCursor, encodeCursor, type PageArgs, pageOf, type Selection } from '@kit/graphql';
import { isId } from '@kit/ids';
import type { Measure } from '@domain/regulation';
import type { EvaluationSession } from '../model/session.types.js';
import type { ScoreSheet, ScoringQueue, ScoringQueueItem } from '../model/sheet.types.js';
import { itemPolicy } from '../policy/item.policy.js';
import type { SessionFacts } from '../policy/session.conditions.js';
import { sessionPolicy } from '../policy/session.policy.js';
import { SessionFollowUps } from '../session-follow-ups.js';
import { type AgendaItemView, itemView, sessionView, type StoredItem, type StoredSession, type ViewContext } from './evaluation.views.js';
import { itemJson } from './item.shapes.js';
import { rankingOfRows, type RankingRow } from './result.view.js';
import { type HasFollowUp, MOST_ITEMS, seatsJson, sessionJson } from './session.shapes.js';
import { sheetJson } from './sheet.shapes.js';

/** Answers with complete sessions and items: one statement for what was asked. */
@Injectable()
export class SessionReader {
  readonly #followUp: HasFollowUp;

  constructor(
    private readonly database: Database,
    followUps: SessionFollowUps,
  ) {
    this.#followUp = (alias) => followUps.isProposed(alias);
  }

  /** @throws NOT_FOUND alike for what does not exist and what the viewer may not read */
  async get(viewer: Viewer, id: string, selected: Selection): Promise<EvaluationSession> {
    if (!isId(id)) throw notFound();
    const row = await this.database.row<{ session: StoredSession }>(sql`
      select ${sessionJson('s', viewer, selected, this.#followUp)} as session from evaluation_session s
      where s.id = ${id} and ${sessionPolicy.where('session.read', viewer, 's')}`);
    if (row === null) throw notFound();
    return sessionView(row.session, contextOf(viewer));
  }

  /** The campaign of a session whose agenda the viewer may set. @throws NOT_FOUND */
  async forAgenda(viewer: Viewer, id: string): Promise<{ readonly campaignId: string }> {
    const row = isId(id)
      ? await this.database.row<{ campaignId: string }>(sql`
        select s.campaign_id as "campaignId" from evaluation_session s where s.id = ${id} and ${sessionPolicy.where('session.prepare', viewer, 's')}`)
      : null;
    if (row === null) throw notFound();
    return row;
  }

  /** Newest first. */
  async page(viewer: Viewer, page: PageArgs, selected: Selection): Promise<Connection<EvaluationSession>> {
    const beyond = page.after == null ? sql`true` : sql`s.id < ${decodeCursor(page.after, ['id'])[0]}`;
    const rows = await this.database.rows<{ session: StoredSession }>(sql`
      select ${sessionJson('s', viewer, selected, this.#followUp)} as session from evaluation_session s
      where ${sessionPolicy.where('session.read', viewer, 's')} and ${beyond} order by s.id desc limit ${page.first + 1}`);
    const sessions = rows.map(({ session }) => sessionView(session, contextOf(viewer)));
    return pageOf(sessions, page.first, (session) => encodeCursor([session.id]));
  }

  /** @throws NOT_FOUND alike for unknown items, those of sessions the viewer may not read, and those the viewer is recused from */
  async item(viewer: Viewer, id: string, selected: Selection): Promise<AgendaItemView> {
    if (!isId(id)) throw notFound();
    const place = sql`(select count(*)::int from agenda_item before where before.session_id = a.session_id
      and before.position <= a.position and ${itemPolicy.where('item.read', viewer, 'before')})`;
    const sessionOf = (alias: string, of: Selection) => sessionJson(alias, viewer, of, this.#followUp);
    const row = await this.database.row<{ item: StoredItem; facts: SessionFacts; ranking: RankingRow[] | null; tieOrder: Measure[] | null }>(sql`
      select ${itemJson('a', viewer, selected, place, sessionOf)} as item, s.rules -> 'tieOrder' as "tieOrder",
        json_build_object('tenantId', s.tenant_id, 'state', s.state, 'seats', ${seatsJson('s')}) as facts,
        ${selected.of('result').has('rank', 'isTied') ? rankingJson(viewer) : sql`null`} as ranking
      from agenda_item a join evaluation_session s on s.id = a.session_id
      where a.id = ${id} and ${itemPolicy.where('item.read', viewer, 'a')}`);
    if (row === null) throw notFound();
    return itemView(row.item, contextOf(viewer), row.facts, rankingOfRows(row.ranking ?? [], row.tieOrder ?? []));
  }

  /** The viewer's own sheet. @throws NOT_FOUND when there is none, or the item is not for the viewer */
  async ownSheet(viewer: Viewer, itemId: string): Promise<ScoreSheet> {
    const row = await this.database.row<{ sheet: ScoreSheet }>(sql`
      select ${sheetJson('h', viewer)} as sheet from score_sheet h join agenda_item a on a.id = h.item_id
      where h.item_id = ${itemId} and h.person_id = ${viewer.personId} and ${itemPolicy.where('item.read', viewer, 'a')}`);
    if (row === null) throw notFound();
    return row.sheet;
  }

  /** What the viewer scores now. The counts are those of the list, so there is nothing to subtract. */
  async queue(viewer: Viewer): Promise<ScoringQueue> {
    const items = await this.database.rows<ScoringQueueItem>(sql`
      select a.id as "itemId", s.id as "sessionId", s.title as "sessionTitle", s.scoring_due_on as "dueOn",
        a.place::int as position,
        v.snapshot ->> 'code' as code, v.snapshot ->> 'title' as title, v.snapshot -> 'submittingUnit' ->> 'name' as "unitName",
        v.snapshot -> 'field' ->> 'name' as "fieldName", h.state as "sheetState", h.total
      from (
        -- Places are those of the agenda as the viewer sees it, also where others score some of its items.
        select seen.*, row_number() over (partition by seen.session_id order by seen.position) as place from agenda_item seen
        where seen.tenant_id = ${viewer.tenantId} and seen.session_id in (
          select open.id from evaluation_session open where open.tenant_id = ${viewer.tenantId} and open.state = 'SCORING')
          and ${itemPolicy.where('item.read', viewer, 'seen')}) a
      join evaluation_session s on s.id = a.session_id
      join initiative_version v on v.initiative_id = a.initiative_id and v.number = a.version_number
      left join score_sheet h on h.item_id = a.id and h.person_id = ${viewer.personId}
      where ${itemPolicy.where('item.score', viewer, 'a')}
      order by s.scoring_due_on nulls last, s.id, a.position limit ${MOST_ITEMS}`);
    return { items, submitted: items.filter((item) => item.sheetState === 'SUBMITTED').length, total: items.length };
  }
}

/** The sums of the items of session `s` whose results the viewer may see. */
function rankingJson(viewer: Viewer) {
  return sql`(select json_agg(json_build_object('id', peer.id, 'count', found.sheet_count, 'sum', found.total_sum,
      'measures', found.breakdown -> 'measures'))
    from agenda_item peer join item_result found on found.item_id = peer.id
    where peer.session_id = s.id and ${itemPolicy.where('item.readResult', viewer, 'peer')})`;
}

function contextOf(viewer: Viewer): ViewContext {
  return { viewer, locale: currentContext().locale };
}
