import { Injectable } from '@nestjs/common';
import type { Viewer } from '@kit/context';
import { Database, onConstraint, sql } from '@kit/database';
import { type Connection, decodeCursor, encodeCursor, type PageArgs, pageOf } from '@kit/graphql';
import { isId } from '@kit/ids';
import type { CouncilOutcome } from '../domain/decision-rules.js';
import type { RecognitionDecision, RecognitionItem } from '../model/decision.types.js';
import { RecognitionDecisionEntity, RecognitionItemEntity } from '../model/recognition-decision.entity.js';
import { decisionPolicy } from '../policy/recognition.policy.js';
import { decisionExists } from '../recognition.errors.js';
import { decisionJson, decisionView, itemJson, itemView } from './decision.shape.js';

onConstraint('recognition_decision_one_per_session', () => decisionExists({}, ['input', 'sessionId']));

/** A locked result a decision can rest on. */
export interface LockedResult {
  readonly resultId: string;
  readonly initiativeId: string;
  readonly position: number;
  readonly outcome: CouncilOutcome;
}

/** What deciding an item asks about the version the council judged. */
export interface JudgedItem {
  readonly councilOutcome: CouncilOutcome;
  readonly versionNumber: number;
  readonly authorPersonIds: readonly string[];
  /** Whether an application, tried or real, had begun by today. */
  readonly isApplied: boolean;
}

@Injectable()
export class DecisionsRepository {
  constructor(private readonly database: Database) {}

  async page(viewer: Viewer, page: PageArgs, withItems: boolean): Promise<Connection<RecognitionDecision>> {
    const beyond = page.after == null ? sql`true` : sql`d.id < ${decodeCursor(page.after, ['id'])[0]}`;
    const rows = await this.database.rows<{ decision: unknown }>(sql`
      select ${decisionJson('d', viewer, withItems)} as decision from recognition_decision d
      where ${decisionPolicy.where('decision.read', viewer, 'd')} and ${beyond}
      order by d.id desc limit ${page.first + 1}`);
    const decisions = rows.map((row) => this.#view(viewer, row.decision));
    return pageOf(decisions, page.first, (decision) => encodeCursor([decision.id]));
  }

  async find(viewer: Viewer, id: string): Promise<RecognitionDecision | null> {
    if (!isId(id)) return null;
    const row = await this.database.row<{ decision: unknown }>(sql`
      select ${decisionJson('d', viewer, true)} as decision from recognition_decision d
      where d.id = ${id} and ${decisionPolicy.where('decision.read', viewer, 'd')}`);
    return row === null ? null : this.#view(viewer, row.decision);
  }

  /** The items of several initiatives, by initiative; for the field `Initiative.recognition`. */
  async itemsOf(viewer: Viewer, initiativeIds: readonly string[]): Promise<Map<string, RecognitionItem>> {
    const rows = await this.database.rows<{ item: unknown }>(sql`
      select ${itemJson('i', 'd', viewer)} as item from recognition_item i join recognition_decision d on d.id = i.decision_id
      where i.tenant_id = ${viewer.tenantId} and i.initiative_id = any (${initiativeIds}::uuid[])
        and (d.state = 'ISSUED' or ${decisionPolicy.where('decision.read', viewer, 'd')})
      order by d.created_at`);
    return new Map(rows.map(({ item }) => itemView(item)).map((item) => [item.initiativeId, item]));
  }

  /** Whether the session is locked; `null` when the tenant has no such session. */
  async isLocked(tenantId: string, sessionId: string): Promise<boolean | null> {
    if (!isId(sessionId)) return null;
    const session = await this.database.row<{ isLocked: boolean }>(sql`
      select s.state = 'LOCKED' as "isLocked" from evaluation_session s where s.tenant_id = ${tenantId} and s.id = ${sessionId}`);
    return session?.isLocked ?? null;
  }

  /** The results of a locked session that can be decided on. */
  lockedResults(sessionId: string): Promise<LockedResult[]> {
    return this.database.rows<LockedResult>(sql`
      select r.id as "resultId", a.initiative_id as "initiativeId", a.position, r.outcome
      from agenda_item a join item_result r on r.item_id = a.id
      where a.session_id = ${sessionId} and r.outcome <> 'DEFERRED' order by a.position`);
  }

  async add(decision: RecognitionDecisionEntity, items: readonly RecognitionItemEntity[]): Promise<void> {
    await this.database.manager.insert(RecognitionDecisionEntity, decision);
    await this.database.manager.insert(RecognitionItemEntity, [...items]);
  }

  async lock(tenantId: string, id: string): Promise<RecognitionDecisionEntity | null> {
    if (!isId(id)) return null;
    return this.database.manager.findOne(RecognitionDecisionEntity, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
  }

  async item(tenantId: string, id: string): Promise<RecognitionItemEntity | null> {
    if (!isId(id)) return null;
    return this.database.manager.findOne(RecognitionItemEntity, { where: { tenantId, id } });
  }

  items(decisionId: string): Promise<RecognitionItemEntity[]> {
    return this.database.manager.find(RecognitionItemEntity, { where: { decisionId }, order: { position: 'ASC' } });
  }

  /** @throws when the result is gone, which a foreign key forbids */
  async judged(resultId: string): Promise<JudgedItem> {
    const row = await this.database.row<JudgedItem>(sql`
      select r.outcome as "councilOutcome", a.version_number as "versionNumber",
        (select coalesce(json_agg(x ->> 'personId'), '[]') from jsonb_array_elements(v.snapshot -> 'authors') x) as "authorPersonIds",
        exists (select from jsonb_array_elements(v.snapshot -> 'applicationRecords') x
          where x ->> 'status' in ('TRIAL', 'APPLIED') and (x ->> 'appliedFrom')::date <= vn_today()) as "isApplied"
      from item_result r join agenda_item a on a.id = r.item_id
      join initiative_version v on v.initiative_id = a.initiative_id and v.number = a.version_number
      where r.id = ${resultId}`);
    if (row === null) throw new Error('a recognition item rests on no result');
    return row;
  }

  /** Whether the person is an author, in the judged version, of anything the decision is about. */
  async concernsAuthor(decisionId: string, personId: string): Promise<boolean> {
    const rows = await this.database.rows(sql`
      select from recognition_item i join item_result r on r.id = i.result_id join agenda_item a on a.id = r.item_id
      join initiative_version v on v.initiative_id = a.initiative_id and v.number = a.version_number
      where i.decision_id = ${decisionId} and v.snapshot -> 'authors' @> jsonb_build_array(jsonb_build_object('personId', ${personId}::text))
      limit 1`);
    return rows.length > 0;
  }

  async save(decision: RecognitionDecisionEntity): Promise<void> {
    await this.database.manager.save(RecognitionDecisionEntity, decision, { reload: false });
  }

  async saveItem(item: RecognitionItemEntity): Promise<void> {
    await this.database.manager.save(RecognitionItemEntity, item, { reload: false });
  }

  #view(viewer: Viewer, stored: unknown): RecognitionDecision {
    return decisionView(stored, decisionPolicy.can('decision.decide', viewer, stored as RecognitionDecision));
  }
}
