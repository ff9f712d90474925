import { describe, expect, it } from '@jest/globals';
import { campaignWorkflow } from './campaign.workflow.js';

describe('the life of a campaign', () => {
  it('is exactly this table', () => {
    expect(campaignWorkflow.print().split('\n')).toEqual([
      'open: PLANNED → OPEN',
      'close: OPEN → CLOSED',
      'startScoring: CLOSED → SCORING',
      'startDeciding: SCORING → DECIDING',
      'publish: DECIDING → PUBLISHED',
      'archive: PUBLISHED → ARCHIVED',
      'cancel: PLANNED | OPEN | CLOSED | SCORING → CANCELLED',
    ]);
  });
});
