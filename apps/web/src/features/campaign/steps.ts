import type { CampaignState } from '../../gql/schema.js';

/** A step that somebody can take with a campaign, called after the state it leads to. */
export type CampaignStep = Exclude<CampaignState, 'PLANNED'>;

const STEPS: Readonly<Record<CampaignState, readonly CampaignStep[]>> = {
  PLANNED: ['OPEN', 'CANCELLED'],
  OPEN: ['CLOSED', 'CANCELLED'],
  CLOSED: ['SCORING', 'CANCELLED'],
  SCORING: ['DECIDING', 'CANCELLED'],
  DECIDING: ['PUBLISHED'],
  PUBLISHED: ['ARCHIVED'],
  ARCHIVED: [],
  CANCELLED: [],
};

/** What can be done with a campaign now, the way on first. */
export const stepsOf = (state: CampaignState): readonly CampaignStep[] => STEPS[state];

/** Whether nothing of a campaign waits for anybody any more. */
export const isOver = (state: CampaignState): boolean => ['PUBLISHED', 'ARCHIVED', 'CANCELLED'].includes(state);
