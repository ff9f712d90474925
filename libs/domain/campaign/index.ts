export { CampaignModule } from './campaign.module.js';
export { CampaignFacade, type CampaignFacts } from './campaign.facade.js';
export { Campaign, CampaignState } from './campaign.types.js';
export { campaignJson, campaignView } from './campaigns.repository.js';
export { CampaignCreated, CampaignStateChanged } from './campaign.events.js';
export { CreateCampaign } from './create-campaign.js';
export { ChangeCampaignState } from './change-campaign-state.js';
