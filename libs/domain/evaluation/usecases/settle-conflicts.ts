import { Injectable } from '@nestjs/common';
import { EventBus } from '@kit/events';
import { ConflictsRepository } from '../data/conflicts.repository.js';
import { ConflictLapsed } from '../events/evaluation.events.js';

const VOID_REASON = 'Chưa có quyết định về xung đột lợi ích khi kết thúc chấm điểm.';

/**
 * Ends every open question about an interest before sheets are counted: what nobody has decided about recuses. A result must
 * not rest on a member of whom it is not known whether they may judge, and nobody can hold up a session by not deciding.
 */
@Injectable()
export class SettleConflicts {
  constructor(
    private readonly conflicts: ConflictsRepository,
    private readonly events: EventBus,
  ) {}

  /** Runs in the transaction that closes scoring and holds the session. */
  async execute(tenantId: string, sessionId: string): Promise<void> {
    const settled = await this.conflicts.settle(sessionId);
    if (settled.length === 0) return;
    await this.conflicts.voidRecused(sessionId, VOID_REASON);
    for (const { itemId, personId } of settled) await this.events.publish(new ConflictLapsed(tenantId, itemId, personId));
  }
}
