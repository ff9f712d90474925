import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@domain/regulation';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { Idempotency } from '@kit/idempotency';
import { SheetsRepository } from '../data/sheets.repository.js';
import type { SubmissionContent, SubmissionLink } from '../domain/sheet-content.js';
import { ScoreSheetSubmitted } from '../events/evaluation.events.js';
import { SheetDesk, type SheetInput } from './sheet-desk.js';

export interface SheetSubmission extends SheetInput {
  readonly idempotencyKey: string;
}

/**
 * Hands a complete sheet in. Every submission is kept with a hash that names the one before, so that a sheet changed
 * behind everybody's back would show. Pressed twice, it happens once.
 */
@Injectable()
export class SubmitScoreSheet {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly desk: SheetDesk,
    private readonly sheets: SheetsRepository,
    private readonly events: EventBus,
  ) {}

  /**
   * @throws VALIDATION_FAILED with SHEET_… faults, SHEET_SUBMITTED, SHEET_VOID, REVISION_CONFLICT, SCORING_NOT_OPEN, SCORING_CLOSED,
   * IDEMPOTENCY_KEY_REUSED, NOT_FOUND, FORBIDDEN
   */
  async execute({ idempotencyKey, ...input }: SheetSubmission): Promise<void> {
    await this.idempotency.once('submitScoreSheet', idempotencyKey, input, () => this.#submit(input));
  }

  async #submit(input: SheetInput): Promise<{ sheetId: string }> {
    const held = await this.desk.hold(input.itemId);
    const { viewer, itemId, rulesSha256 } = held;
    const { id, draft } = await this.desk.write(held, input, 'FINAL');
    const { lines, generalComment, proposal, total } = draft;
    const content: SubmissionContent = { lines, generalComment, proposal, total };
    const number = (held.sheet?.submissionNumber ?? 0) + 1;
    const previousSha256 = await this.sheets.lastSubmissionSha256(id);
    const at = await this.database.now();
    const link: SubmissionLink = { itemId, personId: viewer.personId, number, rulesSha256, previousSha256, content };
    const sha256 = createHash('sha256').update(canonicalJson(link)).digest('hex');
    await this.sheets.addSubmission({ tenantId: viewer.tenantId, sheetId: id, number, content, sha256, previousSha256, at });
    await this.sheets.markSubmitted(id, number, at);
    await this.events.publish(new ScoreSheetSubmitted(viewer.tenantId, id, itemId, number));
    return { sheetId: id };
  }
}
