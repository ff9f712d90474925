import { Injectable } from '@nestjs/common';
import { RegulationFacade } from '@domain/regulation';
import { CampaignFacade } from '@domain/campaign';
import { localDate } from '@kit/clock';
import { Database } from '@kit/database';
import { EventBus } from '@kit/events';
import { InitiativesRepository } from '../data/initiatives.repository.js';
import { supplementDueOn } from '../domain/deadlines.js';
import { SupplementRequested } from '../events/initiative.events.js';
import type { RequestSupplementInput } from '../model/procedure.inputs.js';
import { pickedReasons } from './formal-reasons.js';
import { FormalCheckDesk } from './formal-check-desk.js';
import { InitiativeDesk } from './initiative-desk.js';

/** Returns a dossier to its authors with all its faults, once (Circular 18/2013 Art. 6). They have one month. */
@Injectable()
export class RequestSupplement {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly checks: FormalCheckDesk,
    private readonly initiatives: InitiativesRepository,
    private readonly campaigns: CampaignFacade,
    private readonly regulations: RegulationFacade,
    private readonly events: EventBus,
  ) {}

  /** @throws SUPPLEMENT_ALREADY_REQUESTED, INITIATIVE_VERSION_OUTDATED, VALIDATION_FAILED, INITIATIVE_WRONG_STATE, NOT_FOUND, FORBIDDEN */
  execute(input: RequestSupplementInput): Promise<void> {
    return this.database.transaction(async () => {
      const { held, procedure, now } = await this.checks.hold(input.id, input.versionNumber);
      const { row, viewer } = held;
      this.desk.requireStep('requestSupplement', row, procedure);
      const faults = pickedReasons('FORMAL_FAULT', input.faults);
      const { regulationId } = await this.campaigns.hold(row.campaignId, ['input', 'id']);
      const { deadlines } = await this.regulations.filingRules(viewer.tenantId, regulationId);
      const dueOn = supplementDueOn(localDate(now), deadlines);
      await this.initiatives.addFormalCheck({
        tenantId: row.tenantId, initiativeId: row.id, versionNumber: row.currentVersion, outcome: 'NEEDS_SUPPLEMENT',
        faults, message: input.message, dueOn, checkedByPersonId: viewer.personId, checkedAt: now,
      });
      await this.desk.step(held, 'requestSupplement', procedure, now, { patch: { supplementDueOn: dueOn } });
      await this.events.publish(new SupplementRequested(viewer.tenantId, row.id, dueOn));
    });
  }
}
