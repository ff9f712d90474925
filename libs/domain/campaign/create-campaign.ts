import { Injectable } from '@nestjs/common';
import { startOfNextLocalDay } from '@kit/clock';
import { currentViewer } from '@kit/context';
import { Database, newId } from '@kit/database';
import { EventBus } from '@kit/events';
import { campaignDatesReversed } from './campaign.errors.js';
import { CampaignCreated } from './campaign.events.js';
import type { CreateCampaignInput } from './campaign.inputs.js';
import { campaignPolicy } from './campaign.policy.js';
import { CampaignsRepository } from './campaigns.repository.js';

/** Plans a campaign of the viewer's ward; answers its id. */
@Injectable()
export class CreateCampaign {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsRepository,
    private readonly events: EventBus,
  ) {}

  /** @throws CAMPAIGN_CODE_TAKEN, CAMPAIGN_DATES_REVERSED, NOT_FOUND (the regulation), FORBIDDEN */
  async execute(input: CreateCampaignInput): Promise<string> {
    const viewer = currentViewer();
    const { tenantId } = viewer;
    campaignPolicy.require('campaign.manage', viewer, { tenantId });
    if (input.lastSubmissionDay < input.opensOn) throw campaignDatesReversed({}, ['input', 'lastSubmissionDay']);
    return this.database.transaction(async () => {
      const id = newId();
      await this.campaigns.add({
        id, tenantId, state: 'PLANNED', revision: 1,
        code: input.code,
        name: input.name.trim(),
        year: input.year,
        level: input.level,
        regulationId: input.regulationId,
        opensOn: input.opensOn,
        submissionClosesAt: startOfNextLocalDay(input.lastSubmissionDay),
        targetCount: input.targetCount ?? null,
      });
      await this.events.publish(new CampaignCreated(tenantId, id));
      return id;
    });
  }
}
