import { Injectable } from '@nestjs/common';
import { currentViewer, type Viewer } from '@kit/context';
import { forbidden, notFound } from '@kit/errors';
import { isId } from '@kit/ids';
import { SessionsRepository } from '../data/sessions.repository.js';
import { SheetsRepository } from '../data/sheets.repository.js';
import type { EvaluationSessionEntity } from '../model/session.entity.js';
import { itemPolicy } from '../policy/item.policy.js';

/** An item whose ballot is being run, with its session held. */
export interface HeldBallotItem {
  readonly viewer: Viewer;
  readonly row: EvaluationSessionEntity;
  readonly itemId: string;
}

/** The beginning that acts on the ballot of one item share. Runs inside the act's transaction. */
@Injectable()
export class BallotDesk {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly sheets: SheetsRepository,
  ) {}

  /** @throws NOT_FOUND (also for whoever is recused on the item), FORBIDDEN */
  async hold(itemId: string, action: 'item.runBallot'): Promise<HeldBallotItem> {
    const viewer = currentViewer();
    const sessionId = isId(itemId) ? await this.sessions.ofItem(viewer.tenantId, itemId) : null;
    const row = sessionId === null ? null : await this.sessions.lock(viewer.tenantId, sessionId);
    if (row === null) throw notFound();
    const facts = await this.sheets.factsOf(itemId);
    if (!itemPolicy.can('item.read', viewer, facts)) throw notFound();
    if (!itemPolicy.can(action, viewer, facts)) throw forbidden();
    return { viewer, row, itemId };
  }
}
