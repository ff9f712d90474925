import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { SheetsRepository } from '../data/sheets.repository.js';
import { sheetNotSubmitted } from '../evaluation.errors.js';
import { ScoreSheetReopened } from '../events/evaluation.events.js';
import { SheetDesk } from './sheet-desk.js';

/** Takes the own sheet back to change it, before scoring closes. What was submitted is kept; a draft does not count. */
@Injectable()
export class ReopenScoreSheet {
  constructor(
    private readonly database: Database,
    private readonly desk: SheetDesk,
    private readonly sheets: SheetsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws SHEET_NOT_SUBMITTED, REVISION_CONFLICT, SCORING_NOT_OPEN, SCORING_CLOSED, NOT_FOUND, FORBIDDEN */
  execute(input: { readonly itemId: string; readonly revision: number }): Promise<void> {
    return this.database.transaction(async () => {
      const held = await this.desk.hold(input.itemId);
      const { viewer, sheet, itemId } = held;
      if (sheet?.state !== 'SUBMITTED') throw sheetNotSubmitted();
      this.desk.requireRevision(held, input.revision);
      await this.sheets.markDraft(sheet.id);
      await this.events.publish(new ScoreSheetReopened(viewer.tenantId, sheet.id, itemId, sheet.submissionNumber));
    });
  }
}
