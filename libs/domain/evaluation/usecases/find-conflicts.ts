import { Injectable } from '@nestjs/common';
import { AgendaRepository } from '../data/agenda.repository.js';
import { ConflictsRepository } from '../data/conflicts.repository.js';
import { InterestsRepository } from '../data/interests.repository.js';

/** Kept with a sheet whose member turns out to have an interest; nobody but the record reads it. */
const VOID_REASON = 'Phát hiện xung đột lợi ích của thành viên với hồ sơ.';

/** Finds the conflicts of interest that the program can see itself, brings objections before the chair, and records the new ones (INV-11). */
@Injectable()
export class FindConflicts {
  constructor(
    private readonly agenda: AgendaRepository,
    private readonly conflicts: ConflictsRepository,
    private readonly interests: InterestsRepository,
  ) {}

  /**
   * Runs in the transaction of a caller who holds the session: when the agenda changes, when members change or declare a tie,
   * and once more when members are fixed.
   */
  async execute(tenantId: string, sessionId: string, personId: string): Promise<void> {
    const session = await this.interests.rulesOf(sessionId);
    const items = await this.agenda.items(sessionId, personId);
    const members = await this.interests.members(sessionId);
    const found = await this.interests.find(tenantId, items.map((item) => item.initiativeId), members, session);
    const itemIds = new Map(items.map((item) => [item.initiativeId, item.id]));
    await this.conflicts.record(tenantId, { id: sessionId, state: session.state }, found.flatMap(({ initiativeId, ...interest }) => {
      const itemId = itemIds.get(initiativeId);
      return itemId === undefined ? [] : [{ ...interest, itemId }];
    }));
    await this.conflicts.recordObjections(tenantId, sessionId);
    if (session.state === 'SCORING') await this.conflicts.voidRecused(sessionId, VOID_REASON);
  }
}
