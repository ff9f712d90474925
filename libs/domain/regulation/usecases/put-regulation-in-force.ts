import { Injectable } from '@nestjs/common';
import { addDays } from '@kit/clock';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound, revisionConflict } from '@kit/errors';
import { EventBus } from '@kit/events';
import { RegulationsRepository } from '../data/regulations.repository.js';
import { RegulationPutInForce } from '../events/regulation.events.js';
import type { EvaluationRegulation } from '../model/regulation.types.js';
import { regulationPolicy } from '../policy/regulation.policy.js';
import { regulationDatesReversed, regulationDecisionMissing, regulationFrozen } from '../regulation.errors.js';

/** Puts a drafted version in force and retires the version it replaces. The head's act. */
@Injectable()
export class PutRegulationInForce {
  constructor(
    private readonly database: Database,
    private readonly regulations: RegulationsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws NOT_FOUND, REVISION_CONFLICT, REGULATION_FROZEN, REGULATION_DECISION_MISSING, REGULATION_DATES_REVERSED */
  execute(id: string, revision: number): Promise<EvaluationRegulation> {
    const viewer = currentViewer();
    return this.database.transaction(async () => {
      const regulation = await this.regulations.lock(viewer.tenantId, id);
      if (regulation === null) throw notFound({}, ['id']);
      regulationPolicy.require('regulation.putInForce', viewer, regulation);
      if (regulation.revision !== revision) throw revisionConflict({ current: regulation.revision }, ['revision']);
      if (regulation.state !== 'DRAFT') throw regulationFrozen({}, ['id']);
      const { effectiveFrom } = regulation;
      if (!regulation.decisionNumber || !regulation.decisionDate || !effectiveFrom) throw regulationDecisionMissing({}, ['id']);
      if (effectiveFrom < regulation.decisionDate) throw regulationDatesReversed({}, ['id']);
      await this.regulations.lockVersions(regulation);
      await this.regulations.retireOthers(regulation, addDays(effectiveFrom, -1));
      regulation.state = 'IN_FORCE';
      regulation.revision += 1;
      await this.regulations.save(regulation);
      await this.events.publish(new RegulationPutInForce(viewer.tenantId, regulation.id));
      const view = await this.regulations.find(viewer, regulation.id);
      if (view === null) throw notFound();
      return view;
    });
  }
}
