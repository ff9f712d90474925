import { Module } from '@nestjs/common';
import { RegulationModule } from '@domain/regulation';
import { DatabaseModule } from '@kit/database';
import { CampaignEntity } from './campaign.entity.js';
import { CampaignFacade } from './campaign.facade.js';
import { CampaignResolver } from './campaign.resolver.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { ChangeCampaignState } from './change-campaign-state.js';
import { CreateCampaign } from './create-campaign.js';

const ACTS = [CreateCampaign, ChangeCampaignState];

@Module({
  imports: [RegulationModule, DatabaseModule.forFeature([CampaignEntity])],
  providers: [CampaignsRepository, CampaignResolver, CampaignFacade, ...ACTS],
  exports: [CampaignFacade, ...ACTS],
})
export class CampaignModule {}
