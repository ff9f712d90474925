import { describe, expect, it } from '@jest/globals';
import { CAMPAIGN_STATES, campaignWorkflow } from '../../../../../libs/domain/campaign/campaign.workflow.js';
import { stepsOf } from './steps.js';

describe('the steps offered for a campaign', () => {
  it.each([...CAMPAIGN_STATES])('that is %s are those that the server takes', (state) => {
    expect([...stepsOf(state)].sort()).toEqual(campaignWorkflow.available(state, {}).map(({ to }) => to).sort());
  });
});
