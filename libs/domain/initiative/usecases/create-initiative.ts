import { Injectable } from '@nestjs/common';
import { CampaignFacade } from '@domain/campaign';
import { localDate } from '@kit/clock';
import { currentViewer, type Viewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { EventBus } from '@kit/events';
import { InitiativesRepository } from '../data/initiatives.repository.js';
import { WHOLE_BP } from '../domain/shares.js';
import { InitiativeCreated } from '../events/initiative.events.js';
import type { CreateInitiativeInput } from '../model/dossier.inputs.js';
import type { InitiativeAuthorEntity } from '../model/dossier-parts.entity.js';
import type { InitiativeEntity } from '../model/initiative.entity.js';
import { initiativePolicy } from '../policy/initiative.policy.js';
import { requireId, tidy } from './input-checks.js';

/** Begins a draft. Its author is the lead with the whole share, and has thereby consented; answers the id. */
@Injectable()
export class CreateInitiative {
  constructor(
    private readonly database: Database,
    private readonly initiatives: InitiativesRepository,
    private readonly campaigns: CampaignFacade,
    private readonly events: EventBus,
  ) {}

  /** @throws CAMPAIGN_CLOSED, NOT_FOUND (the campaign) */
  async execute(input: CreateInitiativeInput): Promise<string> {
    const viewer = currentViewer();
    requireId(input.campaignId, ['input', 'campaignId']);
    return this.database.transaction(async () => {
      const campaign = await this.campaigns.holdForDrafts(input.campaignId, ['input', 'campaignId']);
      const now = await this.database.now();
      const draft = emptyDraft(viewer, campaign.id, tidy(input.title));
      initiativePolicy.require('initiative.create', viewer, {
        ...draft, authorIds: [viewer.personId], leadId: viewer.personId, recordUnitIds: [],
      });
      const year = Number(localDate(now).slice(0, 4));
      // Last, because the row of the sequence stays locked until the commit.
      const number = await this.database.nextNumber('INITIATIVE', year);
      const code = `SK-${year}-${String(number).padStart(4, '0')}`;
      await this.initiatives.add({ ...draft, code }, leadOf(viewer, draft.id, now));
      await this.events.publish(new InitiativeCreated(viewer.tenantId, draft.id));
      return draft.id;
    });
  }
}

function emptyDraft(viewer: Viewer, campaignId: string, title: string): InitiativeEntity {
  return {
    id: newId(), tenantId: viewer.tenantId, code: '', campaignId, state: 'DRAFT', title,
    kind: null, fieldId: null,
    // What is known is filled in: most people submit through the unit they work in.
    submittingUnitId: viewer.unitId,
    investorUnitId: null, investorName: null, isStateFunded: null,
    firstAppliedOn: null, firstAppliedKind: null, firstApplicationEndsOn: null,
    summary: '', stateBefore: '', content: '', novelty: '', conditions: '', confidentialParts: '', benefitAuthor: '', benefitAdopters: '',
    declarationAcceptedAt: null, revision: 1, currentVersion: 0, acceptedVersion: null, receiptNumber: null, submittedAt: null,
    formalCheckDueOn: null, supplementDueOn: null, acceptedAt: null, resultDueOn: null, duplicateOfId: null,
    createdByPersonId: viewer.personId, updatedByPersonId: viewer.personId,
  };
}

function leadOf(viewer: Viewer, initiativeId: string, now: Date): InitiativeAuthorEntity {
  return {
    id: newId(), tenantId: viewer.tenantId, initiativeId, personId: viewer.personId, position: 1, role: 'LEAD',
    shareBp: WHOLE_BP, confirmedAt: now, declinedAt: null, declineReason: null,
  };
}
