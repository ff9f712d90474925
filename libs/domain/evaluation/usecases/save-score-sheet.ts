import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { SheetDesk, type SheetInput } from './sheet-desk.js';

/** Keeps a member's work as it goes. A draft refuses only what could never become valid; nobody else sees it. */
@Injectable()
export class SaveScoreSheet {
  constructor(
    private readonly database: Database,
    private readonly desk: SheetDesk,
  ) {}

  /** @throws VALIDATION_FAILED with SHEET_… faults, SHEET_SUBMITTED, SHEET_VOID, REVISION_CONFLICT, SCORING_NOT_OPEN, SCORING_CLOSED, NOT_FOUND, FORBIDDEN */
  execute(input: SheetInput): Promise<void> {
    return this.database.transaction(async () => {
      await this.desk.write(await this.desk.hold(input.itemId), input, 'DRAFT');
    });
  }
}
