import { Injectable } from '@nestjs/common';
import { Database, newId, sql } from '@kit/database';
import type { CountedSheet } from '../domain/tally.js';
import type { StoredLine, SubmissionContent } from '../domain/sheet-content.js';
import type { SheetProposal, SheetState } from '../model/closed-lists.js';
import type { SessionState } from '../domain/session.workflow.js';
import type { ItemFacts } from '../policy/item.conditions.js';
import { assignedJson, recusedJson, undecidedJson } from './item.shapes.js';
import { seatsJson } from './session.shapes.js';
import { isCounted } from './sheet.shapes.js';

/** A sheet as its owner works on it. */
export interface SheetRow {
  readonly id: string;
  readonly state: SheetState;
  readonly revision: number;
  readonly submissionNumber: number;
  readonly lines: readonly StoredLine[];
  readonly generalComment: string;
  readonly privateNote: string;
  readonly proposal: SheetProposal | null;
}

export interface SheetDraft {
  readonly lines: readonly StoredLine[];
  readonly generalComment: string;
  readonly privateNote: string;
  readonly proposal: SheetProposal | null;
  /** Hundredths. */
  readonly total: number;
}

export interface HeldItem {
  readonly tenantId: string;
  readonly sessionId: string;
  readonly state: SessionState;
}

@Injectable()
export class SheetsRepository {
  constructor(private readonly database: Database) {}

  /**
   * The session of an item, kept from taking a step until the transaction ends; and of one member the right to write,
   * so that the acts of one member in one session follow one another.
   */
  async hold(tenantId: string, itemId: string, personId: string): Promise<HeldItem | null> {
    const row = await this.database.row<HeldItem>(sql`
      select s.tenant_id as "tenantId", s.id as "sessionId", s.state from agenda_item a join evaluation_session s on s.id = a.session_id
      where a.id = ${itemId} and a.tenant_id = ${tenantId} for share of s`);
    if (row === null) return null;
    await this.database.rows(sql`
      select m.id from session_member m where m.session_id = ${row.sessionId} and m.person_id = ${personId} for update`);
    return row;
  }

  /** What the policy decides by, read after `hold`. */
  async factsOf(itemId: string): Promise<ItemFacts> {
    const row = await this.database.row<ItemFacts>(sql`
      select s.tenant_id as "tenantId", s.state, ${seatsJson('s')} as seats, ${recusedJson('a')} as "recusedIds",
        ${undecidedJson('a')} as "undecidedIds", ${assignedJson('a')} as "assignedIds"
      from agenda_item a join evaluation_session s on s.id = a.session_id where a.id = ${itemId}`);
    if (row === null) throw new Error('the item vanished while it was held');
    return row;
  }

  find(itemId: string, personId: string): Promise<SheetRow | null> {
    return this.database.row<SheetRow>(sql`
      select h.id, h.state, h.revision, h.submission_number as "submissionNumber", h.lines, h.general_comment as "generalComment",
        h.private_note as "privateNote", h.proposal
      from score_sheet h where h.item_id = ${itemId} and h.person_id = ${personId}`);
  }

  async begin(tenantId: string, itemId: string, personId: string, draft: SheetDraft): Promise<string> {
    const id = newId();
    await this.database.execute(sql`
      insert into score_sheet (id, tenant_id, item_id, person_id, lines, general_comment, private_note, proposal, total)
      values (${id}, ${tenantId}, ${itemId}, ${personId}, ${JSON.stringify(draft.lines)}::jsonb, ${draft.generalComment},
        ${draft.privateNote}, ${draft.proposal}, ${draft.total})`);
    return id;
  }

  async save(id: string, draft: SheetDraft): Promise<void> {
    await this.database.execute(sql`
      update score_sheet set lines = ${JSON.stringify(draft.lines)}::jsonb, general_comment = ${draft.generalComment},
        private_note = ${draft.privateNote}, proposal = ${draft.proposal}, total = ${draft.total}, revision = revision + 1
      where id = ${id}`);
  }

  async markSubmitted(id: string, number: number, at: Date): Promise<void> {
    await this.database.execute(sql`
      update score_sheet set state = 'SUBMITTED', submission_number = ${number}, submitted_at = ${at}, revision = revision + 1 where id = ${id}`);
  }

  async markDraft(id: string): Promise<void> {
    await this.database.execute(sql`
      update score_sheet set state = 'DRAFT', submitted_at = null, revision = revision + 1 where id = ${id}`);
  }

  async markVoid(itemId: string, personId: string, reason: string): Promise<void> {
    await this.database.execute(sql`
      update score_sheet set state = 'VOID', void_reason = ${reason}, revision = revision + 1
      where item_id = ${itemId} and person_id = ${personId} and state <> 'VOID'`);
  }

  async lastSubmissionSha256(sheetId: string): Promise<string | null> {
    const row = await this.database.row<{ sha256: string }>(sql`
      select u.sha256 from score_sheet_submission u where u.sheet_id = ${sheetId} order by u.number desc limit 1`);
    return row?.sha256 ?? null;
  }

  async addSubmission(submission: {
    tenantId: string; sheetId: string; number: number; content: SubmissionContent; sha256: string; previousSha256: string | null; at: Date;
  }): Promise<void> {
    await this.database.execute(sql`
      insert into score_sheet_submission (tenant_id, sheet_id, number, content, total, sha256, previous_sha256, submitted_at)
      values (${submission.tenantId}, ${submission.sheetId}, ${submission.number}, ${JSON.stringify(submission.content)}::jsonb,
        ${submission.content.total}, ${submission.sha256}, ${submission.previousSha256}, ${submission.at})`);
  }

  /** The sheets that count, by item. */
  async countedSheets(sessionId: string): Promise<Map<string, CountedSheet[]>> {
    const rows = await this.database.rows<CountedSheet & { itemId: string }>(sql`
      select h.id, h.item_id as "itemId", h.lines from score_sheet h join agenda_item a on a.id = h.item_id
      where a.session_id = ${sessionId} and ${isCounted('h')} order by h.item_id, h.id`);
    const byItem = new Map<string, CountedSheet[]>();
    for (const { itemId, ...sheet } of rows) byItem.set(itemId, [...(byItem.get(itemId) ?? []), sheet]);
    return byItem;
  }
}
