import { Injectable } from '@nestjs/common';
import { localDate } from '@kit/clock';
import { EventBus } from '@kit/events';
import { Idempotency } from '@kit/idempotency';
import { formalCheckDueOn } from '../domain/deadlines.js';
import { InitiativeResubmitted } from '../events/initiative.events.js';
import type { SubmitInitiativeInput } from '../model/procedure.inputs.js';
import { HandIn } from './hand-in.js';
import { InitiativeDesk } from './initiative-desk.js';

/**
 * Hands in the supplement as a new version. The campaign may be closed by then: the request was filed in time, and the
 * supplement has a deadline of its own. The month of the formal check begins anew, for its clock stood still.
 */
@Injectable()
export class ResubmitInitiative {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly desk: InitiativeDesk,
    private readonly handIn: HandIn,
    private readonly events: EventBus,
  ) {}

  /**
   * @throws SUPPLEMENT_OVERDUE, VALIDATION_FAILED with all faults of the dossier, REVISION_CONFLICT, INITIATIVE_WRONG_STATE,
   * IDEMPOTENCY_KEY_REUSED, NOT_FOUND, FORBIDDEN
   */
  async execute(input: SubmitInitiativeInput): Promise<void> {
    const { idempotencyKey, ...act } = input;
    await this.idempotency.once('initiative.resubmit', idempotencyKey, act, () => this.#resubmit(input));
  }

  async #resubmit(input: SubmitInitiativeInput): Promise<{ versionNumber: number }> {
    const held = await this.desk.hold(input.id, 'initiative.lead');
    const { row, viewer } = held;
    const now = await this.desk.now();
    const procedure = await this.desk.procedureFacts(row, now);
    this.desk.requireStep('resubmit', row, procedure);
    await this.desk.requireRevision(held, input.revision);
    const { dossier, rules } = await this.handIn.requireComplete(held, now, input.declarationAccepted);
    const versionNumber = await this.handIn.fix(held, dossier, 'SUPPLEMENT', now);
    await this.desk.step(held, 'resubmit', procedure, now, {
      patch: {
        currentVersion: versionNumber, declarationAcceptedAt: now,
        formalCheckDueOn: formalCheckDueOn(localDate(now), rules.deadlines),
      },
    });
    await this.events.publish(new InitiativeResubmitted(viewer.tenantId, row.id, versionNumber));
    return { versionNumber };
  }
}
