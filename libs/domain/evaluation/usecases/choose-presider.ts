import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { forbidden, notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { isId } from '@kit/ids';
import { presiderNotNeeded, presiderUnfit } from '../conflict.errors.js';
import { ConflictsRepository } from '../data/conflicts.repository.js';
import { SheetsRepository } from '../data/sheets.repository.js';
import { presiderOf } from '../domain/conflicts.js';
import { sessionLocked } from '../evaluation.errors.js';
import { PresiderChosen } from '../events/evaluation.events.js';
import { itemPolicy } from '../policy/item.policy.js';

export interface PresiderChoice {
  readonly itemId: string;
  readonly personId: string;
}

/** The head names who presides over an item whose chair is recused, where the council has no deputy who can. */
@Injectable()
export class ChoosePresider {
  constructor(
    private readonly database: Database,
    private readonly conflicts: ConflictsRepository,
    private readonly sheets: SheetsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws PRESIDER_NOT_NEEDED, PRESIDER_UNFIT, SESSION_LOCKED, NOT_FOUND, FORBIDDEN */
  execute({ itemId, personId }: PresiderChoice): Promise<void> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    return this.database.transaction(async () => {
      const session = isId(itemId) ? await this.sheets.hold(tenantId, itemId, personId) : null;
      if (session === null) throw notFound();
      const facts = await this.sheets.factsOf(itemId);
      if (!itemPolicy.can('item.read', viewer, facts)) throw notFound();
      if (!itemPolicy.can('item.choosePresider', viewer, facts)) throw forbidden();
      if (facts.state === 'LOCKED' || facts.state === 'CANCELLED') throw sessionLocked();
      const barredIds = [...facts.recusedIds, ...facts.undecidedIds];
      if (presiderOf(facts.seats, barredIds) !== null) throw presiderNotNeeded();
      if (personId === viewer.personId || presiderOf(facts.seats, barredIds, personId) !== personId) throw presiderUnfit({}, ['input', 'personId']);
      await this.conflicts.choosePresider({ tenantId, itemId, personId, chosenById: viewer.personId });
      await this.events.publish(new PresiderChosen(tenantId, itemId, personId));
    });
  }
}
