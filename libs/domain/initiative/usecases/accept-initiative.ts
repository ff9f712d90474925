import { Injectable } from '@nestjs/common';
import { CampaignFacade } from '@domain/campaign';
import { RegulationFacade } from '@domain/regulation';
import { localDate } from '@kit/clock';
import { Database } from '@kit/database';
import { notFound } from '@kit/errors';
import { EventBus } from '@kit/events';
import { DuplicatesRepository } from '../data/duplicates.repository.js';
import { InitiativesRepository } from '../data/initiatives.repository.js';
import { resultDueOn } from '../domain/deadlines.js';
import { initiativeWorkflow } from '../domain/initiative.workflow.js';
import { InitiativeAccepted } from '../events/initiative.events.js';
import { duplicateInvalid } from '../initiative.errors.js';
import type { AcceptInitiativeInput } from '../model/procedure.inputs.js';
import { FormalCheckDesk } from './formal-check-desk.js';
import { InitiativeDesk } from './initiative-desk.js';

/**
 * Accepts the request: the newest version is the one that is judged and printed. From here the three months of the
 * consideration run (Decree 13/2012 Art. 7); they wait for the end of the first application.
 */
@Injectable()
export class AcceptInitiative {
  constructor(
    private readonly database: Database,
    private readonly desk: InitiativeDesk,
    private readonly checks: FormalCheckDesk,
    private readonly initiatives: InitiativesRepository,
    private readonly duplicates: DuplicatesRepository,
    private readonly campaigns: CampaignFacade,
    private readonly regulations: RegulationFacade,
    private readonly events: EventBus,
  ) {}

  /** @throws INITIATIVE_VERSION_OUTDATED, INITIATIVE_DUPLICATE_INVALID, INITIATIVE_WRONG_STATE, NOT_FOUND, FORBIDDEN */
  execute(input: AcceptInitiativeInput): Promise<void> {
    return this.database.transaction(async () => {
      const { held, procedure, now } = await this.checks.hold(input.id, input.versionNumber);
      const { row, viewer } = held;
      const waits = initiativeWorkflow.can('acceptAwaitingApplication', row.state, procedure);
      const transition = waits ? 'acceptAwaitingApplication' : 'accept';
      this.desk.requireStep(transition, row, procedure);
      const duplicateOfId = await this.#originalOf(row.tenantId, row.id, input.duplicateOfId ?? null);
      const dueOn = await this.#resultDueOn(row.campaignId, row.firstApplicationEndsOn, now);
      await this.initiatives.addFormalCheck({
        tenantId: row.tenantId, initiativeId: row.id, versionNumber: row.currentVersion, outcome: 'COMPLETE',
        faults: [], message: '', dueOn: null, checkedByPersonId: viewer.personId, checkedAt: now,
      });
      await this.desk.step(held, transition, procedure, now, {
        patch: { acceptedVersion: row.currentVersion, acceptedAt: now, resultDueOn: dueOn, duplicateOfId },
      });
      await this.events.publish(new InitiativeAccepted(viewer.tenantId, row.id, row.currentVersion, dueOn));
    });
  }

  async #resultDueOn(campaignId: string, firstApplicationEndedOn: string | null, now: Date): Promise<string> {
    const { regulationId, tenantId } = await this.campaigns.hold(campaignId, ['input', 'id']);
    const { deadlines } = await this.regulations.filingRules(tenantId, regulationId);
    return resultDueOn({ acceptedOn: localDate(now), firstApplicationEndedOn }, deadlines);
  }

  /** A duplicate points at the original itself, so that one comparison finds all of a kind (INV-10). */
  async #originalOf(tenantId: string, id: string, duplicateOfId: string | null): Promise<string | null> {
    const path = ['input', 'duplicateOfId'];
    if (duplicateOfId === null) return null;
    const original = await this.duplicates.originalOf(tenantId, duplicateOfId);
    if (original === null) throw notFound({}, path);
    if (original === id) throw duplicateInvalid({}, path);
    await this.duplicates.redirect(tenantId, id, original);
    return original;
  }
}
