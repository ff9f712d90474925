import { DomainEvent } from '@kit/events';
import type { CampaignState } from './campaign.workflow.js';

export class CampaignCreated extends DomainEvent {
  static override readonly type = 'campaign.created';

  constructor(readonly tenantId: string, readonly campaignId: string) {
    super();
  }
}

export class CampaignStateChanged extends DomainEvent {
  static override readonly type = 'campaign.state-changed';

  constructor(readonly tenantId: string, readonly campaignId: string, readonly state: CampaignState) {
    super();
  }
}
