import { Injectable } from '@nestjs/common';
import { currentContext, type Viewer } from '@kit/context';
import { Database, sql } from '@kit/database';
import type { Measure } from '@domain/regulation';
import type { ResultRecord } from '../domain/result-record.js';
import type { ItemResult } from '../model/result.types.js';
import { resultPolicy } from '../policy/result.policy.js';
import { rankingOfRows, rankingRow, resultView, type StoredResult } from './result.view.js';

/** Results are written once, by the act that counts a session, and read by whoever may. */
@Injectable()
export class ResultsRepository {
  constructor(private readonly database: Database) {}

  async add(tenantId: string, results: ReadonlyArray<ResultRecord & { readonly itemId: string }>): Promise<void> {
    await this.database.execute(sql`
      insert into item_result (tenant_id, item_id, sheet_count, total_sum, breakdown, outcome, is_city_candidate, grade_code, reasons, warnings, vote)
      select ${tenantId}, n."itemId", n."sheetCount", n."totalSum", n.breakdown, n.outcome, n."isCityCandidate", n."gradeCode", n.reasons, n.warnings, n.vote
      from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as n ("itemId" uuid, "sheetCount" int, "totalSum" bigint, breakdown jsonb,
        outcome text, "isCityCandidate" boolean, "gradeCode" text, reasons jsonb, warnings jsonb, vote jsonb)`);
  }

  /** The results of a session as they were written, by item. */
  async storedOf(sessionId: string): Promise<ReadonlyMap<string, ResultRecord>> {
    const rows = await this.database.rows<{ itemId: string; result: ResultRecord }>(sql`
      select r.item_id as "itemId", json_build_object('sheetCount', r.sheet_count, 'totalSum', r.total_sum, 'breakdown', r.breakdown, 'outcome', r.outcome,
        'isCityCandidate', r.is_city_candidate, 'gradeCode', r.grade_code, 'reasons', r.reasons, 'warnings', r.warnings, 'vote', r.vote) as result
      from item_result r join agenda_item a on a.id = r.item_id where a.session_id = ${sessionId} order by a.position`);
    return new Map(rows.map(({ itemId, result }) => [itemId, result]));
  }

  async appointedVoters(sessionId: string): Promise<number> {
    const row = await this.database.row<{ n: number }>(sql`
      select count(*)::int as n from session_member m where m.session_id = ${sessionId} and m.is_voting`);
    return row?.n ?? 0;
  }

  /** How many voting members are recused, by item; items without one are absent. */
  async recusedVoters(sessionId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.rows<{ itemId: string; n: number }>(sql`
      select a.id as "itemId", count(*)::int as n from agenda_item a
      join session_member m on m.session_id = a.session_id and m.is_voting
      join item_recusal barred on barred.item_id = a.id and barred.person_id = m.person_id
      where a.session_id = ${sessionId} group by a.id`);
    return new Map(rows.map(({ itemId, n }) => [itemId, n]));
  }

  /**
   * The results of several initiatives, by initiative, in one statement: of the last locked session, and only where the
   * viewer may see them. Places are counted among the results of the session that the viewer may see.
   */
  async ofInitiatives(viewer: Viewer, initiativeIds: readonly string[]): Promise<ReadonlyMap<string, ItemResult>> {
    const { locale } = currentContext();
    const rows = await this.database.rows<{ initiativeId: string; sessionId: string; tieOrder: Measure[]; result: StoredResult }>(sql`
      select a.initiative_id as "initiativeId", s.id as "sessionId", s.rules -> 'tieOrder' as "tieOrder", to_jsonb(r) as result
      from agenda_item a join evaluation_session s on s.id = a.session_id join item_result r on r.item_id = a.id
      where s.state = 'LOCKED' and s.id in (select asked.session_id from agenda_item asked where asked.initiative_id = any (${initiativeIds}::uuid[]))
        and ${resultPolicy.where('result.read', viewer, 'a')}
      order by s.locked_at, a.id`);
    const views = new Map<string, ItemResult>();
    for (const sessionId of new Set(rows.map((row) => row.sessionId))) {
      const ofSession = rows.filter((row) => row.sessionId === sessionId);
      const ranking = rankingOfRows(ofSession.map(({ result }) => rankingRow(result)), ofSession[0]?.tieOrder ?? []);
      for (const { initiativeId, result } of ofSession) {
        if (initiativeIds.includes(initiativeId)) views.set(initiativeId, resultView(result, ranking, locale));
      }
    }
    return views;
  }
}
