import { defineWorkflow } from '@kit/workflow';

export const CAMPAIGN_STATES = ['PLANNED', 'OPEN', 'CLOSED', 'SCORING', 'DECIDING', 'PUBLISHED', 'ARCHIVED', 'CANCELLED'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** The life of a campaign. That opening needs a regulation in force is asked of the regulation itself. */
export const campaignWorkflow = defineWorkflow<CampaignState, object>({
  transitions: [
    { name: 'open', from: ['PLANNED'], to: 'OPEN' },
    { name: 'close', from: ['OPEN'], to: 'CLOSED' },
    { name: 'startScoring', from: ['CLOSED'], to: 'SCORING' },
    { name: 'startDeciding', from: ['SCORING'], to: 'DECIDING' },
    { name: 'publish', from: ['DECIDING'], to: 'PUBLISHED' },
    { name: 'archive', from: ['PUBLISHED'], to: 'ARCHIVED' },
    // Once the head decides, people hold answers that a cancelled campaign could not have given.
    { name: 'cancel', from: ['PLANNED', 'OPEN', 'CLOSED', 'SCORING'], to: 'CANCELLED' },
  ],
});
