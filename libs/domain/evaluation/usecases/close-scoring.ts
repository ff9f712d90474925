import { Injectable } from '@nestjs/common';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { ResultsRepository } from '../data/results.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { SheetsRepository } from '../data/sheets.repository.js';
import { resultOf } from '../domain/result-record.js';
import { ScoringClosed } from '../events/evaluation.events.js';
import { SessionDesk, type SessionAct } from './session-desk.js';
import { SettleConflicts } from './settle-conflicts.js';

/**
 * Ends scoring: from this transaction on no sheet changes, and every item has its result. Drafts do not count; who is
 * missing was shown by the progress. The session is held, so a sheet is either counted or refused, never lost between.
 */
@Injectable()
export class CloseScoring {
  constructor(
    private readonly database: Database,
    private readonly desk: SessionDesk,
    private readonly sessions: SessionsRepository,
    private readonly sheets: SheetsRepository,
    private readonly results: ResultsRepository,
    private readonly settle: SettleConflicts,
    private readonly events: EventBus,
  ) {}

  /** @throws SESSION_WRONG_STATE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute(input: SessionAct): Promise<void> {
    return this.database.transaction(async () => {
      const { viewer, row, facts, items, to } = await this.desk.hold(input, 'session.closeScoring', 'closeScoring');
      await this.settle.execute(viewer.tenantId, row.id);
      const { rules } = await this.sessions.rulesOf(row.id);
      const sheets = await this.sheets.countedSheets(row.id);
      const appointed = facts.seats.filter((seat) => seat.isVoting).length;
      await this.results.add(viewer.tenantId, items.map(({ id }) => ({ itemId: id, ...resultOf(rules, sheets.get(id) ?? [], appointed) })));
      await this.sessions.update(row, to, { scoringClosedAt: await this.database.now() });
      await this.events.publish(new ScoringClosed(viewer.tenantId, row.id));
    });
  }
}
