import { Injectable } from '@nestjs/common';
import { RegulationFacade } from '@domain/regulation';
import { currentViewer } from '@kit/context';
import { Database } from '@kit/database';
import { notFound, revisionConflict } from '@kit/errors';
import { EventBus } from '@kit/events';
import { campaignWrongState } from './campaign.errors.js';
import { CampaignStateChanged } from './campaign.events.js';
import type { ChangeCampaignStateInput } from './campaign.inputs.js';
import { campaignPolicy } from './campaign.policy.js';
import { campaignWorkflow } from './campaign.workflow.js';
import { CampaignsRepository } from './campaigns.repository.js';

/** Moves a campaign one step on. Opening is the first use of its regulation, which is frozen from then on. */
@Injectable()
export class ChangeCampaignState {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsRepository,
    private readonly regulations: RegulationFacade,
    private readonly events: EventBus,
  ) {}

  /** @throws CAMPAIGN_WRONG_STATE, REGULATION_NOT_IN_FORCE, REVISION_CONFLICT, NOT_FOUND, FORBIDDEN */
  execute(input: ChangeCampaignStateInput): Promise<void> {
    const viewer = currentViewer();
    return this.database.transaction(async () => {
      const campaign = await this.campaigns.lock(viewer.tenantId, input.id, 'pessimistic_write');
      if (campaign === null) throw notFound({}, ['input', 'id']);
      campaignPolicy.require('campaign.manage', viewer, campaign);
      if (campaign.revision !== input.revision) throw revisionConflict({ current: campaign.revision }, ['input', 'revision']);
      const step = campaignWorkflow.available(campaign.state, {}).find((transition) => transition.to === input.state);
      if (step === undefined) throw campaignWrongState({ state: campaign.state, wanted: input.state }, ['input', 'state']);
      if (step.name === 'open') {
        await this.regulations.assertInForce(viewer.tenantId, campaign.regulationId);
        await this.regulations.freeze(viewer.tenantId, campaign.regulationId);
      }
      await this.campaigns.setState(campaign.id, step.to, campaign.revision + 1);
      await this.events.publish(new CampaignStateChanged(viewer.tenantId, campaign.id, step.to));
    });
  }
}
