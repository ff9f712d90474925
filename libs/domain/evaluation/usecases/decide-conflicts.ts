import { Injectable } from '@nestjs/common';
import { currentViewer, hasRole } from '@kit/context';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { isId } from '@kit/ids';
import { ConflictsRepository, type HeldConflict } from '../data/conflicts.repository.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { conflictCannotBeAllowed, conflictNotYours, conflictReasonRequired } from '../conflict.errors.js';
import { mayDecideConflict } from '../domain/conflicts.js';
import { scoringClosed } from '../evaluation.errors.js';
import { ConflictDecided } from '../events/evaluation.events.js';
import { itemPolicy } from '../policy/item.policy.js';
import { sessionPolicy } from '../policy/session.policy.js';

export interface ConflictVerdict {
  readonly sessionId: string;
  readonly conflictIds: readonly string[];
  readonly decision: 'RECUSED' | 'ALLOWED';
  /** Needed to allow. */
  readonly reason?: string | null;
}

const VOID_REASON = 'Người có thẩm quyền quyết định thành viên không tham gia đánh giá hồ sơ do xung đột lợi ích.';

/**
 * Chair or head say what follows from interests that were found, declared or objected to: the member is recused, and what
 * they have written becomes void; or they may score, for a reason that is kept.
 */
@Injectable()
export class DecideConflicts {
  constructor(
    private readonly database: Database,
    private readonly conflicts: ConflictsRepository,
    private readonly sessions: SessionsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws CONFLICT_REASON_REQUIRED, CONFLICT_CANNOT_BE_ALLOWED, CONFLICT_NOT_YOURS, SCORING_CLOSED, NOT_FOUND */
  execute({ sessionId, conflictIds, decision, reason }: ConflictVerdict): Promise<void> {
    const viewer = currentViewer();
    const said = reason?.trim() ?? '';
    return this.database.transaction(async () => {
      const session = isId(sessionId) ? await this.conflicts.share(viewer.tenantId, sessionId) : null;
      // A session that the viewer may not read is unknown before anything in it is.
      const facts = session && (await this.sessions.factsOf({ ...session, tenantId: viewer.tenantId }));
      if (session === null || facts === null || !sessionPolicy.can('session.read', viewer, facts)) throw notFound();
      const held = await this.#visible(session.id, conflictIds);
      if (!['DRAFT', 'CONVENED', 'SCORING'].includes(session.state)) throw scoringClosed({ state: session.state });
      if (decision === 'ALLOWED' && said === '') throw conflictReasonRequired({}, ['input', 'reason']);
      held.forEach(({ isAbsolute }, index) => {
        if (decision === 'ALLOWED' && isAbsolute) throw conflictCannotBeAllowed({}, ['input', 'conflictIds', index]);
      });
      await this.conflicts.holdMembers(session.id, held.map(({ personId }) => personId));
      await this.conflicts.decide({ ids: held.map(({ id }) => id), decision, reason: said === '' ? null : said, decidedById: viewer.personId });
      if (session.state === 'SCORING' && decision === 'RECUSED') await this.conflicts.voidRecused(session.id, said === '' ? VOID_REASON : said);
      for (const { id, itemId, personId } of held) await this.events.publish(new ConflictDecided(viewer.tenantId, itemId, id, personId, decision));
    });
  }

  /** In the order given. A conflict of which the viewer may not know is unknown. */
  async #visible(sessionId: string, ids: readonly string[]): Promise<HeldConflict[]> {
    const viewer = currentViewer();
    const isHead = hasRole(viewer, 'AUTHORITY_HEAD');
    const held = new Map((await this.conflicts.hold(sessionId, ids.filter((id) => isId(id)))).map((conflict) => [conflict.id, conflict]));
    return [...new Set(ids)].map((id, index) => {
      const conflict = held.get(id);
      const path = ['input', 'conflictIds', index];
      if (conflict === undefined || !itemPolicy.can('item.read', viewer, conflict.facts)) throw notFound({}, path);
      const { facts, personId } = conflict;
      const barredIds = [...facts.recusedIds, ...facts.undecidedIds];
      if (itemPolicy.can('item.decideConflicts', viewer, facts) && mayDecideConflict({ personId: viewer.personId, isHead }, { personId, seats: facts.seats, barredIds })) return conflict;
      throw itemPolicy.can('item.readConflicts', viewer, facts) ? conflictNotYours({}, path) : notFound({}, path);
    });
  }
}
