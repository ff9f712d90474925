import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { forbidden, notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { isId } from '@kit/ids';
import { ConflictsRepository } from '../data/conflicts.repository.js';
import { SheetsRepository } from '../data/sheets.repository.js';
import { barsForGood, type ConflictKind } from '../domain/conflicts.js';
import { scoringClosed } from '../evaluation.errors.js';
import { ConflictDeclared } from '../events/evaluation.events.js';
import { itemPolicy } from '../policy/item.policy.js';

export interface DeclaredConflict {
  readonly itemId: string;
  readonly kind: ConflictKind;
  readonly reason: string;
}

/**
 * A member says that somebody else should judge an item. It takes effect at once: the item disappears for the member, and
 * a sheet already begun or submitted becomes void with the reason.
 */
@Injectable()
export class DeclareConflict {
  constructor(
    private readonly database: Database,
    private readonly conflicts: ConflictsRepository,
    private readonly sheets: SheetsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws SCORING_CLOSED, NOT_FOUND, FORBIDDEN */
  execute({ itemId, kind, reason }: DeclaredConflict): Promise<void> {
    const viewer = currentViewer();
    const { tenantId, personId } = viewer;
    return this.database.transaction(async () => {
      const session = isId(itemId) ? await this.sheets.hold(tenantId, itemId, personId) : null;
      if (session === null) throw notFound();
      const facts = await this.sheets.factsOf(itemId);
      if (!itemPolicy.can('item.read', viewer, facts)) throw notFound();
      if (!facts.seats.some((seat) => seat.personId === personId)) throw forbidden();
      if (!itemPolicy.can('item.declareConflict', viewer, facts)) throw scoringClosed({ state: facts.state });
      await this.sheets.markVoid(itemId, personId, reason);
      await this.conflicts.declare({ tenantId, itemId, personId, kind, reason, isAbsolute: barsForGood(kind) });
      await this.events.publish(new ConflictDeclared(tenantId, itemId, personId, kind));
    });
  }
}
