import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound, revisionConflict, ValidationFailed } from '@kit/errors';
import { EventBus } from '@kit/events';
import { findReason } from '@domain/initiative';
import { DecisionsRepository } from '../data/decisions.repository.js';
import { decisionFaults, deviates } from '../domain/decision-rules.js';
import { ItemDecided } from '../events/recognition.events.js';
import type { DecideItemInput } from '../model/decision.inputs.js';
import type { RecognitionDecision } from '../model/decision.types.js';
import { decisionPolicy } from '../policy/recognition.policy.js';
import { decisionIssued, headIsAuthor } from '../recognition.errors.js';

/** The head decides one item; until the decision is issued the head may think again. */
@Injectable()
export class DecideItem {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws NOT_FOUND, REVISION_CONFLICT, DECISION_ISSUED, DECISION_HEAD_IS_AUTHOR, VALIDATION_FAILED with all faults */
  execute(input: DecideItemInput): Promise<RecognitionDecision> {
    const viewer = currentViewer();
    return this.database.transaction(async () => {
      const known = await this.decisions.item(viewer.tenantId, input.itemId);
      const decision = known && (await this.decisions.lock(viewer.tenantId, known.decisionId));
      if (!decision) throw notFound({}, ['input', 'itemId']);
      decisionPolicy.require('decision.decide', viewer, decision);
      if (decision.state === 'ISSUED') throw decisionIssued({}, ['input', 'itemId']);
      if (decision.revision !== input.decisionRevision) {
        throw revisionConflict({ current: decision.revision }, ['input', 'decisionRevision']);
      }
      const judged = await this.decisions.judged(known.resultId);
      if (judged.authorPersonIds.includes(viewer.personId)) throw headIsAuthor({}, ['input', 'itemId']);
      const faults = decisionFaults(judged, input, (code) => findReason('RECOGNITION_REFUSAL', code) !== null);
      if (faults.length > 0) throw new ValidationFailed(faults);

      await this.decisions.saveItem({
        ...known,
        outcome: input.outcome,
        effectiveness: input.effectiveness,
        refusalReasons: input.refusalReasons,
        reason: input.reason.trim(),
        deviates: deviates(judged.councilOutcome, input),
        decidedByPersonId: viewer.personId,
        decidedAt: await this.database.now(),
      });
      decision.revision += 1;
      await this.decisions.save(decision);
      await this.events.publish(new ItemDecided(viewer.tenantId, decision.id, known.id, known.initiativeId));
      const view = await this.decisions.find(viewer, decision.id);
      if (view === null) throw notFound();
      return view;
    });
  }
}
