import type { CampaignsQuery } from '../../gql/graphql.js';
import { graphql } from '../../lib/graphql.js';

export const CAMPAIGNS = graphql(`
  query Campaigns {
    campaigns { id name state opensOn lastSubmissionDay acceptsSubmissions targetCount revision regulation { id name } }
  }
`);

export const CHANGE_STATE = graphql(`
  mutation ChangeCampaignState($input: ChangeCampaignStateInput!) {
    changeCampaignState(input: $input) { id state revision acceptsSubmissions }
  }
`);

export type Campaign = CampaignsQuery['campaigns'][number];
