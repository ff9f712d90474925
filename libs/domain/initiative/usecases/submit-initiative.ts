import { Injectable } from '@nestjs/common';
import { CampaignFacade } from '@domain/campaign';
import { localDate } from '@kit/clock';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { Idempotency } from '@kit/idempotency';
import { formalCheckDueOn } from '../domain/deadlines.js';
import { InitiativeSubmitted } from '../events/initiative.events.js';
import type { SubmitInitiativeInput } from '../model/procedure.inputs.js';
import { HandIn } from './hand-in.js';
import { InitiativeDesk } from './initiative-desk.js';

/**
 * Hands in a draft: version 1 is fixed and a receipt given, or nothing happens at all. A repeated click gets the first
 * answer; a second client finds the initiative submitted.
 */
@Injectable()
export class SubmitInitiative {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly desk: InitiativeDesk,
    private readonly campaigns: CampaignFacade,
    private readonly handIn: HandIn,
    private readonly events: EventBus,
  ) {}

  /**
   * @throws CAMPAIGN_CLOSED, VALIDATION_FAILED with all faults of the dossier, REVISION_CONFLICT, INITIATIVE_WRONG_STATE,
   * IDEMPOTENCY_KEY_REUSED, NOT_FOUND, FORBIDDEN
   */
  async execute(input: SubmitInitiativeInput): Promise<void> {
    const { idempotencyKey, ...act } = input;
    await this.idempotency.once('initiative.submit', idempotencyKey, act, () => this.#submit(input));
  }

  async #submit(input: SubmitInitiativeInput): Promise<{ receiptNumber: string }> {
    const held = await this.desk.hold(input.id, 'initiative.lead');
    const { row, viewer } = held;
    const { now } = await this.campaigns.holdOpen(row.campaignId, ['input', 'id']);
    const procedure = await this.desk.procedureFacts(row, now);
    this.desk.requireStep('submit', row, procedure);
    await this.desk.requireRevision(held, input.revision);
    const { dossier, rules } = await this.handIn.requireComplete(held, now, input.declarationAccepted);
    const versionNumber = await this.handIn.fix(held, dossier, 'SUBMISSION', now);
    const today = localDate(now);
    const receiptNumber = await this.#receiptNumber(today);
    await this.desk.step(held, 'submit', procedure, now, {
      patch: {
        receiptNumber, submittedAt: now, currentVersion: versionNumber, declarationAcceptedAt: now,
        formalCheckDueOn: formalCheckDueOn(today, rules.deadlines),
      },
    });
    await this.events.publish(new InitiativeSubmitted(viewer.tenantId, row.id, versionNumber, receiptNumber));
    return { receiptNumber };
  }

  /** Taken late: the row of the sequence stays locked until the commit. */
  async #receiptNumber(today: string): Promise<string> {
    const year = Number(today.slice(0, 4));
    return `BN-${year}-${String(await this.database.nextNumber('RECEIPT', year)).padStart(4, '0')}`;
  }
}
