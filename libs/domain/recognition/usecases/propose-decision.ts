import { Injectable } from '@nestjs/common';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { newId } from '@kit/ids';
import { DecisionsRepository } from '../data/decisions.repository.js';
import { DecisionProposed } from '../events/recognition.events.js';
import type { ProposeDecisionInput } from '../model/decision.inputs.js';
import type { RecognitionDecision } from '../model/decision.types.js';
import { decisionPolicy } from '../policy/recognition.policy.js';
import { nothingToDecide, sessionNotLocked } from '../recognition.errors.js';

/** Lays the results of a locked session before the head (tờ trình). Deferred items stay for a later session. */
@Injectable()
export class ProposeDecision {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws NOT_FOUND, DECISION_SESSION_NOT_LOCKED, DECISION_NOTHING_TO_DECIDE, DECISION_EXISTS */
  execute(input: ProposeDecisionInput): Promise<RecognitionDecision> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    decisionPolicy.require('decision.propose', viewer, { tenantId, state: 'PROPOSED' });
    return this.database.transaction(async () => {
      const isLocked = await this.decisions.isLocked(tenantId, input.sessionId);
      if (isLocked === null) throw notFound({}, ['input', 'sessionId']);
      if (!isLocked) throw sessionNotLocked({}, ['input', 'sessionId']);
      const results = await this.decisions.lockedResults(input.sessionId);
      if (results.length === 0) throw nothingToDecide({}, ['input', 'sessionId']);
      const id = newId();
      await this.decisions.add(
        {
          id, tenantId, sessionId: input.sessionId, kind: 'COMBINED', state: 'PROPOSED', summary: input.summary,
          proposedByPersonId: viewer.personId, proposedAt: await this.database.now(), signedByPersonId: null, signerTitle: null,
          number: null, year: null, symbol: null, issuedOn: null, issuedAt: null, revision: 1,
        },
        results.map((result, index) => ({
          id: newId(), tenantId, decisionId: id, initiativeId: result.initiativeId, resultId: result.resultId, position: index + 1,
          outcome: null, effectiveness: null, refusalReasons: [], reason: '', deviates: false, decidedByPersonId: null, decidedAt: null,
        })),
      );
      await this.events.publish(new DecisionProposed(tenantId, id, input.sessionId));
      const view = await this.decisions.find(viewer, id);
      if (view === null) throw notFound();
      return view;
    });
  }
}
